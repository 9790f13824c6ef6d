"""Pictures of the map as PNG: made once for what they show, and kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.http import QueryDict
from django.utils.translation import gettext as _

from jurisdictions.read.asking import BadAsk
from jurisdictions.read.rows import AsOf
from jurisdictions.render.pictures.boundaries import Boundaries
from jurisdictions.render.pictures.map_layout import CARD, OWN_FONT, SMALL, Layout, wide_layout
from jurisdictions.render.pictures.map_picture import MapPicture
from jurisdictions.render.pictures.map_svg import map_svg
from jurisdictions.render.reports.typst.press import press_png
from jurisdictions.shelf.shelf import Shelf
from jurisdictions.web.map.drawn import boundaries_of

BARE = {"small": SMALL.width, "bare": 2 * SMALL.width, "broad": 4 * SMALL.width}
"""Sizes of the map alone, for pages that say beside it what it shows."""
FIXED = {**dict.fromkeys(BARE, SMALL), "card": CARD}
"""Sizes with a layout of their own."""
WIDTHS = {**BARE, "card": CARD.width} | {str(width): width for width in (1600, 3200)}
"""The sizes offered and their width in pixels."""
SCHEMES = ("light", "dark")
PICTURES_VERSION = 8
"""Raised when pictures are drawn otherwise, so that none is kept from before."""


@dataclass(frozen=True, slots=True)
class Print:
    """How a picture is wanted: its size, its scheme, the colors of that by token."""

    size: str
    scheme: str
    colours: Mapping[str, str]


def print_asked(query: QueryDict, colours: Callable[[str], Mapping[str, str]]) -> Print:
    """What a query asks for by `size` and `scheme`; raise BadAsk."""
    scheme = scheme_asked(query)
    return Print(_one_of(query, "size", tuple(WIDTHS), "card"), scheme, colours(scheme))


def scheme_asked(query: QueryDict) -> str:
    """The scheme that a query asks for, light without one; raise BadAsk."""
    return _one_of(query, "scheme", SCHEMES)


def _one_of(query: QueryDict, name: str, words: tuple[str, ...], otherwise: str = "") -> str:
    said = query.get(name, "").strip() or otherwise or words[0]
    if said not in words:
        raise BadAsk(name, _("is not one of: %(words)s") % {"words": ", ".join(words)})
    return said


def pictures() -> Shelf:
    """Where pictures are kept; any may be lost at any time."""
    return Shelf(Path(settings.DATA_DIR) / "pictures", settings.PICTURES_QUOTA)


def kept_or_made(
    as_of: AsOf, shows: object, wanted: Print, picture: Callable[[], MapPicture]
) -> bytes:
    """The picture as PNG; `shows` tells by its repr what is in it beside edition and day."""
    boundaries = boundaries_of(as_of)
    parts = (
        PICTURES_VERSION,
        (as_of.edition.stamp, as_of.on, as_of.known_on, as_of.language),
        (shows, wanted.size, boundaries.hash, settings.SITE_URL),
        sorted(wanted.colours.items()),
    )
    name = f"{sha256(repr(parts).encode()).hexdigest()[:24]}.png"
    return pictures().read_or_make(name, lambda: _made(picture(), wanted, boundaries))


def _made(picture: MapPicture, wanted: Print, boundaries: Boundaries) -> bytes:
    layout = _layout(wanted.size, boundaries)
    svg = map_svg(picture, boundaries, wanted.colours, layout)
    width = WIDTHS[wanted.size]
    return press_png(svg, width, round(layout.height * width / layout.width))


def _layout(size: str, boundaries: Boundaries) -> Layout:
    return FIXED.get(size) or wide_layout(boundaries.width, boundaries.height, OWN_FONT)
