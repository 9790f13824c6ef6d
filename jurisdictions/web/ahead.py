"""Asks the tracker for its main pages and files before any reader does, so that they are kept.

Made ahead are, in both languages: the pages of the frame and the files that they link to, every
state's page, and the pages that readers asked for under what stood before. Not every county's: all
of them take minutes of processor whenever anything changes, and hardly any is read before the next
change.
"""

from __future__ import annotations

import gzip
import logging
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import unescape
from io import BytesIO
from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import override

from jurisdictions.read.asking import LANGUAGES, NothingPublished, ask
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
from jurisdictions.web.site.kept.middleware import answers_folder, watch
from jurisdictions.web.site.kept.question import PACKED_AHEAD

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
CODINGS = ("br, gzip", "gzip", "")
"""What browsers take, the best first. All that take brotli take gzip."""
LATELY_MOST = 1_000
"""Pages that readers asked for before, the latest first: some 40 s of processor."""
log = logging.getLogger(__name__)


def make_ahead() -> int:
    """Ask for everything, the most wanted first; how many answers there are.

    Ends early when what stands is another than at the beginning: that will be asked for anew.
    """
    known = watch().known()
    try:
        as_of = ask(today=localdate())
    except NothingPublished:
        return 0
    word, made = known.newest.word if known else "", 0
    application = get_wsgi_application()
    for path in _each_once(_wanted(as_of, lambda path: _answer(application, path, "gzip")[1])):
        now = watch().known()
        if watch().away or now is None or now.newest.word != word:
            break
        # What a view packs itself, as best it can, is kept in each form.
        for coding in CODINGS if path.startswith(PACKED_AHEAD) else ("gzip",):
            status, _body = _answer(application, path, coding)
            made += status == 200
            if status >= 500:
                log.warning("%s could not be made ahead: %s", path, status)
    return made


def _each_once(paths: Iterator[str]) -> Iterator[str]:
    met: set[str] = set()
    for path in paths:
        if path not in met:
            met.add(path)
            yield path


def _wanted(as_of: AsOf, read: Callable[[str], str]) -> Iterator[str]:
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


def _answer(application: Callable[..., Any], path: str, coding: str) -> tuple[int, str]:
    """The status, and the text of what a reader on the tracker's own address gets."""
    told: list[tuple[str, dict[str, str]]] = []
    answer = application(
        _asked(path, coding), lambda status, headers: told.append((status, dict(headers)))
    )
    try:
        body = b"".join(answer)
    finally:
        answer.close()
    status, headers = told[0]
    if headers.get("Content-Encoding") == "gzip":
        body = gzip.decompress(body)
    return int(status.split()[0]), body.decode(errors="replace")


def _asked(path: str, coding: str) -> dict[str, object]:
    """A reader's GET as WSGI has it."""
    site = urlsplit(settings.MAIL_SITE_URL)
    where, _mark, query = path.partition("?")
    port = str(site.port or (443 if site.scheme == "https" else 80))
    return {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": unquote(where, "latin-1"),
        "QUERY_STRING": query,
        "SERVER_NAME": site.hostname or "",
        "SERVER_PORT": port,
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": site.netloc,
        "HTTP_ACCEPT": "*/*",
        "HTTP_ACCEPT_ENCODING": coding,
        "HTTP_X_FORWARDED_PROTO": site.scheme,
        "wsgi.url_scheme": site.scheme,
        "wsgi.input": BytesIO(),
        "wsgi.errors": sys.stderr,
    }
