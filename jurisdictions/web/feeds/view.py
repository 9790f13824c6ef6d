"""The page of all feeds and calendars: of everything, of programs, of states, of any place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from jurisdictions.read.finding import places_offered
from jurisdictions.read.happened.asked import STATE
from jurisdictions.read.places import states_of
from jurisdictions.read.program_addresses import in_program
from jurisdictions.read.program_reading import told_by
from jurisdictions.read.rows import AsOf, PlaceRow, ProgramRow
from jurisdictions.web.changes.followed import PLACE
from jurisdictions.web.site.addresses import absolute, address
from jurisdictions.web.site.page import public_page, render_page
from jurisdictions.web.site.standing import standing_of

MOST = 6
"""So many places that a text may mean are offered."""


@dataclass(frozen=True, slots=True)
class Ways:
    """The feed and the calendar of something, how a calendar program subscribes, and by mail."""

    name: str
    feed: str
    calendar: str
    subscribe: str
    mail: str


@dataclass(frozen=True, slots=True)
class Followable:
    """A place or a program: its page, the ways to follow it, and by what else it was found."""

    name: str
    page: str
    ways: Sequence[Ways]
    said: str = ""


@public_page
def feeds(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """Every feed and calendar; those of the places that `text` may mean first."""
    text = request.GET.get("text", "").strip()
    found, _sure = places_offered(text, as_of.language) if text else ([], False)
    programs = [program for program, _edition in standing_of(request).living_first]
    context = {
        "text": text,
        "found": [
            replace(_of_place(request, place, programs), said=said) for place, said in found[:MOST]
        ],
        "everything": _everything(request),
        "programs": [_of_program(request, one) for one in programs],
        "states": [_of_state(request, one, programs) for one in states_of(as_of)],
        "agencies": _agencies(programs),
    }
    return render_page(request, "feeds/page.html", as_of, context)


def _everything(request: HttpRequest) -> Ways:
    return _ways(request, _("Everything"), ("all-feeds", "all-calendars"))


def _of_program(request: HttpRequest, program: ProgramRow) -> Followable:
    with in_program(program.slug):
        return Followable(program.name, address("changes", {}), [_of(request, program)])


def _of_state(request: HttpRequest, state: PlaceRow, programs: Iterable[ProgramRow]) -> Followable:
    ways = []
    for program in programs:
        with in_program(program.slug):
            ways.append(_of(request, program, state.geoid, **{STATE: state.state}))
    return Followable(state.name, _page_of(state), ways)


def _of_place(request: HttpRequest, place: PlaceRow, programs: Iterable[ProgramRow]) -> Followable:
    ways = []
    for program in programs:
        with in_program(program.slug):
            ways.append(_of(request, program, place.geoid, **{PLACE: place.geoid}))
    return Followable(place.label, _page_of(place), ways)


def _page_of(place: PlaceRow) -> str:
    return address("place", {}, geoid=place.geoid, slug=place.slug)


def _of(request: HttpRequest, program: ProgramRow, geoid: str = "", **asked: str) -> Ways:
    """The ways of a part of the program that is spoken for; `geoid` is the place of mails."""
    mail = {"program": program.slug, "place": geoid}
    return _ways(request, program.name, ("feed", "calendar"), asked, mail)


def _ways(
    request: HttpRequest,
    name: str,
    pages: tuple[str, str],
    asked: Mapping[str, str] | None = None,
    mail: Mapping[str, str] | None = None,
) -> Ways:
    feed, calendar = (address(page, {}, **(asked or {})) for page in pages)
    _scheme, _colon, rest = absolute(request, calendar).partition(":")
    return Ways(name, feed, calendar, f"webcal:{rest}", address("follow", {}, **(mail or {})))


def _agencies(programs: Iterable[ProgramRow]) -> str:
    """The list of agencies, each with a feed; "" where no program that is published has one."""
    slug = told_by()["agencies"]
    if slug not in {one.slug for one in programs}:
        return ""
    with in_program(slug):
        return address("agencies", {})
