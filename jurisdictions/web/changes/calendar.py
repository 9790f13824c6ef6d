"""The calendars of what happened: of everything, a program, states, a place, an agency."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jurisdictions.read.happened.between import Days
from jurisdictions.read.happenings.rows import Happening
from jurisdictions.read.newest_versions import recorded_at
from jurisdictions.read.rows import AsOf, FactRow
from jurisdictions.render.files.calendar_file import CALENDAR, Event, Head, calendar_bytes
from jurisdictions.render.files.citation import LICENCE
from jurisdictions.render.files.names import shown
from jurisdictions.render.programs.happened import happening_text, sentence
from jurisdictions.render.words.fact_days import known_by
from jurisdictions.render.words.happened import what_text
from jurisdictions.status.geoids import NATION
from jurisdictions.web.changes.everything import host_of, of_each
from jurisdictions.web.changes.followed import Followed, followed
from jurisdictions.web.site.addresses import absolute, address
from jurisdictions.web.site.page import public_page

NAMED = 40
"""What an event of a whole day names, and says of the rest how many there are."""


@public_page
def calendar(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """What happened under a program, or to what `followed` reads from the query."""
    asked = followed(as_of, request.GET)
    title = _("%(program)s: what happened") % {"program": as_of.program.name}
    name = ": ".join(filter(None, (title, asked.name)))
    saved = "-".join(part.lower() for part in (as_of.program.slug, *asked.parts))
    return _answer(request, saved, name, asked.page, _events(request, as_of, asked))


@public_page
def all_calendars(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """What happened under every program, in one calendar."""
    del as_of  # that something is published
    events: list[Event] = []
    for one, asked in of_each():
        name = one.program.name
        made = _events(request, one, asked)
        events += (replace(event, title=f"{name}: {event.title}") for event in made)
    title = _("Jurisdiction tracker: what happened")
    return _answer(request, "tracker", title, address("feeds", {}), events)


def _answer(
    request: HttpRequest, saved: str, title: str, page: str, events: Iterable[Event]
) -> HttpResponse:
    head = Head(
        host_of(request),
        title,
        _("Dated and sourced by the Jurisdiction tracker, %(address)s. Facts: CC0, %(license)s")
        % {"address": absolute(request, address("home", {})), "license": LICENCE},
        absolute(request, page),
        absolute(request, request.get_full_path()),
        get_language() or "en",
    )
    ordered = sorted(events, key=lambda one: (one.days, one.uid))
    response = HttpResponse(calendar_bytes(head, ordered), content_type=CALENDAR)
    response["Content-Disposition"] = shown(f"{saved}.ics")
    return response


def _events(request: HttpRequest, as_of: AsOf, asked: Followed) -> Iterator[Event]:
    """Each for itself; of a whole program what is not the nation's, each day for itself."""
    at = recorded_at(as_of, {one.fact for one in asked.found})
    alone = [one for one in asked.found if not asked.whole or one.geoid == NATION]
    yield from (_event(request, as_of, asked, one, at) for one in alone)
    if asked.whole:
        rest = sorted((one for one in asked.found if one.geoid != NATION), key=lambda one: one.on)
        for _on, rows in groupby(rest, lambda one: one.on):
            yield _day(request, as_of, asked, list(rows), at)


def _event(
    request: HttpRequest,
    as_of: AsOf,
    asked: Followed,
    one: Happening,
    at: Mapping[str, datetime],
) -> Event:
    what = what_text(one.what)
    return Event(
        uid=_uid(request, one.program, one.fact, one.what.value, "end" if one.ended else ""),
        title=f"{_who(one)}: {what}",
        told=happening_text(one),
        kind=what,
        on=one.on,
        by=isinstance(one.row, FactRow) and not one.ended and known_by(one.row),
        link=absolute(request, asked.on_day(one.day)),
        recorded=at.get(one.fact, as_of.edition.published_at),
    )


def _day(
    request: HttpRequest,
    as_of: AsOf,
    asked: Followed,
    rows: list[Happening],
    at: Mapping[str, datetime],
) -> Event:
    """All that happened on a day, or between two, in the words of the program."""
    on = rows[0].on
    told = [f"{what_text(one.what)}: {_who(one)}" for one in rows[:NAMED]]
    if len(rows) > NAMED:
        told.append(_("and %(number)s more") % {"number": len(rows) - NAMED})
    return Event(
        uid=_uid(request, as_of.program.slug, "day", str(on)),
        title=sentence(as_of, Days(on.first_day, on.last_day), rows),
        told="\n".join(told),
        kind=as_of.program.name,
        on=on,
        by=False,
        link=absolute(request, asked.on_day(rows[0].day)),
        recorded=max(at.get(one.fact, as_of.edition.published_at) for one in rows),
    )


def _who(one: Happening) -> str:
    """To whom it happened: an agency with its state."""
    return f"{one.title} ({one.state})" if one.agency and one.state else one.title


def _uid(request: HttpRequest, *parts: str) -> str:
    """The same for ever, in every language and every calendar that has the event."""
    return f"{'/'.join(filter(None, parts))}@{host_of(request)}"
