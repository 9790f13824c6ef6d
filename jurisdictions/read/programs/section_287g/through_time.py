"""How many agreements of each model were in force through time: in the nation, or at a place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from jurisdictions.read.agencies.at_a_place import at_a_place
from jurisdictions.read.agencies.record import agency_record
from jurisdictions.read.agencies.rows import AgreementRow
from jurisdictions.read.rows import AsOf, PlaceRow
from jurisdictions.read.through_time import Changes, Series, series_of
from jurisdictions.status.programs.section_287g.agreements import strength
from jurisdictions.status.programs.section_287g.vocabulary import Strongest

MODELS = tuple(model for model in Strongest if model is not Strongest.NONE)
"""The strongest first; an agreement for jail and task force in one counts as a task force's."""


def series(as_of: AsOf, place: PlaceRow | None) -> Series:
    """Of all agreements of the nation or a state; of a county those of the agencies that serve it.

    The state's own agencies work in each of its counties, and are not counted there.
    """
    return series_of(MODELS, _changes(_agreements(as_of, place)))


def _agreements(as_of: AsOf, place: PlaceRow | None) -> Iterable[AgreementRow]:
    if place is None:
        return agency_record(as_of).agreements
    seen = at_a_place(as_of, place)
    return seen.agreements if place.is_state else seen.local


def _changes(rows: Iterable[AgreementRow]) -> Changes:
    changes: Changes = defaultdict(Counter)
    for row in rows:
        model = strength(row.own.model).value
        if row.term:
            changes[row.term.start][model] += 1
            if row.term.end:
                changes[row.term.end][model] -= 1
    return changes
