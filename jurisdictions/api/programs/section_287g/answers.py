"""287(g): the nation on a day, how far the record reaches, the agencies of a place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from jurisdictions.api.agency_answers import reach_answer
from jurisdictions.read.agencies.record import agency_record
from jurisdictions.read.reach import reach_of
from jurisdictions.read.rows import AsOf
from jurisdictions.read.spans import spans_on
from jurisdictions.status.geoids import is_county
from jurisdictions.status.programs.section_287g.counts import (
    agencies_by_place,
    counted,
    counted_by_state,
)
from jurisdictions.status.programs.section_287g.vocabulary import Position, Status

STANDING = ("status", "local_agreement", "reach", "state_agency", "application", "state_law")


def nation(as_of: AsOf) -> dict[str, Any]:
    """Agreements in force; `by_status` names every status, those that nobody has with 0."""
    spans = list(spans_on(as_of))
    counties = Counter(span.status for span in spans if is_county(span.geoid))
    agreements = [one.own for one in agency_record(as_of).agreements]
    count, states = counted(agreements, as_of.on), counted_by_state(agreements, as_of.on)
    total = counties.total()
    return {
        **reach(as_of),
        "published": _published(as_of),
        "position": spans[0].position if spans else Position.NOT_AUTHORIZED,
        "agreements": {
            "in_force": count.agreements,
            "agencies": count.agencies,
            "states": len(states),
        },
        "jurisdictions": {"total": total},
        "states": {"total": len(spans) - total},
        "by_status": {status.value: counties[status] for status in Status},
    }


def reach(as_of: AsOf) -> dict[str, Any]:
    """The day of the last list read, and whether the day asked for lies within it."""
    return reach_answer(as_of)


def beside(as_of: AsOf) -> Callable[[str], dict[str, Any]]:
    """How many agencies have an agreement in force: those that serve a county, those of a state."""
    agreements = [one.own for one in agency_record(as_of).agreements]
    found = dict(agencies_by_place(agreements, as_of.on))
    found |= {
        state: count.agencies for state, count in counted_by_state(agreements, as_of.on).items()
    }
    return lambda geoid: {"agencies": found.get(geoid, 0)}


def _published(as_of: AsOf) -> dict[str, Any] | None:
    """What ICE counted last, of a day after the last list and up to the day asked for."""
    told = reach_of(as_of).counted_by(as_of.on)
    return {"fact": told.name, "on": told.on, "value": told.value} if told else None
