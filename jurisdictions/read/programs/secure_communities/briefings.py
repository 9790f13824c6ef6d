"""The nation on a day beside an earlier one: counts, what changed, the federal acts between."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from jurisdictions.read.changes import changes_between
from jurisdictions.read.map_day import map_day
from jurisdictions.read.places import places_of
from jurisdictions.read.programs.secure_communities.summary import headline_days, summary_on
from jurisdictions.read.records import policy_events
from jurisdictions.read.rows import AsOf, FactRow, PlaceRow, Summary
from jurisdictions.read.timelines import spans_holding
from jurisdictions.status.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Change:
    """A place whose status on the day is not that of the earlier one, and what made it so.

    `since` is the day from which it has held, `since_on` what is known of it. `reasons` are the
    facts behind it that took effect between the two days; all that are behind it when none did.
    """

    place: PlaceRow
    before: StrEnum
    after: StrEnum
    since: date | None
    since_on: PartialDate | None
    reasons: tuple[FactRow, ...]


@dataclass(frozen=True, slots=True)
class Briefing:
    """The nation on `now.on`, and on the earlier day `since`."""

    since: date
    summary: Summary
    earlier: Summary
    values: Mapping[str, str]
    limited: frozenset[str]
    changes: tuple[Change, ...]
    acts: tuple[FactRow, ...]


def briefing_of(as_of: AsOf, since: date) -> Briefing:
    """The nation on the day, and what changed from `since`, which is not later."""
    then = replace(as_of, on=since)
    day = map_day(as_of, "status")
    return Briefing(
        since=since,
        summary=summary_on(as_of),
        earlier=summary_on(then),
        values=day.values,
        limited=day.limited,
        changes=tuple(_changes(then, as_of)),
        acts=tuple(
            act
            for act in policy_events(as_of)
            if act.effective_on and since < act.effective_on <= as_of.on
        ),
    )


def _changes(then: AsOf, now: AsOf) -> Iterator[Change]:
    changed = changes_between(then, now)
    places = places_of(now)
    spans = spans_holding(now, [change.geoid for change in changed])
    for change in changed:
        behind = spans[change.geoid].reasons
        new = (f for f in behind if f.effective_on and then.on < f.effective_on <= now.on)
        yield Change(
            places[change.geoid],
            change.before.status,
            change.after.status,
            change.after.since,
            change.after.since_on,
            tuple(new) or behind,
        )


def usual_since(as_of: AsOf) -> date:
    """The day from which a briefing counts unless told: when the position last changed before.

    The day before the first change when there is none.
    """
    before, since = None, None
    for day, _active, _states, position in headline_days(as_of):
        if day >= as_of.on:
            break
        if position is not before:
            before, since = position, day
    return since or max(as_of.on, date.min + timedelta(days=1)) - timedelta(days=1)
