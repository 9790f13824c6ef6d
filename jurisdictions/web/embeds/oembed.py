"""oEmbed 1.0: who has the address of a page of ours is told how to show it in a frame."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from jurisdictions.read.asking import BadAsk
from jurisdictions.render.pictures.map_layout import CARD, SMALL
from jurisdictions.web.embeds.limits import at_most
from jurisdictions.web.embeds.pages import Embed, NotOurs, embed_at, language_of
from jurisdictions.web.map.picture_address import picture_address
from jurisdictions.web.site.addresses import absolute, address
from jurisdictions.web.site.page import FIXED_SECONDS, NEWEST_SECONDS, kept_for_a_while
from jurisdictions.web.site.sharing import SIZES, Share

FORMS = ("json", "xml")
THUMBNAILS = {"card": (CARD.width, CARD.height), "small": (SMALL.width, SMALL.height)}
"""The pictures that may stand for an embed: the first that there is room for."""
Members = dict[str, str | int]


@require_safe
def oembed(request: HttpRequest) -> HttpResponse:
    """What to show of the page that `url` names, within `maxwidth` and `maxheight`.

    404 for what is no page of ours to be shown, 501 for another format than json and xml, 400 for
    a number that is none. Nothing is private: there is no 401.
    """
    form, url = (
        request.GET.get("format", "").strip() or FORMS[0],
        request.GET.get("url", "").strip(),
    )
    if form not in FORMS:
        return _refused(501, f"format: {' or '.join(FORMS)}")
    with override(language_of(url)):
        try:
            limits = at_most(request.GET, "maxwidth"), at_most(request.GET, "maxheight")
            told = _told(request, embed_at(request, url), limits)
        except BadAsk as bad:
            return _refused(400, f"{bad.parameter}: {bad.message}")
        except NotOurs:
            return _refused(404, _("url: is no page of this site that can be shown elsewhere"))
    response = JsonResponse(told) if form == "json" else _xml(told)
    response["Access-Control-Allow-Origin"] = "*"
    return kept_for_a_while(request, response)


def _refused(status: int, text: str) -> HttpResponse:
    response = HttpResponse(f"{text}\n", "text/plain; charset=utf-8", status)
    response["Access-Control-Allow-Origin"] = "*"
    response["Cache-Control"] = "no-store"
    return response


def _told(request: HttpRequest, found: Embed, limits: tuple[int | None, int | None]) -> Members:
    width, height = (
        min(proposed, most or proposed)
        for proposed, most in zip(SIZES[found.kind], limits, strict=True)
    )
    share = Share(absolute(request, found.path), found.title, width, height)
    fixed = "edition=" in found.path
    return {
        "version": "1.0",
        "type": "rich",
        "title": found.title,
        "provider_name": _("Jurisdiction tracker"),
        "provider_url": absolute(request, address("home", {})),
        "cache_age": FIXED_SECONDS if fixed else NEWEST_SECONDS,
        "html": share.code,
        "width": width,
        "height": height,
        **_thumbnail(request, found, limits),
    }


def _thumbnail(
    request: HttpRequest, found: Embed, limits: tuple[int | None, int | None]
) -> Members:
    """The map that stands for it; nothing where no picture is small enough, or there is none."""
    for size, (width, height) in THUMBNAILS.items():
        sides = zip((width, height), limits, strict=True)
        if found.pictured and all(most is None or side <= most for side, most in sides):
            path = picture_address("map-png", found.as_of, found.pictured, size=size)
            return {
                "thumbnail_url": absolute(request, path),
                "thumbnail_width": width,
                "thumbnail_height": height,
            }
    return {}


def _xml(told: Members) -> HttpResponse:
    root = ET.Element("oembed")
    for name, value in told.items():
        ET.SubElement(root, name).text = str(value)
    head = b'<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n'
    return HttpResponse(head + ET.tostring(root), content_type="text/xml; charset=utf-8")
