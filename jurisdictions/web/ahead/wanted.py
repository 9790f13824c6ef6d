"""What is made ahead: addresses, the most wanted first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import unescape

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from jurisdictions.read.asking import LANGUAGES
from jurisdictions.read.maps import layers_of
from jurisdictions.read.places import places_of
from jurisdictions.read.rows import AsOf
from jurisdictions.render.files.package.kept import package_of
from jurisdictions.render.files.package.names import package_name
from jurisdictions.status.geoids import is_state
from jurisdictions.web.map.files import spans_address
from jurisdictions.web.map.names import name_file_addresses
from jurisdictions.web.site.addresses import address
from jurisdictions.web.site.kept.answers import asked_lately
from jurisdictions.web.site.kept.middleware import answers_folder

PAGES = (
    *("map", "places", "policy", "sources", "methodology", "glossary", "about"),
    *("requests", "briefing", "map-svg"),
)
TABLES = {
    "places-file": ("csv", "json", "xlsx", "geojson"),
    "policy-file": ("csv", "json", "xlsx"),
    "sources-file": ("csv", "json", "xlsx"),
}
WITHOUT_LANGUAGE = ("api-status", "api-summary", "api-sources", "api-editions", "sitemap", "robots")
FILES = re.compile(r'(?:href|src)="(/[^"]+\.(?:csv|json|geojson|xlsx|svg|png)(?:\?[^"]*)?)"')
"""Links to files on a page. A PDF is typeset when somebody wants it."""
LATELY_MOST = 1_000
"""Pages that readers asked for before, the latest first: some 40 s of processor."""


def wanted(as_of: AsOf, read: Callable[[str], str]) -> Iterator[str]:
    """Addresses in the order in which they are wanted; `read` gives the text of a page."""
    yield from _in_each_language("map")
    yield from (spans_address(as_of, layer) for layer in layers_of(as_of))
    yield reverse("name-file-list")
    yield from name_file_addresses()
    pages = [path for name in PAGES for path in _in_each_language(name)]
    yield from pages
    yield from (reverse(name) for name in WITHOUT_LANGUAGE)
    for name, forms in TABLES.items():
        for form in forms:
            yield from _in_each_language(name, form=form)
    for page in pages:
        yield from _files_of(read(page))
    yield from _states(as_of)
    # What tells of packages is kept once there is one.
    package_of(as_of)
    yield from _in_each_language("data")
    yield from _in_each_language("data-edition", package=package_name(as_of))
    yield from asked_lately(answers_folder(), LATELY_MOST)


def _states(as_of: AsOf) -> Iterator[str]:
    """Every state's page, under the name that it has in the language."""
    for language in LANGUAGES:
        places = places_of(replace(as_of, language=language)).values()
        with override(language):
            found = [place for place in places if is_state(place.geoid)]
            yield from [address("place", {}, geoid=one.geoid, slug=one.slug) for one in found]


def _in_each_language(name: str, **parts: object) -> Iterator[str]:
    for language in LANGUAGES:
        with override(language):
            yield address(name, {}, **parts)


def _files_of(page: str) -> Iterator[str]:
    for found in FILES.findall(page):
        if not found.startswith(settings.STATIC_URL):
            yield unescape(found)
