"""Which of our addresses can be shown elsewhere, and as what: those that a page asks to embed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from urllib.parse import SplitResult, unquote, urlsplit

from django.conf import settings
from django.core.exceptions import TooManyFieldsSent
from django.http import HttpRequest, QueryDict
from django.urls import Resolver404, ResolverMatch
from django.utils.timezone import localdate
from django.utils.translation import get_language_from_path

from jurisdictions.read.asking import BadAsk, NothingPublished, ask
from jurisdictions.read.editions import living_first
from jurisdictions.read.finding import OldCode, place_now
from jurisdictions.read.program_addresses import in_program, is_program
from jurisdictions.read.rows import AsOf
from jurisdictions.render.charts.all import makers_of
from jurisdictions.status.geoids import is_geoid
from jurisdictions.web.charts.asked import asked_as, place_asked
from jurisdictions.web.map.pressed import scheme_asked
from jurisdictions.web.map.query import MapQuery, map_query
from jurisdictions.web.site.addresses import absolute, address, kept_of
from jurisdictions.web.site.program import found_at, program_in
from jurisdictions.web.site.sharing import map_title, place_title

LONGEST = 4000
"""Signs of an address that is read."""
PORTS = {"http": ":80", "https": ":443"}


@dataclass(frozen=True, slots=True)
class Embed:
    """What is shown elsewhere: a kind of site.sharing.SIZES, its title, its path.

    `pictured` is the map that stands for it; None for a chart.
    """

    as_of: AsOf
    kind: str
    title: str
    path: str
    pictured: MapQuery | None


class NotOurs(LookupError):
    """An address that is none of ours, or of nothing that can be shown elsewhere."""


def embed_at(request: HttpRequest, url: str) -> Embed:
    """What is to be shown of a page of ours by its full address; raise NotOurs for any other."""
    parts = _ours(request, url)
    try:
        return _embed(unquote(parts.path, errors="strict"), QueryDict(parts.query))
    except (BadAsk, NothingPublished, OldCode, Resolver404, TooManyFieldsSent, UnicodeError):
        raise NotOurs(url) from None


def language_of(url: str) -> str:
    """The language of a page by its full address."""
    try:
        path = urlsplit(url).path
    except ValueError:
        path = ""
    return get_language_from_path(path) or settings.LANGUAGE_CODE


def _ours(request: HttpRequest, url: str) -> SplitResult:
    """The parts of an address that is on our host and nothing but an address; raise NotOurs."""
    # What browsers and libraries read otherwise than they read each other is refused.
    if len(url) > LONGEST or "\\" in url or any(ord(sign) <= 32 or ord(sign) > 126 for sign in url):
        raise NotOurs(url)
    try:
        parts = urlsplit(url)
    except ValueError:
        raise NotOurs(url) from None
    host = parts.netloc.lower().removesuffix(PORTS.get(parts.scheme, ":"))
    if parts.scheme not in PORTS or host not in _hosts(request):
        raise NotOurs(url)
    return parts


def _hosts(request: HttpRequest) -> set[str]:
    """The names under which this site is reached, each with its port if that is not the usual."""
    site = urlsplit(absolute(request, "/"))
    return {
        host.lower().removesuffix(port)
        for host in (site.netloc, request.get_host())
        for port in (PORTS[site.scheme],)
    }


def _embed(path: str, query: QueryDict) -> Embed:
    match = found_at(path)
    found = KINDS.get(match.url_name or "")
    if found is None:
        raise NotOurs(path)
    slug = program_in(path) or query.get("program", "") or _living()
    with in_program(slug) if is_program(slug) else nullcontext():
        as_of = ask(
            program=slug,
            edition=query.get("edition", ""),
            date=query.get("date", ""),
            known=query.get("known", ""),
            language=get_language_from_path(path) or settings.LANGUAGE_CODE,
            today=localdate(),
            nearest=True,
        )
        return found(as_of, match, query)


def _living() -> str:
    """The program that the page of a place begins with where none is named."""
    return next((program.slug for program, _edition in living_first("en")), "")


def _kept(query: QueryDict) -> dict[str, str]:
    """What of a query every embed keeps: the day, the edition, the scheme."""
    scheme = scheme_asked(query) if query.get("scheme", "").strip() else ""
    return {**kept_of(query), **({"scheme": scheme} if scheme else {})}


def _map(as_of: AsOf, match: ResolverMatch, query: QueryDict) -> Embed:
    del match
    asked = map_query(query, as_of)
    said = {
        "layer": asked.layer if query.get("layer") else "",
        "state": asked.state,
        "place": asked.place,
        "isolate": asked.isolate,
    }
    path = address("embed-map", _kept(query), **said)
    return Embed(as_of, "map", map_title(as_of, asked.state, asked.place), path, asked)


def _of_place(kind: str) -> Callable[[AsOf, ResolverMatch, QueryDict], Embed]:
    def found(as_of: AsOf, match: ResolverMatch, query: QueryDict) -> Embed:
        code = str(match.kwargs.get("geoid") or match.kwargs.get("code", "").partition("-")[0])
        place = place_now(as_of, code) if is_geoid(code) else None
        if place is None:
            raise NotOurs(code)
        asked = MapQuery("status", place.state, "" if place.is_state else place.geoid, "")
        path = address(f"embed-{kind}", _kept(query), geoid=place.geoid)
        return Embed(as_of, kind, place_title(as_of, place), path, asked)

    return found


def _chart(as_of: AsOf, match: ResolverMatch, query: QueryDict) -> Embed:
    place = place_asked(as_of, query)
    makers = makers_of(as_of, place)
    name = match.kwargs.get("chart") or next(iter(makers), "")
    if name not in makers:
        raise NotOurs(str(name))
    undated = {key: said for key, said in _kept(query).items() if key != "date"}
    path = address("embed-chart", undated, chart=name, **asked_as(place))
    return Embed(as_of, "chart", makers[name]().title, path, None)


KINDS: Mapping[str, Callable[[AsOf, ResolverMatch, QueryDict], Embed]] = {
    **dict.fromkeys(("map", "embed-map"), _map),
    **dict.fromkeys(("place", "place-code", "program-place", "embed-place"), _of_place("place")),
    "embed-timeline": _of_place("timeline"),
    **dict.fromkeys(("charts", "embed-chart"), _chart),
}
"""By the names of addresses, what is shown of them elsewhere."""
