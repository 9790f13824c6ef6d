"""The pages and the changes of 287(g) tell it in its own words, in both languages."""

from __future__ import annotations

import html
import json

import pytest
from django.test import Client

from jurisdictions.models import Job

pytestmark = pytest.mark.usefixtures("few_agencies", "shipped")
LANGUAGES = pytest.mark.parametrize("language", ["", "/es"])


def page(client: Client, address: str, status: int = 200) -> str:
    """The text of a page that answers so."""
    answer = client.get(address)
    assert answer.status_code == status
    return html.unescape(answer.text)


@pytest.mark.parametrize(
    ("language", "position", "before"),
    [("", "All models", "Not authorized"), ("/es", "Todos los modelos", "Sin autorización")],
)
def test_the_federal_acts_are_told_with_the_positions_of_their_program(
    client: Client, language: str, position: str, before: str
) -> None:
    text = page(client, f"{language}/287g/policy/")
    assert f"<strong>{position}</strong>" in text
    assert before in text
    assert 'id="policy_event:statute"' in text
    assert 'id="policy_event:restored"' in text
    assert "/287g/briefing/" in text
    assert "/requests/" not in text


@LANGUAGES
def test_the_methodology_shows_the_ten_lines_and_how_far_the_record_reaches(
    client: Client, language: str
) -> None:
    text = page(client, f"{language}/287g/methodology/")
    assert text.count('class="swatch status-') == 10
    assert ("18 de mayo de 2026" if language else "May 18, 2026") in text
    assert 'id="effect-task-force-restored"' in text


@LANGUAGES
def test_its_briefing_tells_what_changed_in_four_weeks(client: Client, language: str) -> None:
    said = page(client, f"{language}/287g/briefing/?date=2026-03-01")
    assert 'value="2026-02-01"' in said
    assert "Illinois" in said
    assert "/287g/briefing.pdf" in said


@pytest.mark.parametrize("language", ["en", "es"])
def test_changes_tell_how_a_place_stands_in_the_words_of_the_program(
    client: Client, language: str
) -> None:
    asked = f"program=287g&from=2025-04-01&to=2026-05-18&lang={language}"
    rows = client.get(f"/api/v1/changes/?{asked}").json()["results"]
    zion = next(row for row in rows if row["geoid"] == "17097")
    members = ["status", "local_agreement", "reach", "state_agency", "application", "state_law"]
    assert list(zion["before"]) == list(zion["after"]) == members
    assert zion["before"]["status"] != zion["after"]["status"] == "state-task-force"


@LANGUAGES
def test_a_place_leads_to_what_it_was_under_each_program(client: Client, language: str) -> None:
    place = f"{language}/places/17031-cook-county-illinois/"
    for first, other in (("secure-communities", "287g"), ("287g", "secure-communities")):
        main = page(client, f"{place}?program={first}").partition("<main")[2]
        led = [main.index(f'<a href="#{program}">') for program in (first, other)]
        told = [
            main.index(f'<section class="program" id="{program}"') for program in (first, other)
        ]
        assert led == sorted(led)
        assert told == sorted(told)
        assert max(led) < min(told)


@pytest.mark.parametrize("form", ["csv", "json", "xlsx"])
def test_the_federal_acts_are_offered_as_files_with_their_positions(
    client: Client, form: str
) -> None:
    assert f"/287g/policy.{form}" in page(client, "/287g/policy/")
    answer = client.get(f"/287g/policy.{form}")
    assert answer.status_code == 200
    said = b"".join(answer.streaming_content) if answer.streaming else answer.content
    assert said
    if form == "json":
        assert [one["position"] for one in json.loads(said)["positions"]][-1] == "all-models"


@LANGUAGES
def test_the_glossary_tells_the_words_of_its_program_and_no_others(
    client: Client, language: str
) -> None:
    agencies = page(client, f"{language}/287g/glossary/")
    assert agencies.count('id="status-') == 10
    assert 'id="state_law-forbids"' in agencies
    assert 'id="status-opted-out"' not in agencies
    assert 'id="term-sib"' not in agencies
    assert 'id="status-task-force"' not in page(client, f"{language}/secure-communities/glossary/")


@LANGUAGES
def test_a_program_without_requests_has_no_list_of_them(client: Client, language: str) -> None:
    page(client, f"{language}/287g/requests/", status=404)


@pytest.mark.postgresql
@LANGUAGES
def test_reports_in_bulk_are_offered_and_asked_for(client: Client, language: str) -> None:
    assert "/287g/reports/" in page(client, f"{language}/287g/policy/")
    assert "287(g)" in page(client, f"{language}/287g/reports/")
    assert client.post(f"{language}/287g/reports/", {"state": "IL"}).status_code == 303
    job = Job.objects.get(kind="reports")
    assert job.arguments["program"] == "287g"
