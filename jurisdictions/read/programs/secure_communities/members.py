"""How many places of a state shared prints: on a day, at most, and from when on so many."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from jurisdictions.read.kept_once import kept_once
from jurisdictions.read.raw_spans import RawSpan
from jurisdictions.read.rows import AsOf
from jurisdictions.read.spans import spans_within
from jurisdictions.status.dates import PartialDate, read_edtf
from jurisdictions.status.programs.secure_communities.vocabulary import Objection, Status

ACTIVE = frozenset(
    {
        Status.ACTIVE_OVER_OBJECTION,
        Status.ACTIVE_OPT_OUT_PENDING,
        Status.ACTIVE_UNDER_AGREEMENT,
        Status.ACTIVE_AGREEMENT_NOT_DOCUMENTED,
        Status.ACTIVE_WITHOUT_AGREEMENT,
    }
)
"""The statuses of a place that shares prints: an answer says yes of a day with one of these."""


class Number(NamedTuple):
    """So many places shared prints, of so many that there were."""

    sharing: int
    total: int

    @property
    def all(self) -> bool:
        """Whether none was left out."""
        return 0 < self.sharing == self.total


@dataclass(frozen=True, slots=True)
class Members:
    """Of a state: `now` on the day that is shown, `most` from `most_from` on.

    `most` is the first day on which all shared; where that never was, the first of the most.
    `asked`: how many ever asked not to take part, by themselves or as their state did.
    """

    now: Number
    most: Number
    most_from: PartialDate | None
    asked: int = 0


class Step(NamedTuple):
    """From a day on so many; `on` is the day as it is known."""

    start: date
    on: PartialDate | None
    number: Number


def members_of(as_of: AsOf, state: str) -> Members:
    """One query, none for a state that was asked for before."""
    steps, asked = _read(replace(as_of, on=date.min), state)
    starts = [step.start for step in steps]
    most = _most(steps)
    now = steps[bisect_right(starts, as_of.on) - 1].number if steps else Number(0, 0)
    if most is None:
        return Members(now, now, None, asked)
    return Members(now, most.number, most.on, asked)


def _most(steps: Sequence[Step]) -> Step | None:
    whole = (step for step in steps if step.number.all)
    return next(whole, None) or max(steps, key=lambda step: step.number.sharing, default=None)


@kept_once(maxsize=256)
def _read(as_of: AsOf, state: str) -> tuple[tuple[Step, ...], int]:
    """The steps, and how many asked. Kept: what an edition says of a state never changes."""
    spans = spans_within(as_of, state)
    asked = {span.geoid for span in spans if span.objection is not Objection.NONE}
    return _steps(spans), len(asked)


def _steps(spans: Iterable[RawSpan]) -> tuple[Step, ...]:
    turns: dict[date, list[int]] = defaultdict(lambda: [0, 0])
    known: dict[date, PartialDate | None] = {}
    for span in spans:
        shares, exists = span.status in ACTIVE, span.status != Status.DOES_NOT_EXIST
        start = span.start or date.min
        turns[start][0] += shares
        turns[start][1] += exists
        if shares:
            known[start] = read_edtf(span.start_edtf)
        if span.end:
            turns[span.end][0] -= shares
            turns[span.end][1] -= exists
    steps, sharing, total = [], 0, 0
    for start in sorted(turns):
        sharing, total = sharing + turns[start][0], total + turns[start][1]
        steps.append(Step(start, known.get(start), Number(sharing, total)))
    return tuple(steps)
