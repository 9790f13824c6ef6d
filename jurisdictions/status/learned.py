"""Known when: what of a day's status only became known after that day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby, pairwise
from typing import Any

from jurisdictions.status.disclosure import Publicity
from jurisdictions.status.program import Reading, Rule, Tracks


@dataclass(frozen=True, slots=True)
class Learned:
    """On the day `on` facts became public by which another, earlier day reads `after`.

    Until then it read `before`. `facts` are their public names, in the order of the record.
    """

    on: date
    before: StrEnum
    after: StrEnum
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Later:
    """On each day in [start, end) one could know `then`, and by all facts it was `now`."""

    start: date
    end: date
    then: StrEnum
    now: StrEnum


def learned(rule: Rule, facts: Any, day: date) -> tuple[Learned, ...]:
    """What became public after `day` and changed what one knew of it, first to last.

    () where nothing did. The first `before` is what could be known on the day itself, the last
    `after` what all facts tell of it (status-rules, "What could be known when").
    """
    came = _in_order(one for one in rule.publicity_of(facts) if one.counts_from <= day < one.on)
    found: list[Learned] = []
    before = _reading(rule, facts, day, day) if came else None
    for on, group in groupby(came, key=lambda one: one.on):
        after = _reading(rule, facts, on, day)
        if before and after.standing.status is not before.standing.status:
            names = _decisive([one.fact for one in group], before, after)
            found.append(Learned(on, before.standing.status, after.standing.status, names))
        before = after
    return tuple(found)


def later_of(rule: Rule, facts: Any) -> tuple[Later, ...]:
    """Every day on which another status could be known than all facts tell, as periods in order.

    Periods that touch have another `then` or another `now`.
    """
    public = _in_order(rule.publicity_of(facts))
    late = [one for one in public if one.counts_from < one.on]
    if not late:
        return ()
    whole = rule.tracks_of(facts)
    days = sorted({one.on for one in public})
    return _joined(
        period
        for start, end in _covered(late)
        for since, until in pairwise([start, *(d for d in days if start < d < end), end])
        for period in _while_known(rule, facts, whole, (since, until))
    )


def _while_known(
    rule: Rule, facts: Any, whole: Tracks, known: tuple[date, date]
) -> Iterator[Later]:
    """Between two days on which anything became public, the periods that read otherwise."""
    since, until = known
    told: Tracks = rule.tracks_of(rule.known_facts(facts, since))
    turns = {day for tracks in (told, whole) for day in tracks.days if since < day < until}
    for start, end in pairwise([since, *sorted(turns), until]):
        then, now = (tracks.at(start).standing.status for tracks in (told, whole))
        if then is not now:
            yield Later(start, end, then, now)


def _covered(late: Iterable[Publicity]) -> list[tuple[date, date]]:
    """The days on which some fact counted and was not public, as periods that do not touch."""
    found: list[tuple[date, date]] = []
    for start, end in sorted((one.counts_from, one.on) for one in late):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def _joined(periods: Iterable[Later]) -> tuple[Later, ...]:
    found: list[Later] = []
    for one in periods:
        last = found[-1] if found else None
        if last and (last.end, last.then, last.now) == (one.start, one.then, one.now):
            found[-1] = Later(last.start, one.end, one.then, one.now)
        else:
            found.append(one)
    return tuple(found)


def _reading(rule: Rule, facts: Any, known_on: date, day: date) -> Reading:
    reading: Reading = rule.tracks_of(rule.known_facts(facts, known_on)).at(day)
    return reading


def _decisive(names: Sequence[str], before: Reading, after: Reading) -> tuple[str, ...]:
    """Of the facts of one day those that decide either status; all where none is named."""
    deciding = {*before.reasons, *after.reasons}
    return tuple(dict.fromkeys([name for name in names if name in deciding] or names))


def _in_order(public: Iterable[Publicity]) -> list[Publicity]:
    """By the day on which they became public; of one day in the order of the record."""
    return sorted(public, key=lambda one: one.on)
