"""The map of a day, to be shown elsewhere: a picture, what it says, its legend."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from jurisdictions.read.rows import AsOf
from jurisdictions.render.pictures.map_layout import SMALL
from jurisdictions.web.embeds.frame import embed_frame
from jurisdictions.web.embeds.framed import framable
from jurisdictions.web.map.picture import map_picture
from jurisdictions.web.map.picture_address import picture_address
from jurisdictions.web.map.pressed import BARE, SCHEMES
from jurisdictions.web.map.query import MapQuery, map_query
from jurisdictions.web.site.addresses import address, kept_of


@framable
def embedded_map(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """The map as an image, for what the map's page takes, and `scheme`."""
    asked = map_query(request.GET, as_of)
    shown = map_picture(as_of, asked)
    full = address("map", kept_of(request.GET), **_said(request, asked))
    context = {
        "title": shown.title,
        "sentence": shown.description,
        "legend": [item for item in shown.legend if item.count],
        "asked": asked,
        "size": SMALL,
        "pictures": {scheme: _sources(as_of, asked, scheme) for scheme in SCHEMES},
    }
    return render(request, "embeds/map.html", {**embed_frame(request, as_of, full), **context})


def _said(request: HttpRequest, asked: MapQuery) -> dict[str, str]:
    """What of the map the address names, for the whole page."""
    return {
        "layer": asked.layer if request.GET.get("layer") else "",
        "state": asked.state,
        "place": asked.place,
        "isolate": asked.isolate,
    }


def _sources(as_of: AsOf, asked: MapQuery, scheme: str) -> dict[str, str]:
    """The picture in each width, for the browser to choose from; `src` is the middle one."""
    of_scheme = "" if scheme == SCHEMES[0] else f"&scheme={scheme}"
    hrefs = {
        size: f"{picture_address('map-png', as_of, asked, size=size)}{of_scheme}" for size in BARE
    }
    return {
        "src": hrefs["bare"],
        "srcset": ", ".join(f"{hrefs[size]} {width}w" for size, width in BARE.items()),
    }
