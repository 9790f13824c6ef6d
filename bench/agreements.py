"""Deriving 287(g) for every place: the cost of one agreement must not grow with their number.

Needs no database: agreements of agencies in every county equivalent are made up, signed one after
another, a third of them ended, and the rule is run for all places in one pass.
"""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path
from time import process_time

from bench.table import Budget, Row, held
from jurisdictions.status.dates import PartialDate
from jurisdictions.status.geoids import is_county, state_of
from jurisdictions.status.programs.section_287g.facts import Agency, AgencyAgreement, PolicyEvent
from jurisdictions.status.programs.section_287g.places import Places, Record
from jurisdictions.status.programs.section_287g.rule import Tracks, tracks_of
from jurisdictions.status.programs.section_287g.vocabulary import (
    AgencyKind,
    AgencyLevel,
    AgencyReach,
    Effect,
    Model,
)
from jurisdictions.status.timeline import spans_of

BUDGETS = {"each": Budget(1.5, "times the cost of one agreement at 10,000")}
PLACES = Path(__file__).parents[1] / "jurisdictions/data/secure-communities/jurisdictions.csv"
FIRST = date(2002, 7, 2)
STATUTE = PolicyEvent("policy_event:statute", PartialDate(1996, 9, 30), Effect.AUTHORITY_ENACTED)


def measure(full: bool = False) -> list[Row]:
    """What was measured, the figure, the budget: one row for each size."""
    with PLACES.open(encoding="utf-8", newline="") as opened:
        counties = [row["geoid"] for row in csv.DictReader(opened) if is_county(row["geoid"])]
    rows, base = [], 0.0
    for size in (10_000, 100_000) if full else (10_000, 30_000):
        spent = derived(counties, size)
        base = base or spent / size
        figure = f"{spent:.1f} s of CPU ({spent / size / base:.2f} of the first)"
        what = f"derive {len(counties):,} places from {size:,} agreements"
        rows.append(held(what, figure, spent / size / base, BUDGETS["each"]))
    return rows


def derived(counties: list[str], size: int) -> float:
    """Seconds of CPU to derive every county and state from so many agreements."""
    record = Record(tuple(agreement(counties, n) for n in range(size)), (), (), (STATUTE,))
    began = process_time()
    places, lent = Places(record), dict[str, Tracks]()
    for geoid in sorted({*map(state_of, counties), *counties}):
        parent = state_of(geoid) if is_county(geoid) else ""
        tracks = tracks_of(places.seen_by(geoid, parent), lent.get(parent))
        if parent:
            lent.setdefault(parent, tracks)
        spans_of(tracks)
    return process_time() - began


def agreement(counties: list[str], n: int) -> AgencyAgreement:
    """The agreement of that number: an agency of its own, in the counties in turn."""
    county, key = counties[n % len(counties)], f"agency-{n}"
    reach = (AgencyReach.WHOLE_COUNTY, AgencyReach.PART_OF_COUNTY)[n // len(counties) % 2]
    agency = Agency(
        *(f"agency:{key}", key, state_of(county), AgencyLevel.COUNTY, AgencyKind.SHERIFF, reach),
        (county,),
    )
    signed = FIRST + timedelta(n % 8_000)
    ended = PartialDate.of(signed + timedelta(n % 700 + 1)) if n % 3 == 0 else None
    return AgencyAgreement(
        f"agency_agreement:{n}",
        agency,
        tuple(Model)[n % len(Model)],
        PartialDate.of(signed),
        ended_on=ended,
    )
