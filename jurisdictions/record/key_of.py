"""The key of a new fact, whatever its kind; the steps of a thread are named in `record/steps`."""

from __future__ import annotations

from collections.abc import Mapping

from jurisdictions.record.keys import (
    PlaceNamed,
    Taken,
    agency_agreement_key,
    agency_key,
    application_key,
    event_key,
    law_key,
    list_key,
    measure_key,
    source_key,
)
from jurisdictions.status.kinds import FactKind


def key_of(kind: str, place: PlaceNamed | None, cells: Mapping[str, str], taken: Taken) -> str:
    """The key of a fact of the place with these cells; "" for a kind whose cells are its key."""
    match kind:
        case FactKind.SOURCE:
            return source_key(cells, taken)
        case FactKind.POLICY_EVENT:
            return event_key(cells, taken)
        case FactKind.AGENCY_AGREEMENT:
            return agency_agreement_key(cells, taken)
        case FactKind.LIST:
            return list_key(cells, taken)
        case _:
            return _placed(kind, place, cells, taken) if place else ""


def _placed(kind: str, place: PlaceNamed, cells: Mapping[str, str], taken: Taken) -> str:
    match kind:
        case FactKind.LOCAL_MEASURE:
            return measure_key(place, cells, taken)
        case FactKind.AGENCY:
            return agency_key(place.state, cells, taken)
        case FactKind.APPLICATION:
            return application_key(place.state, cells, taken)
        case FactKind.STATE_LAW:
            return law_key(place.state, cells, taken)
        case _:
            return ""
