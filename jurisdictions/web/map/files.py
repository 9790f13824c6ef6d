"""The addresses of the files that the map page loads."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.templatetags.static import static
from django.urls import reverse

from jurisdictions.read.maps import file_version, layers_of
from jurisdictions.read.rows import AsOf
from jurisdictions.web.map.drawn import drawn_of, geometry_name
from jurisdictions.web.map.query import MapQuery
from jurisdictions.web.site.addresses import address, with_query

NO_PLACE = "00000"
"""Stands for a geoid in the addresses that the scripts fill in."""

MODULES = (
    *("core/" + name for name in ("borders", "colouring", "colours", "days", "geometry", "geoids")),
    *("core/" + name for name in ("raster", "runs", "spanish-names", "spans", "textures", "track")),
    *("core/caption-at", "core/pause", "core/url-state"),
    *("map/" + name for name in ("borders-canvas", "files", "give-up", "highlight-canvas")),
    *("map/" + name for name in ("layers", "map", "palette", "picture", "picture-layer")),
    *("map/" + name for name in ("places", "places-canvas")),
)
"""The modules of the first picture; those that answer the reader come after it."""


@cache
def module_addresses() -> list[str]:
    """The modules of the first picture, so that the browser asks for all of them at once."""
    return [static(f"js/{name}.js") for name in MODULES]


def file_addresses(as_of: AsOf, asked: MapQuery, kept: dict[str, str]) -> dict[str, Any]:
    """The addresses of every file, as the template and the scripts name them."""
    layers = {layer: spans_address(as_of, layer) for layer in layers_of(as_of)}
    shown = {"date": as_of.on.isoformat(), "layer": asked.layer, "state": asked.state}
    return {
        "geometry": static(geometry_name(as_of)),
        "spans": layers[asked.layer],
        "layers": layers,
        "search": reverse("place-search"),
        "names": reverse("name-file-list"),
        "reasons": with_query(
            reverse("api-place", kwargs={"geoid": NO_PLACE}), {"program": as_of.program.slug}
        ),
        # The short form leads on to the readable one.
        "place": address("place-code", {}, code=NO_PLACE),
        "picture": address("map-svg", {**kept, **shown}),
        "bare": address("map-png", {**kept, **shown}, size="bare"),
    }


def spans_address(as_of: AsOf, layer: str) -> str:
    """The span file of a layer in this edition, as known on the day asked for.

    `v` changes with its content, which browsers keep for ever.
    """
    parts = {
        "program": as_of.program.slug,
        "edition": as_of.edition.number,
        "layer": layer,
    }
    known = as_of.known_on.isoformat() if as_of.known_on else None
    version = file_version(as_of, drawn_of(as_of))
    return with_query(reverse("map-file", kwargs=parts), {"known": known, "v": version})
