"""The report of a state: its own, its jurisdictions, four telling days, how many were active."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from jurisdictions.read.programs.secure_communities.state_records import (
    AGREEMENTS_ENDED,
    BEFORE,
    FIRST,
    LAST,
    StateRecord,
    TellingDay,
)
from jurisdictions.read.programs.secure_communities.summary import OUT_OF_FORCE
from jurisdictions.read.rows import AsOf, StatusRow
from jurisdictions.render.reports.area_map import area_map, boundaries_of
from jurisdictions.render.reports.chart import active_chart
from jurisdictions.render.reports.colours import colour_of
from jurisdictions.render.reports.parts import Count, Frame, Picture
from jurisdictions.render.reports.place import PlaceReport, place_report
from jurisdictions.render.words.days import date_text, number_text, short_date_text
from jurisdictions.render.words.labels import label
from jurisdictions.status.dates import PartialDate
from jurisdictions.status.programs.secure_communities.vocabulary import (
    ActivationStanding,
    AgreementRecord,
    LocalLimits,
    Status,
)

MANY = 4
"""The most days that are drawn; few records tell fewer."""


@dataclass(frozen=True, slots=True)
class Member:
    """A jurisdiction of the state on the day."""

    geoid: str
    name: str
    status: str
    colour: str
    since: str
    sharing: str
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
    chart: Picture
    members: tuple[Member, ...]


def state_report(as_of: AsOf, record: StateRecord, site_url: str) -> StateReport:
    """The report in the active language."""
    own = place_report(as_of, record.own, site_url)
    own = replace(own, map=_map_on(as_of, record))
    total = number_text(len(record.members))
    alt = _("Number of active jurisdictions of %(state)s over time, of %(total)s.") % {
        "state": record.own.place.name,
        "total": total,
    }
    return StateReport(
        frame=replace(own.frame, words={**own.frame.words, **state_words(len(record.days))}),
        place=own,
        days=tuple(_day(as_of, record, day) for day in record.days),
        key=_key(record.days),
        chart=Picture(active_chart(record.active, len(record.members), as_of.on), alt),
        members=tuple(_member(row) for row in record.members),
    )


def _map_on(as_of: AsOf, record: StateRecord) -> Picture:
    fills = {row.geoid: colour_of("status", row.status) for row in record.members}
    said = {"state": record.own.place.name, "day": date_text(as_of.on)}
    shown = (
        _("By status on this day")
        if not record.limited
        else _("By status on this day; hatched: a local measure limits detainers")
    )
    return Picture(
        area_map(boundaries_of(as_of), fills, limited=record.limited),
        _("Map of the jurisdictions of %(state)s by status on %(day)s.") % said,
        f"{shown}. {doubt}" if (doubt := _never_documented(record)) else shown,
    )


def _never_documented(record: StateRecord) -> str:
    """How many active jurisdictions had an agreement that nobody ever showed; "" for none."""
    doubtful = sum(
        row.agreement_record is AgreementRecord.NEVER_DOCUMENTED
        and row.activation is ActivationStanding.ACTIVATED
        and row.status not in OUT_OF_FORCE
        for row in record.members
    )
    if not doubtful:
        return ""
    said = _("Active, agreement never documented: %(count)s of %(total)s")
    return said % {"count": number_text(doubtful), "total": number_text(len(record.members))}


def _day(as_of: AsOf, record: StateRecord, day: TellingDay) -> Day:
    fills = {geoid: colour_of("status", word) for geoid, word in day.statuses.items()}
    said = {
        "state": record.own.place.name,
        "day": date_text(day.on),
        "active": number_text(day.active),
        "total": number_text(len(day.statuses)),
    }
    return Day(
        day=date_text(day.on),
        why=telling_text(day.why),
        active=_("%(active)s of %(total)s active") % said,
        map=Picture(
            area_map(boundaries_of(as_of), fills, limited=day.limited),
            _("Map of %(state)s on %(day)s: %(active)s of %(total)s jurisdictions active.") % said,
        ),
    )


def telling_text(why: str) -> str:
    """Why a day is drawn."""
    return {
        BEFORE: _("The day before the first activation there"),
        FIRST: _("The first activation there"),
        AGREEMENTS_ENDED: _("ICE ends all agreements"),
        LAST: _("The last change before the program first ended"),
    }[why]


def _key(days: tuple[TellingDay, ...]) -> tuple[Count, ...]:
    """The statuses that the small maps show, in the order of the rule."""
    shown = {word for day in days for word in day.statuses.values()}
    return tuple(
        Count(label(status), colour_of("status", status), "")
        for status in Status
        if status in shown
    )


def _member(row: StatusRow) -> Member:
    return Member(
        row.geoid,
        row.name,
        label(row.status),
        colour_of("status", row.status),
        _day_text(row.since_on),
        _day_text(row.known["sharing_since"]),
        row.local_limits is LocalLimits.LIMITS_DETAINERS,
    )


def _day_text(on: PartialDate | None) -> str:
    return short_date_text(on) if on else ""


def state_words(days: int) -> dict[str, str]:
    """The headings that only a state's report has; `days` is the number of days it draws."""
    return {
        "days": _("Four telling days") if days == MANY else _("Telling days"),
        "chart": _("Active jurisdictions over time"),
        "chart_help": _("The red line is the day of this report."),
        "members": _("Its jurisdictions on this day"),
        "members_help": _("An asterisk after the name: a local measure limits detainers there."),
        "jurisdiction": _("Jurisdiction"),
        "since": _("Since"),
        "sharing": _("Sharing since"),
        "around": _("Its jurisdictions by status"),
    }
