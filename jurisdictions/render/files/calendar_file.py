"""Dated events as iCalendar (RFC 5545): every one all day long, as precisely as it is known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from jurisdictions.render.words.days import by_text, date_text
from jurisdictions.status.dates import PartialDate

if TYPE_CHECKING:
    from icalendar import Event as Component

CALENDAR = "text/calendar; charset=utf-8"
EVERY = timedelta(days=1)
"""How often a calendar program is told to look again."""


@dataclass(frozen=True, slots=True)
class Event:
    """What happened on a day.

    `uid` is the same for ever, `kind` what sort of thing it is, `link` the full address of its
    page. `by`: the day is only one by which it had happened. `recorded`: when the record last
    learned of it.
    """

    uid: str
    title: str
    told: str
    kind: str
    on: PartialDate
    by: bool
    link: str
    recorded: datetime

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day that it may mean; of an event by a day that day alone."""
        return (self.on.last_day if self.by else self.on.first_day), self.on.last_day

    @property
    def imprecisely(self) -> str:
        """When it happened, in words, where that is no one day; else ""."""
        if self.by:
            return by_text(self.on)
        return "" if self.on.is_day else date_text(self.on)


@dataclass(frozen=True, slots=True)
class Head:
    """What a calendar says of itself: the host, its name, what it is, its page, its address."""

    host: str
    title: str
    told: str
    page: str
    address: str
    language: str


def calendar_bytes(head: Head, events: Iterable[Event]) -> bytes:
    """The calendar in UTF-8; the same for the same events."""
    # Only who asks for a calendar waits for it: 0.15 s.
    from icalendar import Calendar

    calendar = Calendar()
    for name, value in {
        "prodid": f"-//{head.host}//Jurisdiction tracker//{head.language.upper()}",
        "version": "2.0",
        "calscale": "GREGORIAN",
        "name": head.title,
        "x-wr-calname": head.title,
        "description": head.told,
        "x-wr-caldesc": head.told,
    }.items():
        calendar.add(name, value)
    calendar.add("url", head.page)
    calendar.add("source", head.address, parameters={"VALUE": "URI"})
    calendar.add("refresh-interval", EVERY, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "P1D")
    for one in events:
        calendar.add_component(_component(one))
    found: bytes = calendar.to_ical(sorted=False)
    return found


def _component(one: Event) -> Component:
    from icalendar import Event as Component

    first, last = one.days
    # A precision of the clock that nobody needs would make two calendars differ.
    at = one.recorded.astimezone(UTC).replace(microsecond=0)
    event = Component()
    event.add("uid", one.uid)
    event.add("dtstamp", at)
    event.add("last-modified", at)
    event.add("dtstart", first)
    # Without it the event is that one day long: after the last of all days there is none.
    if last < date.max:
        event.add("dtend", last + EVERY)
    event.add("summary", f"{one.title} ({one.imprecisely})" if one.imprecisely else one.title)
    event.add("description", "\n".join(filter(None, (_doubt(one), one.told, one.link))))
    event.add("categories", [one.kind])
    event.add("url", one.link)
    # Nobody is busy on these days.
    event.add("transp", "TRANSPARENT")
    event.add("x-edtf-date", f"../{one.on}" if one.by else str(one.on))
    return event


def _doubt(one: Event) -> str:
    """That the day is not known as such, where it is not."""
    if one.by:
        return _("The day itself is not on record: it was this day or an earlier one.")
    if one.imprecisely:
        return _("The day itself is not on record: %(when)s.") % {"when": one.imprecisely}
    return ""
