"""How many agreements and agencies are in force on a day, in all, by state and by county."""

from __future__ import annotations

from jurisdictions.status.programs.section_287g.counts import (
    Count,
    agencies_by_place,
    agencies_through_time,
    counted,
    counted_by_state,
)
from tests.status.section_287g.records import COUNTY, NEIGHBOR, agency, day, on, signed

BOTH = agency("fl-both", "part-of-county", COUNTY, NEIGHBOR)
GEORGIAN = agency("ga-sheriff", "whole-county", "13001", state="13")
TROOPERS = agency("fl-troopers", "state")
AGREEMENTS = (
    signed("task-force", "2025-03-01", BOTH),
    signed("warrant-service", "2025-03-01", BOTH, ended_on="2025-06-01"),
    signed("warrant-service", "2025-04-01", ended_on="2025-05-01"),
    signed("task-force", "2025-04-01", GEORGIAN),
    signed("task-force", "2025-04-01", TROOPERS),
)


def test_an_agency_with_two_agreements_counts_once() -> None:
    assert counted(AGREEMENTS, day("2025-03-01")) == Count(2, 1)
    assert counted(AGREEMENTS, day("2025-04-01")) == Count(5, 4)
    assert counted((), day("2025-04-01")) == Count()
    assert counted_by_state(AGREEMENTS, day("2025-06-01")) == {"12": (2, 2), "13": (1, 1)}


def test_a_county_counts_the_local_agencies_that_serve_it() -> None:
    assert agencies_by_place(AGREEMENTS, day("2025-04-30")) == {NEIGHBOR: 1, COUNTY: 2, "13001": 1}


def test_the_number_turns_only_when_an_agency_comes_or_goes() -> None:
    track = agencies_through_time(AGREEMENTS[:3])
    assert [(mark.day, mark.value, mark.on) for mark in track.marks] == [
        (day("2025-03-01"), 1, on("2025-03-01")),
        (day("2025-04-01"), 2, on("2025-04-01")),
        (day("2025-05-01"), 1, on("2025-05-01")),
    ]
