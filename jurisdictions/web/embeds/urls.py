"""The addresses of what other sites may show, for each program under /embed/<program>/."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from jurisdictions.web.embeds.map import embedded_map

EMBEDDED: list[URLPattern | URLResolver] = [
    path("map/", embedded_map, name="embed-map"),
]
