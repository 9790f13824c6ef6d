"""Facts of 287(g) in a line each, for tests."""

from __future__ import annotations

from jurisdictions.status.dates import PartialDate
from jurisdictions.status.programs.section_287g.facts import Agency
from jurisdictions.status.programs.section_287g.vocabulary import (
    AgencyKind,
    AgencyLevel,
    AgencyReach,
)

STATE, COUNTY, NEIGHBOR = "12", "12086", "12011"


def on(text: str) -> PartialDate | None:
    """A date, None for an empty text."""
    return PartialDate.parse(text) if text else None


def agency(
    key: str = "fl-sheriff", reach: str = "whole-county", *geoids: str, state: str = STATE
) -> Agency:
    """An agency; without places it serves one county, or its state."""
    served = geoids or ((state,) if reach == "state" else (COUNTY,))
    return Agency(
        f"agency:{key}",
        key,
        state,
        AgencyLevel.STATE if reach == "state" else AgencyLevel.COUNTY,
        AgencyKind.SHERIFF,
        AgencyReach(reach),
        served,
    )
