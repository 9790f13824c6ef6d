"""The nation on a day beside an earlier one: counts, what changed, the federal acts between."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from jurisdictions.read.changes import changes_between
from jurisdictions.read.map_day import map_day
from jurisdictions.read.places import places_of
from jurisdictions.read.program_reading import reading_of
from jurisdictions.read.records import policy_events
from jurisdictions.read.rows import AsOf, FactRow, PlaceRow
from jurisdictions.read.timelines import spans_holding
from jurisdictions.status.dates import PartialDate
from jurisdictions.status.geoids import is_county


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
    """The nation on a day, and on the earlier day `since`: `now` and `then` count by status."""

    since: date
    now: Mapping[str, int]
    then: Mapping[str, int]
    values: Mapping[str, str]
    limited: frozenset[str]
    changes: tuple[Change, ...]
    acts: tuple[FactRow, ...]


def briefing_of(as_of: AsOf, since: date) -> Briefing:
    """The nation on the day, and what changed from `since`, which is not later."""
    then = replace(as_of, on=since)
    day = map_day(as_of, "status")
    before = map_day(then, "status")
    return Briefing(
        since=since,
        now=_counted(as_of, day.values),
        then=_counted(then, before.values),
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


def _counted(as_of: AsOf, values: Mapping[str, str]) -> Mapping[str, int]:
    """How many county equivalents have each status; those that do not exist are not counted."""
    gone = reading_of(as_of.program.slug).GONE
    counties = Counter(word for geoid, word in values.items() if is_county(geoid))
    counties.pop(gone or "", None)
    return counties
