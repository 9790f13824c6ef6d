"""A program's section on the page of a place, rendered for it, so that no link loses it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from django.http import HttpRequest, QueryDict
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.timezone import localdate

from jurisdictions.read.asking import days_for
from jurisdictions.read.program_addresses import in_program
from jurisdictions.read.rows import AsOf, PlaceRow, ProgramRow
from jurisdictions.read.said import said_at
from jurisdictions.render.programs.in_short import InShort
from jurisdictions.render.words.days import date_text
from jurisdictions.render.words.reach import reach_text
from jurisdictions.web.place.told import Told, section_context
from jurisdictions.web.site.addresses import address, kept_of
from jurisdictions.web.site.no_report import has_reports
from jurisdictions.web.site.page_citation import Offered, offered_for, pinned
from jurisdictions.web.site.reader import reader_of
from jurisdictions.web.site.sharing import Share, place_title, share


@dataclass(frozen=True, slots=True)
class Answer:
    """A program's answer about the place, as the section that leads tells it."""

    as_of: AsOf
    status: StrEnum
    in_short: InShort


@dataclass(frozen=True, slots=True)
class Section:
    """What the page needs of a section: its program, how the place stands there, what it says."""

    as_of: AsOf
    status: StrEnum
    in_short: InShort
    html: SafeString
    sources: int
    feed: str
    calendar: str
    share: Share
    citation: Offered

    @property
    def program(self) -> ProgramRow:
        """The program."""
        return self.as_of.program

    @property
    def anchor(self) -> str:
        """Where the section begins."""
        return self.program.slug


def sections_of(request: HttpRequest, asked: list[AsOf], place: PlaceRow) -> list[Section]:
    """A section for each program; the notes are numbered through all of them."""
    gathered: list[tuple[AsOf, Told]] = []
    said = said_at(asked, place)
    for as_of in asked:
        with in_program(as_of.program.slug):
            query = _its_query(request, as_of, leads=not gathered)
            first = 1 + sum(told.sources for _as_of, told in gathered)
            gathered.append(
                (as_of, section_context(as_of, place, query, first, said[as_of.program.slug]))
            )
    others = [Answer(as_of, told.status, told.in_short) for as_of, told in gathered[1:]]
    found: list[Section] = []
    for as_of, told in gathered:
        with in_program(as_of.program.slug):
            found.append(_section(request, place, as_of, told, None if found else others))
    return found


def _section(
    request: HttpRequest, place: PlaceRow, as_of: AsOf, told: Told, others: list[Answer] | None
) -> Section:
    """A section; the one that leads tells the answers of the others after its own."""
    leads = others is not None
    query = _its_query(request, as_of, leads=leads)
    slug = as_of.program.slug
    shared = share(request, "place", place_title(as_of, place), {"geoid": place.geoid}, place.geoid)
    frame: dict[str, object] = {
        "as_of": as_of,
        "kept": kept_of(query),
        "reach": reach_text(as_of),
        "days": days_for(as_of, localdate()),
        "reader": reader_of(request),
        "reported": has_reports(),
        "cite_as": pinned(request, request.path, query, request.resolver_match, as_of),
        "leads": leads,
        "others": others,
        "locator": told.map_of_state(as_of, place) if leads else None,
        "at": "" if leads else f"{slug}-",
        "level": "3",
        "under": "4",
        "share": shared,
        "feed": address("feed", {}, place=place.geoid),
        "calendar": address("calendar", {}, place=place.geoid),
        "follow": address("follow", {}, place=place.geoid),
    }
    html = render_to_string("place/section.html", {**frame, **told.context}, request)
    ways = str(frame["feed"]), str(frame["calendar"])
    cited = offered_for(request, query, as_of, f"{as_of.program.name}, {date_text(as_of.on)}")
    return Section(as_of, told.status, told.in_short, html, told.sources, *ways, shared, cited)


def _its_query(request: HttpRequest, as_of: AsOf, *, leads: bool) -> QueryDict:
    """The query of an address that begins with this section: no edition of another program's."""
    query = request.GET.copy()
    query["program"] = as_of.program.slug
    if not leads:
        query.pop("edition", None)
        if as_of.known_on:
            query["known"] = as_of.known_on.isoformat()
    if query.get("date"):
        query["date"] = as_of.on.isoformat()
    return query
