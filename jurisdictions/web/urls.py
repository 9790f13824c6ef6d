"""The addresses of the pages; those in PAGES stand under /es/ in Spanish."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path, re_path

from jurisdictions.web import (
    bulk_urls,
    data_urls,
    file_urls,
    healthz,
    map_file,
    map_page,
    map_png,
    map_search,
    map_svg,
    place,
    places,
    policy,
    report_urls,
    robots,
    sitemap,
    sources,
    texts,
)
from jurisdictions.web.accounts.urls import ACCOUNTS
from jurisdictions.web.desk.people_urls import PEOPLE
from jurisdictions.web.desk.urls import DESK
from jurisdictions.web.keeping_urls import KEEPING

PAGES: list[URLPattern | URLResolver] = [
    path("", map_page.map_page, name="map"),
    path("map.svg", map_svg.map_svg, name="map-svg"),
    path("map.png", map_png.map_png, name="map-png"),
    path("map/search.json", map_search.map_search, name="map-search"),
    *report_urls.REPORTS,
    *bulk_urls.BULK,
    *DESK,
    *PEOPLE,
    *ACCOUNTS,
    *KEEPING,
    path("jurisdictions/", places.places, name="places"),
    re_path(
        r"^jurisdictions/(?P<geoid>\d{2}|\d{5})-(?P<slug>[a-z0-9-]+)/$", place.place, name="place"
    ),
    re_path(r"^jurisdictions/(?P<code>[^?]+)/$", place.place_by_code, name="place-code"),
    path("policy/", policy.policy, name="policy"),
    path("sources/", sources.source_list, name="sources"),
    path("sources/<str:key>/", sources.source, name="source"),
    path("methodology/", texts.methodology, name="methodology"),
    path("glossary/", texts.glossary, name="glossary"),
    path("about/", texts.about, name="about"),
    *data_urls.DATA,
    *file_urls.FORMS,
]
FILES: list[URLPattern] = [
    path("healthz", healthz.healthz, name="healthz"),
    path("map/<slug:program>/<int:edition>/<slug:layer>.json", map_file.map_file, name="map-file"),
    path("sitemap.xml", sitemap.sitemap, name="sitemap"),
    path("robots.txt", robots.robots, name="robots"),
]
"""What has no language of its own."""
