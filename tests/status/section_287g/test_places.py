"""Which facts each place sees."""

from __future__ import annotations

from jurisdictions.status.programs.section_287g.facts import Agency, AgencyAgreement
from jurisdictions.status.programs.section_287g.places import Places, Record
from tests.status.section_287g.records import (
    COUNTY,
    NEIGHBOR,
    SHERIFF,
    STATE,
    STATUTE,
    TROOPERS,
    agency,
    applied,
    law,
    signed,
)

BOTH = agency("fl-both", "part-of-county", COUNTY, NEIGHBOR)
BORDER = agency("fl-border", "part-of-county", NEIGHBOR, "13001")
DISTRICT = agency("fl-district", "state", COUNTY, NEIGHBOR)
LOST = Agency("agency:fl-lost", "fl-lost", STATE, BOTH.level, BOTH.kind, BOTH.reach)
SIGNED = {
    one.agency: signed("task-force", "2025-03-01", one)
    for one in (SHERIFF, BOTH, BORDER, DISTRICT, TROOPERS, LOST)
}


def of(*agencies: Agency) -> tuple[AgencyAgreement, ...]:
    return tuple(SIGNED[one.agency] for one in agencies)


RECORD = Record(
    agreements=tuple(SIGNED.values()),
    applications=(applied("2025-01-01", "", None), applied("2025-01-02", "", BOTH)),
    laws=(law("requires", "2025-01-01"), law("forbids", "2025-01-01", geoid="13")),
    policy_events=(STATUTE,),
)
PLACES = Places(RECORD)


def test_an_agency_that_serves_two_counties_is_seen_by_both_and_by_its_state_once() -> None:
    assert PLACES.seen_by(COUNTY, STATE).local == of(SHERIFF, BOTH)
    assert PLACES.seen_by(NEIGHBOR, STATE).local == of(BOTH, BORDER)
    assert PLACES.seen_by(STATE).local == of(SHERIFF, BOTH, BORDER, LOST)


def test_an_agency_that_serves_a_county_of_another_state_is_seen_there_too() -> None:
    assert PLACES.seen_by("13001", "13").local == of(BORDER)
    assert PLACES.seen_by("13").local == of(BORDER)


def test_an_agency_whose_reach_is_the_state_is_no_countys_own_whatever_it_names() -> None:
    for place, parent in ((COUNTY, STATE), (STATE, "")):
        seen = PLACES.seen_by(place, parent)
        assert seen.state_agencies == of(DISTRICT, TROOPERS)
        assert not set(of(DISTRICT)) & set(seen.local)
    assert PLACES.seen_by("13001", "13").state_agencies == ()


def test_a_county_sees_its_states_laws_and_the_nations_acts() -> None:
    seen = PLACES.seen_by(COUNTY, STATE)
    assert (seen.laws, seen.policy_events) == (RECORD.laws[:1], (STATUTE,))
    assert PLACES.seen_by("13001", "13").laws == RECORD.laws[1:]


def test_an_application_of_an_agency_not_on_record_is_its_states_alone() -> None:
    assert PLACES.seen_by(STATE).applications == RECORD.applications
    assert PLACES.seen_by(COUNTY, STATE).applications == RECORD.applications[1:]
