"""Known when: which statuses of a day only became known after it, by state, and by which facts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from jurisdictions.read.happened.asked import STATE, states_asked
from jurisdictions.read.known_later.asked import TAKES
from jurisdictions.read.known_later.on_day import (
    LaterRow,
    how_many_later,
    known_later,
    of_how_many,
    telling_day,
)
from jurisdictions.read.places import states_of
from jurisdictions.read.rows import AsOf
from jurisdictions.render.files.columns.known_later import KnownLater
from jurisdictions.render.files.known_later import with_what_came_out
from jurisdictions.render.words.days import when_text
from jurisdictions.render.words.known_later import known_later_sentence, known_later_title
from jurisdictions.status.dates import read_edtf
from jurisdictions.web.changes.context import Option
from jurisdictions.web.site.addresses import address, kept_of
from jurisdictions.web.site.page import public_page, render_page
from jurisdictions.web.site.take.days import known_later_offers

PAGE_SIZE = 100


@dataclass(frozen=True, slots=True)
class Line:
    """A place; `state` is its state's name where it is the first of that on the page.

    `public` says when the last of the facts became public.
    """

    row: KnownLater
    state: str
    public: str


@dataclass(frozen=True, slots=True)
class StateLine:
    """How many places of a state; `href` leads to those alone."""

    name: str
    href: str
    number: int


@public_page
def known_later_page(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """By what was public on the day another status could be known than all facts tell."""
    states = states_asked(as_of, request.GET)
    as_of, opened = _opened(request, as_of, states)
    found = known_later(as_of, states)
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
    said = {**kept_of(request.GET), "date": as_of.on.isoformat()}
    context = {
        "title": known_later_title(),
        "sentence": known_later_sentence(as_of, len(found), of_how_many(as_of, states)),
        "state_options": [
            Option(place.state, place.name, place.state in states) for place in states_of(as_of)
        ],
        "by_state": [] if states else list(_by_state(as_of, found, said)),
        "total": len(found),
        "page": page,
        "lines": list(_lines(as_of, list(page.object_list))),
        "pages": _turns({**said, STATE: states}, page),
        "map": address("map", said, state=states[0] if len(states) == 1 else ""),
        "whole": address("known-later", said) if states else "",
        "opened": opened,
        "take": known_later_offers(request.GET, TAKES, [row.place.geoid for row in found]),
    }
    return render_page(request, "known_later/page.html", as_of, context)


def _opened(request: HttpRequest, as_of: AsOf, states: Sequence[str]) -> tuple[AsOf, bool]:
    """Where no day is asked for, and there is nothing to tell of today: the day that has most."""
    within = [place.geoid for place in states_of(as_of) if place.state in states]
    state = within[0] if len(within) == 1 else ""
    if request.GET.get("date") or how_many_later(as_of, state):
        return as_of, False
    day = telling_day(as_of, state)
    if day is None:
        return as_of, False
    # Every link and file of the page names the day that is shown.
    query = request.GET.copy()
    query["date"] = day.isoformat()
    request.GET = query  # type: ignore[assignment] # a copy
    return replace(as_of, on=day), True


def _by_state(as_of: AsOf, rows: Sequence[LaterRow], said: dict[str, str]) -> Iterable[StateLine]:
    for state in states_of(as_of):
        if number := sum(row.place.state == state.state for row in rows):
            yield StateLine(state.name, address("known-later", said, state=state.state), number)


def _lines(as_of: AsOf, rows: Sequence[LaterRow]) -> Iterable[Line]:
    names = {place.state: place.name for place in states_of(as_of)}
    before = ""
    for row in with_what_came_out(as_of, rows):
        public = read_edtf(row.public_on_edtf or "")
        said = _("Public %(when)s.") % {"when": when_text(public)} if public else ""
        yield Line(row, names[row.state] if row.state != before else "", said)
        before = row.state


def _turns(said: dict[str, object], page: Page[LaterRow]) -> dict[str, str]:
    ways = {}
    if page.has_previous():
        ways["previous"] = page.previous_page_number()
    if page.has_next():
        ways["next"] = page.next_page_number()
    return {
        name: f"{address('known-later', {}, **said, page=number)}#list"
        for name, number in ways.items()
    }
