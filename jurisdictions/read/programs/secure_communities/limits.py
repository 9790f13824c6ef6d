"""How far the record falls short, counted from the record itself: what the methodology owns to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from jurisdictions.read.kept_once import kept_once
from jurisdictions.read.programs.secure_communities.summary import (
    Headline,
    headline_days,
    summary_on,
)
from jurisdictions.read.programs.secure_communities.thin import thin_record
from jurisdictions.read.records import national_figures
from jurisdictions.read.rows import AsOf

ACTIVE, NEAR = "active-jurisdictions", 2


@dataclass(frozen=True, slots=True)
class Limits:
    """States active with no agreement documented; places without a date; totals that agree.

    `undated` are the county equivalents that were not active on the day on which most were; `near`
    of the `totals` that were published for the nation lie within NEAR of the record's own.
    """

    undocumented: int
    undated: int
    near: int
    totals: int


def limits_of(as_of: AsOf) -> Limits:
    """The limits of an edition's record. Kept for the editions last asked for."""
    return _limits(replace(as_of, language="en"))


@kept_once(maxsize=8)
def _limits(as_of: AsOf) -> Limits:
    turned = headline_days(as_of)
    fullest = max(turned, key=lambda turn: turn[1])[0] if turned else as_of.on
    then = summary_on(replace(as_of, on=fullest))
    apart = [
        abs((figure.value or 0) - _active(turned, figure.on.last_day))
        for figure in national_figures(as_of)
        if figure.word == ACTIVE and figure.on
    ]
    return Limits(
        undocumented=thin_record(as_of).states,
        undated=then.jurisdictions - then.active,
        near=sum(distance <= NEAR for distance in apart),
        totals=len(apart),
    )


def _active(turned: Sequence[Headline], day: date) -> int:
    """How many jurisdictions were active on a day."""
    return next((active for on, active, *_rest in reversed(turned) if on <= day), 0)
