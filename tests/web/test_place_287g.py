"""What a place's page says of agreements with ICE: who works for it, the law, what ended."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("both_programs")]


def page(client: Client, geoid: str, language: str = "", **query: str) -> str:
    prefix = f"/{language}" if language else ""
    answer = client.get(
        f"{prefix}/jurisdictions/{geoid}/", {"program": "287g", **query}, follow=True
    )
    assert answer.status_code == 200
    return answer.text


def said(client: Client, geoid: str, language: str = "", **query: str) -> str:
    """The words of a page, without its tags."""
    told = page(client, geoid, language, **query)
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", told)))


def test_a_county_with_three_agencies_names_them_and_what_they_may_do(client: Client) -> None:
    told = said(client, "12035")
    assert "Yes, 3 agencies work for ICE: Flagler County Sheriff's Office; Bunnell Police" in told
    for agency in ("Bunnell Police", "Flagler Beach Police", "Flagler County Sheriff's Office"):
        assert agency in told
    assert "It serves the whole county." in told
    assert "It serves part of the county." in told
    assert "arrest people for immigration" in told
    assert 'href="/agencies/fl-bunnell-police-department/' in page(client, "12035")


def test_who_serves_the_whole_county_comes_first(client: Client) -> None:
    told = page(client, "12035")
    assert told.index("fl-flagler-county-sheriff-office/") < told.index("fl-bunnell-police")


def test_a_county_with_no_agency_in_a_state_that_forbids_says_both(client: Client) -> None:
    told = said(client, "17031")
    assert "No, as far as is on record: no agency here works for ICE." in told
    assert "State law forbids agreements, since August 2, 2021: Illinois Way Forward Act" in told
    assert "No application of an agency here was pending" in told


@pytest.mark.parametrize(
    ("state", "law"),
    [
        ("12", "State law requires agreements, since February 2025: SB 2-C (chapter 2025-1)."),
        ("48", "State law requires agreements, since January 1, 2026: SB 8."),
        ("34", "State law forbids agreements, since September 27, 2019: AG Directive 2018-6"),
        ("06", "State law forbids agreements, since January 1, 2018: SB 54"),
        ("56", "No state law on agreements that counts on this day is on record."),
    ],
)
def test_a_state_says_what_its_law_says(client: Client, state: str, law: str) -> None:
    assert law in said(client, state)


def test_a_law_that_is_only_shown_decides_nothing(client: Client) -> None:
    told = said(client, "12", date="2020-01-01")
    assert "No state law on agreements that counts on this day" in told
    assert "Requires cooperation with ICE" in told


@pytest.mark.parametrize(
    ("county", "agency"),
    [
        ("21031", "Butler County"),
        ("21041", "Carroll County"),
        ("21059", "Daviess County"),
        ("21117", "Kenton County"),
        ("21231", "Wayne County"),
    ],
)
def test_kentuckys_five_left_the_list_between_two_days(
    client: Client, county: str, agency: str
) -> None:
    told = said(client, county)
    ended = told[told.index("What ended") :]
    assert agency in ended
    assert "It left ICE's list between May 1 and May 7, 2026; no reason is on record." in ended


def test_what_ends_later_is_not_told_on_an_earlier_day(client: Client) -> None:
    told = said(client, "21041", date="2026-04-01")
    assert "Yes: Carroll County Sheriff's Office works for ICE." in told
    assert "left ICE's list" not in told


def test_a_county_whose_agreements_all_ended_says_no_longer(client: Client) -> None:
    told = said(client, "34025")
    assert "No longer, as far as is on record" in told
    assert "ICE's list still had it until November 17, 2021." in told


def test_a_state_counts_by_model_over_time_and_lists_its_counties(client: Client) -> None:
    told = page(client, "12")
    assert "Flagler County" in told
    chart = told.split('id="287g-chart-agreements"', 1)[1].split("</section>")[0]
    drawn = set(re.findall(r'<path fill="var\(--local_agreement-([a-z-]+)\)"', chart))
    assert drawn == {"task-force", "jail-enforcement", "not-recorded", "warrant-service"}
    rows = re.findall(
        r'<tr[^>]*><th [^>]*scope="row">(.*?)</th>((?:<td[^>]*>[\d,]+</td>)+)</tr>', chart
    )
    numbers = {
        day: [int(n.replace(",", "")) for n in re.findall(r">([\d,]+)<", cells)]
        for day, cells in rows
    }
    assert all(sum(row[:-1]) == row[-1] for row in numbers.values())
    words = said(client, "12")
    [(agreements, agencies)] = re.findall(
        r"On May 18, 2026, (\d+) agreements of (\d+) agencies were in force", words
    )
    assert int(agreements) == numbers["May 18, 2026"][-1]
    assert int(agencies) <= int(agreements)


def test_one_agreement_of_one_agency_is_told_in_the_singular(client: Client) -> None:
    day = "date=2015-01-01"
    told = " ".join(client.get(f"/places/08-colorado/?program=287g&{day}").text.split())
    assert "On January 1, 2015, 1 agreement of 1 agency was in force;" in told
    spanish = " ".join(client.get(f"/es/places/08-colorado/?program=287g&{day}").text.split())
    assert "Vigente el 1 de enero de 2015: 1 acuerdo de 1 agencia;" in spanish


def test_all_that_happened_is_told_by_time_with_its_sources(client: Client) -> None:
    told = page(client, "12035")
    begun = told[told.index('id="record-heading"') :]
    entries = begun[: begun.index("</details>")]
    days = re.findall(r"<strong>([^<]+)</strong> ·", entries)
    assert len(days) > 6
    assert "February 26, 2025" in days
    assert entries.count('class="note') >= len(days)


def test_it_is_told_in_spanish(client: Client) -> None:
    told = said(client, "21041", "es")
    assert "Sí: Carroll County Sheriff's Office trabaja para ICE." in told
    assert "Dejó de aparecer en la lista de ICE entre el 1 y el 7 de mayo de 2026" in told
    forbids = said(client, "17031", "es")
    assert "La ley estatal prohíbe los acuerdos desde el 2 de agosto de 2021" in forbids


def why(client: Client, geoid: str, **query: str) -> str:
    """The line that says why, as the card of the map asks for it."""
    asked = {"program": "287g", **query}
    told: str = client.get(f"/api/v1/jurisdictions/{geoid}/", asked).json()["why"]
    return told


def test_why_names_the_agencies_and_their_models(client: Client) -> None:
    told = why(client, "12035")
    assert told.startswith("In force: Flagler County Sheriff's Office (task force model, warrant")
    assert "Bunnell Police Department (task force model)" in told
    assert told in said(client, "12035")


def test_why_names_the_first_agencies_and_counts_the_rest(client: Client) -> None:
    told = why(client, "12011")
    named, _and, more = told.partition("; and ")
    assert named.count("(") == 3
    assert re.fullmatch(r"\d+ more agenc(y|ies)\.", more)


def test_why_counts_a_states_agreements_by_model(client: Client) -> None:
    told = why(client, "48")
    numbers = list(map(int, re.findall(r"(\d+) of the ", told)))
    assert " – " not in told
    assert re.match(r"Agreements of local agencies in force: \d+ of the task force model; ", told)
    [(agreements, own)] = re.findall(
        r"On May 18, 2026, (\d+) agreements of \d+ agencies were in force; "
        r"(\d+) are the state's own",
        said(client, "48"),
    )
    assert int(own) > 0
    assert sum(numbers) + int(own) == int(agreements)


def test_why_names_the_agencies_of_the_state_where_they_alone_decide(client: Client) -> None:
    assert "Texas Department of Public Safety" in why(client, "48141")


def test_an_agreement_of_the_state_decides_no_local_dimension(client: Client) -> None:
    told = page(client, "12035")
    rows = re.findall(
        r'<th [^>]*scope="row">([^<]+)</th>\s*<td[^>]*>.*?</td>\s*<td[^>]*>(.*?)</td>', told, re.S
    )
    decided = {title: re.sub(r"<[^>]+>", "", cell) for title, cell in rows}
    assert "Feb 26, 2025" in decided["Local agreement"]
    assert "Feb 7, 2025" not in decided["Local agreement"]
    assert "Feb 7, 2025" in decided["State agency"]


def test_the_timeline_has_the_lanes_of_the_program(client: Client) -> None:
    told = page(client, "12035")
    lanes = re.findall(r'class="tl-lane" x="0" y="13">([^<]+)<', told.split("</svg>")[1])
    assert lanes == [
        *("Status", "Federal position", "Local agreement", "Reach"),
        *("State agency", "Application", "State law"),
    ]
    marks = re.findall(r'class="tl-mark" href="#([^"]+)" aria-label="([^"]+)"', told)
    assert ("agency_agreement" in marks[0][0]) or len(marks) > 6


def test_a_law_counts_from_the_day_on_which_it_is_in_force_wherever_it_is_told(
    client: Client,
) -> None:
    told = page(client, "06037")
    reasons = told[told.index('<ol class="reasons">') :]
    assert "January 1, 2018" in reasons[: reasons.index("</ol>")]
    assert "Forbids agreements, Jan 1, 2018" in told
    assert "October 5, 2017" not in told


def test_a_district_or_a_territory_is_called_by_its_name_and_not_a_state(client: Client) -> None:
    assert "no agency of Puerto Rico had an agreement with ICE" in said(client, "72")
    assert "ninguna agencia del Distrito de Columbia tenía un acuerdo" in said(client, "11", "es")


def test_a_county_whose_agency_only_waits_says_who(client: Client) -> None:
    told = page(client, "55127", date="2025-09-01")
    reasons = told[told.index('<ol class="reasons">') :]
    assert "waits for an agreement." in reasons[: reasons.index("</ol>")]


def test_a_states_counties_say_how_many_agencies_they_have(client: Client) -> None:
    told = page(client, "12")
    body = told[told.index("Agencies that work for ICE</th>") :]
    row = body[body.index(">Flagler County<") :]
    assert re.findall(r"<td[^>]*>([^<]*)</td></tr>", row)[0] == "3"


@pytest.mark.parametrize(
    ("place", "own", "law"),
    [
        ("66", "one agency works for ICE, the territory's own:", "No law of the territory on"),
        ("69", "2 of them are the territory's own.", "No law of the territory on"),
        ("66010", "one of the territory works for ICE:", "No law of the territory on"),
        ("72001", "no agency here works for ICE.", "No law of the territory on"),
        ("11", "no agency here works for ICE.", "No law of the District on"),
        ("11001", "no agency here works for ICE.", "No law of the District on"),
    ],
)
def test_what_is_a_territorys_or_the_districts_is_called_no_states(
    client: Client, place: str, own: str, law: str
) -> None:
    told = said(client, place)
    assert own in told
    assert f"{law} agreements that counts on this day is on record." in told
    assert "the state's own" not in told
    assert "No state law" not in told
    assert "one of the state works" not in told


def test_what_is_a_territorys_is_so_in_spanish_too(client: Client) -> None:
    told = said(client, "66", "es")
    assert "y es del territorio:" in told
    assert "ninguna ley del territorio sobre los acuerdos" in told
