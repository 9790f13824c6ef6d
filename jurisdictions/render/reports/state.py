"""The report of a state: its own, its jurisdictions, four telling days, how many were active."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from jurisdictions.read.rows import AsOf, StatusRow
from jurisdictions.read.state_records import StateRecord, TellingDay
from jurisdictions.render.programs import part_of
from jurisdictions.render.programs.color_tokens import Hatch
from jurisdictions.render.reports.area_map import area_map, boundaries_of
from jurisdictions.render.reports.colours import colour_of
from jurisdictions.render.reports.parts import Count, Frame, Picture, Signed
from jurisdictions.render.reports.place import PlaceReport, place_report
from jurisdictions.render.reports.programs import reporting_of
from jurisdictions.render.words.days import date_text, number_text, short_date_text
from jurisdictions.render.words.labels import label
from jurisdictions.status.programs import rule_of

MANY = 4
"""The most days that are drawn; few records tell fewer."""


@dataclass(frozen=True, slots=True)
class Member:
    """A jurisdiction of the state on the day; `held`: since when what the program is about."""

    geoid: str
    name: str
    status: str
    colour: str
    since: str
    held: str
    limited: bool


@dataclass(frozen=True, slots=True)
class Day:
    """A small map of one telling day; `why` says why that day."""

    day: str
    why: str
    active: str
    map: Picture


@dataclass(frozen=True, slots=True)
class StateReport:
    """What state.typ and reports/state.html show."""

    frame: Frame
    place: PlaceReport
    days: tuple[Day, ...]
    key: tuple[Count, ...]
    signed: tuple[Signed, ...]
    members: tuple[Member, ...]


def state_report(as_of: AsOf, record: StateRecord, site_url: str) -> StateReport:
    """The report in the active language."""
    reporting = reporting_of(as_of.program.slug)
    own = place_report(as_of, record.own, site_url)
    own = replace(own, map=_map_on(as_of, record))
    words = {**state_words(len(record.days)), **reporting.state_words()}
    return StateReport(
        frame=replace(own.frame, words={**own.frame.words, **words}),
        place=own,
        days=tuple(_day(as_of, record, day) for day in record.days),
        key=_key(as_of, record.days),
        signed=reporting.signed(as_of, record),
        members=tuple(_member(as_of, row, record) for row in record.members),
    )


def _map_on(as_of: AsOf, record: StateRecord) -> Picture:
    reporting = reporting_of(as_of.program.slug)
    values = {row.geoid: row.status.value for row in record.members}
    said = {"state": record.own.place.name, "day": date_text(as_of.on)}
    hatched = reporting.state_words()["hatched"]
    shown = hatched if record.limited else _("By status on this day")
    return Picture(
        area_map(boundaries_of(as_of), values, limited=record.limited, hatch=_hatch(as_of)),
        _("Map of the jurisdictions of %(state)s by status on %(day)s.") % said,
        f"{shown}. {doubt}" if (doubt := reporting.doubt(record)) else shown,
    )


def _hatch(as_of: AsOf) -> Hatch:
    """What the program's second mark says: something added, or something missing."""
    told: Hatch = part_of(as_of.program.slug, "map_words").HATCH
    return told


def _day(as_of: AsOf, record: StateRecord, day: TellingDay) -> Day:
    reporting = reporting_of(as_of.program.slug)
    values = {geoid: str(word) for geoid, word in day.statuses.items()}
    active, total = number_text(day.active), number_text(len(day.statuses))
    said = {"state": record.own.place.name, "active": active, "total": total}
    said["day"] = date_text(day.on)
    return Day(
        day=said["day"],
        why=reporting.why_day(day.why),
        active=reporting.counted(active, total),
        map=Picture(
            area_map(boundaries_of(as_of), values, limited=day.limited, hatch=_hatch(as_of)),
            reporting.state_words()["day_alt"] % said,
        ),
    )


def _key(as_of: AsOf, days: tuple[TellingDay, ...]) -> tuple[Count, ...]:
    """The statuses that the small maps show, in the order of the rule."""
    shown = {word for day in days for word in day.statuses.values()}
    return tuple(
        Count(label(status), colour_of("status", status), "")
        for status in rule_of(as_of.program.slug).STATUSES
        if status in shown
    )


def _member(as_of: AsOf, row: StatusRow, record: StateRecord) -> Member:
    return Member(
        row.geoid,
        row.name,
        label(row.status),
        colour_of("status", row.status),
        short_date_text(row.since_on) if row.since_on else "",
        reporting_of(as_of.program.slug).held(row),
        row.geoid in record.limited,
    )


def state_words(days: int) -> dict[str, str]:
    """The headings that only a state's report has; `days` is the number of days it draws."""
    return {
        "days": _("Four telling days") if days == MANY else _("Telling days"),
        "members": _("Its jurisdictions on this day"),
        "jurisdiction": _("Jurisdiction"),
        "since": _("Since"),
        "around": _("Its jurisdictions by status"),
    }
