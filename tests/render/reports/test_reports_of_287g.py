"""Reports of 287(g): a county, a state, a list, the nation; how far the record reaches."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from django.test import Client

from jurisdictions.read.asking import ask
from jurisdictions.read.briefings import briefing_of
from jurisdictions.read.place_records import place_record
from jurisdictions.read.rows import AsOf
from jurisdictions.render.reports.briefing import briefing_report
from jurisdictions.render.reports.pdf import place_report_pdf
from jurisdictions.render.reports.place import PlaceReport, place_report
from jurisdictions.render.reports.programs import reporting_of
from jurisdictions.render.reports.state import StateReport, state_report
from tests.web.taking import body
from tests.web.writing import words

pytestmark = [pytest.mark.usefixtures("few_agencies", "shipped")]

SITE, COOK, ILLINOIS = "https://tracker.example", "17031", "17"


def as_of(day: str = "2026-05-18", language: str = "en") -> AsOf:
    return ask(program="287g", date=day, language=language, today=date(2026, 11, 26))


def county(day: str = "2026-05-18") -> PlaceReport:
    record = place_record(as_of(day), COOK)
    assert record is not None
    return place_report(as_of(day), record, SITE)


def state(day: str = "2026-05-18") -> StateReport:
    record = reporting_of("287g").state_record(as_of(day), ILLINOIS)
    assert record is not None
    return state_report(as_of(day), record, SITE)


def test_a_county_says_who_works_for_ice_and_what_the_law_says() -> None:
    told = county()
    assert told.standing.status == "Jail enforcement"
    assert told.standing.why.startswith("Yes: Cook County Sheriff works for ICE. Jail enforcement")
    assert "State law forbids agreements, since January 1, 2022" in told.standing.why
    assert "last list" in told.frame.known
    titles = [story.title for story in told.stories]
    assert titles[0] == "Cook County Sheriff · It serves the whole county."
    assert "Zion Police · It serves parts of these counties." in titles
    entries = [entry for story in told.stories for entry in story.entries]
    assert [entry.number for entry in entries] == list(range(1, len(entries) + 1))
    ended = next(entry for entry in entries if "The agency ended it" in entry.text)
    assert ended.marks
    assert len(told.sources) == 2


def test_a_county_is_told_as_of_its_day() -> None:
    texts = " ".join(
        entry.text for story in county("2025-05-01").stories for entry in story.entries
    )
    assert "April 2, 2025" in texts
    assert "ended" not in texts


def test_what_decided_names_the_agency_and_its_number_in_the_text() -> None:
    decided = {one.title: one.deciders for one in county().dimensions}
    local = decided["Local agreement"]
    assert [one.text for one in local] == [
        "Cook County Sheriff: Jail enforcement model, Mar 1, 2025"
    ]
    assert local[0].number > 0
    assert "Illinois State Police" in decided["State agency"][0].text


def test_periods_that_say_the_same_are_one() -> None:
    told = county()
    assert told.period_columns == ("Federal position", "Local agreement", "State law")
    said = [(one.cells, one.status) for one in told.periods]
    assert all(a != b for a, b in pairwise(said))
    assert sum(one.current for one in told.periods) == 1


def test_a_state_lists_its_agencies_in_force_its_days_and_its_counties() -> None:
    told = state()
    assert [one.name for one in told.signed] == ["Cook County Sheriff", "Illinois State Police"]
    assert [one.day for one in told.days][:1] == ["June 9, 2020"]
    assert "1 of 102 with an agreement" in [one.active for one in told.days]
    assert len(told.members) == 102
    assert told.place.beside.startswith(
        "In Illinois, a local agency had an agreement in force in 1 of 102"
    )


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("geoid", [COOK, ILLINOIS])
def test_both_are_typeset_in_both_languages(geoid: str, language: str) -> None:
    assert place_report_pdf(as_of(language=language), geoid, SITE).startswith(b"%PDF-")


def test_the_briefing_counts_and_tells_what_changed_state_by_state() -> None:
    told = briefing_report(as_of(), briefing_of(as_of(), date(2025, 1, 1)), SITE)
    assert "2 agreements of 2 agencies in 1 state stood in force" in told.lead
    assert told.earlier.startswith("On January 1, 2025")
    assert {one.label for one in told.tallies} >= {"Jail enforcement", "None; state law forbids"}
    assert "Illinois" in [one.name for one in told.states]
    assert told.frame.known


@pytest.mark.parametrize(
    "address",
    ["jurisdictions.pdf?state=IL", f"places/{COOK}.pdf", "briefing.pdf?since=2025-01-01"],
)
@pytest.mark.parametrize("language", ["", "/es"])
def test_each_can_be_had_as_pdf(client: Client, address: str, language: str) -> None:
    answer = client.get(f"{language}/287g/{address}")
    assert answer.status_code == 200
    assert body(answer).startswith(b"%PDF-")
    assert "287g" in answer["Content-Disposition"]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        (f"places/{COOK}-cook-county-illinois/report/", "Cook County Sheriff"),
        (f"places/{ILLINOIS}-illinois/report/", "Agencies with an agreement in force on this day"),
        ("briefing/?since=2025-01-01", "What changed, state by state"),
        ("reports/", "Reports in bulk"),
    ],
)
def test_each_can_be_read_as_a_page(client: Client, address: str, said: str) -> None:
    answer = client.get(f"/287g/{address}")
    assert answer.status_code == 200
    assert said in words(answer)


def test_pages_offer_the_reports_of_their_program(client: Client) -> None:
    assert "/287g/briefing/" in client.get("/287g/policy/").text
    assert "/287g/requests/" not in client.get("/287g/policy/").text
    assert "/287g/jurisdictions.pdf" in client.get("/287g/jurisdictions/").text


def test_a_report_has_the_charts_of_the_page_in_its_own_colors() -> None:
    both = state().place.charts
    assert [one.title for one in both] == [
        "Counties and equivalents by status",
        "Agreements in force, by model",
    ]
    for one in both:
        assert "var(" not in one.picture.svg
        assert "Jail enforcement" in one.picture.svg
    (agreements,) = county().charts
    assert agreements.picture.alt == "287(g): agreements in force by model, Cook County, Illinois"
    assert "of the agencies that serve it" in agreements.sentence


def test_a_day_outside_of_what_is_drawn_has_no_line() -> None:
    (before,) = county("1990-01-01").charts
    (within,) = county("2020-01-01").charts
    assert within.picture.svg.count('stroke-width="1.5"') == 1
    assert before.picture.svg.count('stroke-width="1.5"') == 0
