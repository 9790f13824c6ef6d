"""The map as a PNG, for what shows no SVG: a shared link's card, a slide, a printed page."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from jurisdictions.read.asking import BadAsk
from jurisdictions.read.maps import layer_values
from jurisdictions.read.rows import AsOf
from jurisdictions.render.files.names import file_name, shown
from jurisdictions.render.pictures.boundaries import Boundaries
from jurisdictions.render.pictures.map_layout import CARD, OWN_FONT, SMALL, Layout, wide_layout
from jurisdictions.render.pictures.map_svg import map_svg
from jurisdictions.render.reports.typst.press import press_png
from jurisdictions.shelf.shelf import Shelf
from jurisdictions.web.map.drawn import boundaries_of, page_colours
from jurisdictions.web.map.picture import map_picture
from jurisdictions.web.map.query import MapQuery, map_query
from jurisdictions.web.reports.files import file_answer
from jurisdictions.web.site.page import public_picture

WIDTHS = {"small": SMALL.width, "card": CARD.width, "1600": 1600, "3200": 3200}
"""The sizes offered and their width in pixels."""
SCHEMES = ("light", "dark")
PICTURES_VERSION = 2
"""Raised when pictures are drawn otherwise, so that none is kept from before."""


@public_picture
def map_png(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """The map as an image, for `size`, `scheme` and what map.svg takes."""
    scheme = request.GET.get("scheme", "").strip() or "light"
    if scheme not in SCHEMES:
        raise BadAsk("scheme", _("is not one of: %(words)s") % {"words": ", ".join(SCHEMES)})
    size = request.GET.get("size", "").strip() or "card"
    if size not in WIDTHS:
        raise BadAsk("size", _("is not one of: %(words)s") % {"words": ", ".join(WIDTHS)})
    asked = map_query(request.GET, as_of)
    if asked.isolate and asked.isolate not in layer_values(as_of, asked.layer):
        raise BadAsk("isolate", _("is no value of this layer"))
    disposition = shown(file_name(as_of, "map", "png"))
    return file_answer(
        request, as_of, disposition, "image/png", lambda: _kept_or_made(as_of, asked, size, scheme)
    )


def pictures() -> Shelf:
    """Where pictures are kept; any may be lost at any time."""
    return Shelf(Path(settings.DATA_DIR) / "pictures", settings.PICTURES_QUOTA)


def _kept_or_made(as_of: AsOf, asked: MapQuery, size: str, scheme: str) -> bytes:
    boundaries, shelf = boundaries_of(as_of), pictures()
    parts = (
        PICTURES_VERSION,
        (as_of.edition.stamp, as_of.on, as_of.known_on, as_of.language),
        (asked, size, boundaries.hash, settings.SITE_URL),
        sorted(page_colours(scheme).items()),
    )
    name = f"{sha256(repr(parts).encode()).hexdigest()[:24]}.png"
    return shelf.read_or_make(name, lambda: _made(as_of, asked, size, scheme, boundaries))


def _made(as_of: AsOf, asked: MapQuery, size: str, scheme: str, boundaries: Boundaries) -> bytes:
    layout = _layout(size, boundaries)
    svg = map_svg(map_picture(as_of, asked), boundaries, page_colours(scheme), layout)
    width = WIDTHS[size]
    return press_png(svg, width, round(layout.height * width / layout.width))


def _layout(size: str, boundaries: Boundaries) -> Layout:
    fixed = {"small": SMALL, "card": CARD}.get(size)
    return fixed or wide_layout(boundaries.width, boundaries.height, OWN_FONT)
