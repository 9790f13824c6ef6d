"""Arbitrary records: dates of every precision and none, renewals, lags, gaps, crowded days."""

from __future__ import annotations

from datetime import date
from functools import cache

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

# Every strategy is made once: to make and check one takes as long as ten draws from it.
models, bases = st.sampled_from(Model), st.sampled_from(Basis)
endings = st.sampled_from([None, *Ending])
three_laws = st.lists(st.sampled_from([*LawKind, LawKind.FORBIDS]), max_size=3)
four_effects = st.lists(st.sampled_from(Effect), max_size=4)
up_to = {most: st.integers(0, most) for most in range(9)}

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


applicants = st.sampled_from([*LOCAL, *STATES, None])


@cache
def one_of(among: tuple[Agency, ...]) -> st.SearchStrategy[Agency]:
    """Any of the agencies."""
    return st.sampled_from(among)


@st.composite
def agreements(
    draw: st.DrawFn, among: tuple[Agency, ...], prefix: str, most: int
) -> tuple[AgencyAgreement, ...]:
    """Agreements with their days in any order, as a record may come to have them."""
    agencies = one_of(among)
    return tuple(
        AgencyAgreement(
            f"agency_agreement:{prefix}{row}",
            draw(agencies),
            draw(models),
            draw(perhaps if row % 3 else when),
            draw(perhaps),
            draw(perhaps),
            draw(perhaps),
            draw(perhaps),
            draw(endings),
            "",
            draw(bases),
        )
        for row in range(draw(up_to[most]))
    )


@st.composite
def applications(draw: st.DrawFn) -> tuple[Application, ...]:
    return tuple(
        Application(
            f"application:{row}",
            draw(applicants),
            STATE,
            draw(models),
            draw(perhaps),
            draw(perhaps),
        )
        for row in range(draw(up_to[3]))
    )


@st.composite
def laws(draw: st.DrawFn) -> tuple[StateLaw, ...]:
    kinds = draw(three_laws)
    return tuple(
        StateLaw(f"state_law:{row}", STATE, kind, draw(perhaps), draw(perhaps))
        for row, kind in enumerate(kinds)
    )


@st.composite
def policy_events(draw: st.DrawFn) -> tuple[PolicyEvent, ...]:
    effects = draw(four_effects)
    if draw(up_to[4]):
        effects.insert(0, Effect.AUTHORITY_ENACTED)
    return tuple(
        PolicyEvent(f"policy_event:{row}", draw(perhaps if row else when), effect, draw(seldom))
        for row, effect in enumerate(effects)
    )


parts = {
    "local": agreements(LOCAL, "local", 5),
    "state": agreements(STATES, "state", 2),
    "applications": applications(),
    "laws": laws(),
    "acts": policy_events(),
}


@st.composite
def facts(draw: st.DrawFn) -> Facts:
    """All that some county, or some state, may see."""
    return Facts(
        local=draw(parts["local"]),
        state_agencies=draw(parts["state"]),
        applications=draw(parts["applications"]),
        laws=draw(parts["laws"]),
        policy_events=draw(parts["acts"]),
    )
