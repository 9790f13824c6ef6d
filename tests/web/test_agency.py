"""The page of an agency: its agreements with ICE, its names, the places that it serves."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("both_programs")]


def said(client: Client, agency: str, query: str = "", language: str = "") -> str:
    """The words of a page, without its tags."""
    prefix = f"/{language}" if language else ""
    answer = client.get(f"{prefix}/agencies/{agency}/{query}")
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", answer.text)))


def test_signing_and_listing_are_told_as_two_facts(client: Client) -> None:
    told = said(client, "fl-indian-river-county-sheriff-office")
    assert "Signed on February 26, 2025; on ICE's list from March 6, 2025." in told
    assert "arrest people for immigration in the course of their everyday work" in told


@pytest.mark.parametrize(
    "agency", ["butler-county", "carroll-county", "daviess-county", "kenton-county", "wayne-county"]
)
def test_what_left_the_list_of_kentucky_is_known_between_two_lists(
    client: Client, agency: str
) -> None:
    told = said(client, f"ky-{agency}-sheriff-office")
    assert "It left ICE's list between May 1 and May 7, 2026; no reason is on record." in told


def test_an_end_is_not_told_on_a_day_before_it(client: Client) -> None:
    told = said(client, "ky-kenton-county-sheriff-office", "?date=2026-04-30")
    assert "On April 30, 2026 this agency worked for ICE under 2 agreements." in told
    assert "left ICE's list" not in told


def test_a_list_that_lags_behind_an_end_is_told(client: Client) -> None:
    told = said(client, "nj-monmouth-county-sheriff-office")
    assert "The state ended it on September 27, 2019." in told
    assert "ICE's list still had it until November 17, 2021." in told
    assert "no agreement of this agency with ICE was in force" in told


def test_a_renewed_agreement_leads_to_what_followed(client: Client) -> None:
    page = client.get("/agencies/al-etowah-county-sheriff-office/").text
    assert "It was renewed: a new agreement took its place on June 28, 2013." in page
    assert "#agency_agreement:al-etowah-county-sheriff-office:jem:2013-06-28" in page


@pytest.mark.postgresql
def test_a_relabeled_agreement_names_what_the_list_calls_it_since(client: Client) -> None:
    page = client.get("/agencies/az-pinal-county-sheriff-office/").text
    assert "under another name: Pinal County Attorney" in page
    assert 'href="/agencies/az-pinal-county-attorneys-office/' in page


def test_a_part_of_a_county_is_named_with_how_it_was_found(client: Client) -> None:
    told = said(client, "fl-flagler-beach-police-department")
    assert "It serves part of the county." in told
    assert "Flagler County, Florida" in told
    assert "This is " in told


def test_a_day_after_the_last_list_says_that_the_record_knows_too_little(client: Client) -> None:
    told = said(client, "ky-kenton-county-sheriff-office", "?date=2026-11-01")
    assert told.count("The last list of ICE's on record is of May 18, 2026.") == 1
    assert "the numbers are too low. ICE itself counted 2,654 on October 9, 2026." in told
    before = said(client, "ky-kenton-county-sheriff-office", "?date=2026-05-18")
    assert "The last list of ICE's" not in before
    assert "2,654" not in before


def test_as_known_earlier_a_later_agreement_is_absent(client: Client) -> None:
    told = said(client, "fl-indian-river-county-sheriff-office", "?known=2025-03-01")
    assert "Signed on February 26, 2025" not in told


def test_its_text_is_a_link_that_tells_no_other_host_whence_one_comes(client: Client) -> None:
    page = client.get("/agencies/al-autauga-county-sheriff-office/").text
    [link] = re.findall(r"<a[^>]+AutaugaCoSheriffsOfficeAL_JEM[^>]+>", page)
    assert 'rel="noreferrer"' in link


def test_it_is_told_in_spanish(client: Client) -> None:
    told = said(client, "ky-kenton-county-sheriff-office", language="es")
    assert "Dejó de aparecer en la lista de ICE entre el 1 y el 7 de mayo de 2026" in told
    assert "no se sabe por qué" in told


@pytest.mark.parametrize("unknown", ["nobody-at-all", "12086", "FL-x_y"])
def test_an_unknown_agency_is_a_page_that_says_so(client: Client, unknown: str) -> None:
    answer = client.get(f"/agencies/{unknown}/")
    assert answer.status_code == 404
    assert "No such agency" in answer.text
    assert unknown in answer.text


def test_it_can_be_cited(client: Client) -> None:
    answer = client.get("/cite.bib?page=/agencies/ky-kenton-county-sheriff-office/")
    assert answer.status_code == 200
    assert "Kenton County" in answer.text
    assert answer.text.startswith("@misc{287g-")


def test_its_agreements_through_time_are_a_chart_with_pictures_and_files(client: Client) -> None:
    told = client.get("/agencies/fl-bay-county-sheriff-office/").text
    chart = told.split('id="chart-agency"', 1)[1].split("</section>")[0]
    assert 'role="img"' in chart
    rows = chart.split("<tbody", 1)[1].split("</tbody>")[0].count("<tr")
    bars = chart.split('class="chart-wide"', 1)[1].split("</svg>")[0].count('height="14"')
    assert rows >= bars > 0
    hrefs = [one.replace("&amp;", "&") for one in re.findall(r'chart-files">.*', chart)]
    ways = re.findall(r'href="([^"]+)"', hrefs[0])
    assert len(ways) == 5
    for way in ways:
        answer = client.get(way)
        assert answer.status_code == 200, way
    svg, png = ways[3:]
    assert "agreements of Bay County Sheriff's Office</text>" in unescape(client.get(svg).text)
    png_answer = client.get(png)
    assert png_answer["Content-Type"] == "image/png"
    cited = client.get("/cite.json", {"page": png}).text
    assert "(PNG)" in cited


def test_no_picture_of_an_agency_that_is_not_on_record(client: Client) -> None:
    assert client.get("/287g/agencies/none-such/agreements.svg").status_code == 404
