"""Arbitrary records: dates of every precision and none, renewals, lags, gaps, crowded days."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from jurisdictions.status.dates import PartialDate
from jurisdictions.status.programs.section_287g.facts import (
    Agency,
    AgencyAgreement,
    Application,
    Facts,
    PolicyEvent,
    StateLaw,
)
from jurisdictions.status.programs.section_287g.vocabulary import (
    AgencyReach,
    Basis,
    Effect,
    Ending,
    LawKind,
    Model,
)
from tests.status.section_287g.records import COUNTY, NEIGHBOR, STATE, agency

FIRST, LAST = date(2009, 12, 1), date(2012, 2, 1)

days = st.dates(FIRST, LAST)


def pool() -> list[PartialDate]:
    """Few enough dates that a record is crowded: years, months, days, and between two of these."""
    years, months = ("2010", "2011"), ("01", "02", "07")
    some = [f"{year}-{month}" for year in years for month in months]
    found = [*years, *some, *(f"{month}-{n}" for month in some for n in ("01", "02", "20"))]
    between = [f"{month}-02/{month}-20" for month in some]
    return [*map(PartialDate.parse, [*found, *between, "2010-02/2010-07", "2010-07-20/2011"])]


when = st.sampled_from(pool())
perhaps = st.sampled_from([*pool(), *[None] * 8])
seldom = st.sampled_from([*[None] * 50, *pool()])

LOCAL = tuple(
    agency(f"fl-{n}", reach, *places)
    for n, (reach, places) in enumerate(
        (reach, places)
        for reach in ("whole-county", "part-of-county")
        for places in ((COUNTY,), (NEIGHBOR,), (COUNTY, NEIGHBOR), ("13001", COUNTY))
    )
)
STATES = (agency("fl-troopers", "state"), agency("fl-prisons", "state"))
PLACELESS = Agency("agency:fl-lost", "fl-lost", STATE, LOCAL[0].level, LOCAL[0].kind,
                   AgencyReach.PART_OF_COUNTY)  # fmt: skip


@st.composite
def agreements(
    draw: st.DrawFn, among: tuple[Agency, ...], prefix: str, most: int
) -> tuple[AgencyAgreement, ...]:
    """Agreements with their days in any order, as a record may come to have them."""
    return tuple(
        AgencyAgreement(
            f"agency_agreement:{prefix}{row}",
            draw(st.sampled_from(among)),
            draw(st.sampled_from(Model)),
            draw(perhaps if row % 3 else when),
            draw(perhaps),
            draw(perhaps),
            draw(perhaps),
            draw(perhaps),
            draw(st.sampled_from([None, *Ending])),
            "",
            draw(st.sampled_from(Basis)),
        )
        for row in range(draw(st.integers(0, most)))
    )


@st.composite
def applications(draw: st.DrawFn) -> tuple[Application, ...]:
    return tuple(
        Application(
            f"application:{row}",
            draw(st.sampled_from([*LOCAL, *STATES, None])),
            STATE,
            draw(st.sampled_from(Model)),
            draw(perhaps),
            draw(perhaps),
        )
        for row in range(draw(st.integers(0, 3)))
    )


@st.composite
def laws(draw: st.DrawFn) -> tuple[StateLaw, ...]:
    kinds = draw(st.lists(st.sampled_from([*LawKind, LawKind.FORBIDS]), max_size=3))
    return tuple(
        StateLaw(f"state_law:{row}", STATE, kind, draw(perhaps), draw(perhaps))
        for row, kind in enumerate(kinds)
    )


@st.composite
def policy_events(draw: st.DrawFn) -> tuple[PolicyEvent, ...]:
    effects = draw(st.lists(st.sampled_from(Effect), max_size=4))
    if draw(st.integers(0, 4)):
        effects.insert(0, Effect.AUTHORITY_ENACTED)
    return tuple(
        PolicyEvent(f"policy_event:{row}", draw(perhaps if row else when), effect, draw(seldom))
        for row, effect in enumerate(effects)
    )


@st.composite
def facts(draw: st.DrawFn) -> Facts:
    """All that some county, or some state, may see."""
    return Facts(
        local=draw(agreements(LOCAL, "local", 5)),
        state_agencies=draw(agreements(STATES, "state", 2)),
        applications=draw(applications()),
        laws=draw(laws()),
        policy_events=draw(policy_events()),
    )
