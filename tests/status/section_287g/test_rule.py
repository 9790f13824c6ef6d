"""What the rule makes of small records."""

from __future__ import annotations

import pytest

from jurisdictions.status.programs.section_287g.rule import VERSION, known_facts
from tests.status.section_287g.records import (
    POLICE,
    SHERIFF,
    STATUTE,
    TROOPERS,
    act,
    applied,
    day,
    law,
    reading,
    seen,
    signed,
    spans,
    status,
)


def test_before_the_statute_nothing_is_authorized_and_after_it_nothing_is_recorded() -> None:
    told = seen()
    assert status(told, "1996-09-29") == "not-authorised"
    assert status(told, "1996-09-30") == "none-recorded"
    assert VERSION == "1"


def test_the_strongest_model_decides_and_its_agreements_are_the_reasons() -> None:
    warrants = signed("warrant-service", "2025-01-02", SHERIFF)
    first = signed("task-force", "2025-02-03", POLICE)
    second = signed("task-force", "2025-02-03", SHERIFF)
    read = reading(seen(warrants, first, second), "2025-06-01")
    assert (read.status, read.reach.value) == ("task-force", "whole-county")
    assert read.reasons == (STATUTE.name, first.name, second.name)


def test_an_agreement_that_only_makes_the_reach_is_a_reason_for_that() -> None:
    warrants = signed("warrant-service", "2025-01-02", SHERIFF)
    street = signed("task-force", "2025-02-03", POLICE)
    read = reading(seen(warrants, street), "2025-06-01")
    assert (read.status, read.reach.value) == ("task-force", "whole-county")
    assert read.reasons == (STATUTE.name, warrants.name, street.name)


def test_when_the_strongest_ends_the_next_model_decides() -> None:
    jail = signed("jail-enforcement", "2024-01-01", SHERIFF)
    street = signed("task-force", "2025-02-03", POLICE, ended_on="2025-04")
    found = spans(seen(jail, street))
    assert [str(span.known.start or "") for span in found] == [
        *("", "1996-09-30", "2024-01-01", "2025-02-03", "2025-04"),
    ]
    assert found[-1].status == "jail-enforcement"
    assert found[-1].reasons == (STATUTE.name, jail.name)
    assert [str(on) for on in found[-1].known.own] == ["2024-01-01"]


def test_a_renewal_leaves_no_gap_and_becomes_the_reason() -> None:
    old = signed("jail-enforcement", "2016-06-08", ended_on="2020-06-09", ending=None)
    new = signed("jail-enforcement", "2020-06-09")
    told = seen(old, new, laws=(law("requires", "2024-05-01"),))
    found = spans(told)
    assert [span.status for span in found][2:] == ["jail-enforcement", "jail-enforcement"]
    assert found[2].reasons == (STATUTE.name, old.name)
    assert found[3].reasons == (STATUTE.name, new.name, "state_law:requires:2024-05-01")
    assert [str(on) for on in found[3].known.own] == ["2016-06-08"]
    assert reading(told, "2020-06-09").reasons == (STATUTE.name, new.name)


def test_an_end_that_rests_on_lists_alone_is_known_as_an_interval() -> None:
    told = seen(
        signed("task-force", "2025-03-05", listed_until="2026-05-14", missing_from="2026-05-18")
    )
    last = spans(told)[-1]
    assert (str(last.start), last.status) == ("2026-05-18", "ended")
    assert (str(last.known.start), str(last.known.since)) == ("2026-05-14/2026-05-18",) * 2
    assert last.known.own == (None,)


def test_what_ended_last_is_the_reason_for_agreement_ended_and_no_other_status() -> None:
    first = signed("task-force", "2008-01-01", ended_on="2012-12-31")
    second = signed("jail-enforcement", "2016-01-01", ended_on="2018-01-01")
    third = signed("warrant-service", "2017-01-01", POLICE, ended_on="2018-01-01")
    told = seen(first, second, third, laws=(law("forbids", "2019-01-01"),))
    assert reading(told, "2018-06-01").reasons == (STATUTE.name, second.name, third.name)
    forbidden = reading(told, "2019-06-01")
    assert (forbidden.status, forbidden.reasons) == (
        "forbidden-by-state",
        (STATUTE.name, "state_law:forbids:2019-01-01"),
    )


def test_a_state_agency_colors_a_county_by_a_task_force_alone() -> None:
    prisons = signed("warrant-service", "2020-07-24", TROOPERS)
    street = signed("task-force", "2025-02-07", TROOPERS)
    told = seen(state_agencies=(prisons, street))
    assert (status(told, "2020-08-01"), status(told, "2025-03-01")) == (
        "none-recorded",
        "state-task-force",
    )
    assert reading(told, "2020-08-01").state_agency.value == "warrant-service"
    assert reading(told, "2020-08-01").reach.value == "none"


def test_an_application_is_pending_through_the_last_list_that_had_it() -> None:
    told = seen(applications=(applied("2025-03-13", "2025-03-16"), applied("")))
    days = ("2025-03-12", "2025-03-13", "2025-03-16", "2025-03-17")
    assert [status(told, one) for one in days] == [
        "none-recorded",
        "application-pending",
        "application-pending",
        "none-recorded",
    ]
    backwards = seen(applications=(applied("2025-03-13", "2025-03-12"),))
    assert len(spans(backwards)) == 2


def test_the_latest_law_in_force_decides_and_one_without_a_date_is_only_shown() -> None:
    told = seen(
        laws=(
            law("forbids", ""),
            law("requires", "2025-02-27"),
            law("ends-requirement", "2026-01"),
            law("forbids-state-agencies", "2026-02-04"),
            law("forbids", "2026-02-05", "2026-05-20"),
        )
    )
    days = ("2025-01-01", "2025-02-27", "2026-01-01", "2026-02-04", "2026-05-20")
    assert [reading(told, one).state_law.value for one in days] == [
        "none-recorded",
        "requires",
        "none-recorded",
        "restricts",
        "forbids",
    ]


def test_of_acts_of_one_day_the_later_in_the_file_decides() -> None:
    acts = (act("task-force-ends", "2012-12-21"), act("warrant-service-begins", "2012-12-21"))
    assert reading(seen(policy_events=acts), "2012-12-21").position.value == (
        "jail-and-warrant-service"
    )
    assert reading(seen(policy_events=acts[::-1]), "2012-12-21").position.value == "jail-only"


@pytest.mark.parametrize(
    ("known", "expected"),
    [("2025-03-05", "none-recorded"), ("2025-03-06", "task-force"), ("2026-05-18", "task-force")],
)
def test_an_agreement_is_not_known_before_a_list_has_it(known: str, expected: str) -> None:
    told = seen(
        signed(
            "task-force",
            "2025-02-26",
            listed_from="2025-03-06",
            listed_until="2026-05-14",
            missing_from="2026-05-18",
        )
    )
    assert status(known_facts(told, day(known)), "2025-03-01") == expected


def test_an_end_an_outcome_and_a_law_are_known_when_they_are_public() -> None:
    told = seen(
        signed("task-force", "2025-02-26", listed_until="2026-05-14", missing_from="2026-05-18"),
        applications=(applied("2025-03-13", "2025-03-16"),),
        laws=(law("forbids", "2026-02-05", "2026-05-20"),),
        policy_events=(STATUTE, act("task-force-ends", "2012-12-21", "2013-01-02")),
    )
    before = known_facts(told, day("2026-05-17"))
    assert (status(before, "2030-01-01"), status(told, "2026-05-19")) == ("task-force", "ended")
    assert reading(before, "2026-05-20").state_law.value == "forbids"
    assert known_facts(told, day("2025-03-16")).applications[0].pending_until is None
    assert known_facts(told, day("2025-03-17")).applications == told.applications
    assert not known_facts(told, day("2026-02-04")).laws
    assert len(known_facts(told, day("2013-01-01")).policy_events) == 1
