"""The addresses of what other sites may show, for each program under /embed/<program>/."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path, re_path

from jurisdictions.web.embeds.chart import embedded_chart
from jurisdictions.web.embeds.map import embedded_map
from jurisdictions.web.embeds.place import embedded_place
from jurisdictions.web.embeds.timeline import embedded_timeline

GEOID = r"(?P<geoid>\d{2}|\d{5})"

EMBEDDED: list[URLPattern | URLResolver] = [
    path("map/", embedded_map, name="embed-map"),
    re_path(rf"^place/{GEOID}/$", embedded_place, name="embed-place"),
    re_path(rf"^timeline/{GEOID}/$", embedded_timeline, name="embed-timeline"),
    re_path(r"^chart/(?P<chart>[a-z-]+)/$", embedded_chart, name="embed-chart"),
]
