"""Reports on the web: addresses, forms, languages, refusals."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from html import unescape

import pytest
from django.test import Client

from jurisdictions.web.map.drawn import page_colours

pytestmark = pytest.mark.usefixtures("shipped")

SAN_FRANCISCO = "/secure-communities/places/06075-san-francisco-county-california"


@pytest.mark.parametrize(
    "address",
    [
        "/secure-communities/places/06075.pdf?date=2010-06-08",
        f"{SAN_FRANCISCO}.pdf",
        "/es/secure-communities/places/17.pdf",
        "/secure-communities/jurisdictions.pdf?state=DE",
        "/secure-communities/requests/arlington-2010.pdf",
        "/secure-communities/briefing.pdf?date=2010-06-08&since=2010-06-01",
    ],
)
def test_a_report_comes_as_a_pdf_named_after_program_day_and_edition(
    client: Client, address: str
) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")
    assert 'inline; filename="secure-communities-' in answer["Content-Disposition"]
    assert answer["Content-Disposition"].endswith('-edition-1.pdf"')


def test_the_map_of_the_briefing_follows_the_scheme_and_a_phone_has_it_alone(
    client: Client,
) -> None:
    page = client.get("/secure-communities/briefing/?date=2011-08-05").text
    figure = page[page.index("report-nation") :].split("</figure>")[0]
    sources = re.findall(r'<source media="([^"]+)" srcset="([^"]+)">', figure)
    (light,) = re.findall(r'<img src="([^"]+)"', figure)
    # The browser takes the first that holds; paper has none of them, whatever the screen had.
    assert [media for media, _href in sources] == [
        "screen and (max-width: 40rem) and (prefers-color-scheme: dark)",
        "screen and (max-width: 40rem)",
        "screen and (prefers-color-scheme: dark)",
    ]
    (bare_dark, bare, dark) = [unescape(href) for _media, href in sources]
    assert "size=bare" in bare
    assert bare_dark == f"{bare}&scheme=dark"
    assert dark == f"{unescape(light)}&scheme=dark"
    drawn = client.get(dark).text
    assert page_colours("dark")["status-active-over-objection"] in drawn
    assert page_colours("light")["status-active-over-objection"] not in drawn
    for href in (bare_dark, bare):
        answer = client.get(href)
        assert answer.status_code == 200
        assert answer["Content-Type"] == "image/png"


@pytest.mark.parametrize(
    ("address", "said"),
    [
        (f"{SAN_FRANCISCO}/report/?date=2010-06-08", "Active over objection"),
        ("/secure-communities/places/17-illinois/report/", "26 of 102 active"),
        ("/secure-communities/requests/", "County Board (5-0)"),
        ("/secure-communities/requests/arlington-2010/", "29 days after the step before"),
        ("/secure-communities/briefing/?date=2011-08-05", "What changed, state by state"),
        (f"/es{SAN_FRANCISCO}/report/", "5 de agosto de 2011"),
        ("/es/secure-communities/requests/arlington-2010/", "Junta del Condado"),
        ("/es/secure-communities/briefing/", "5 de agosto de 2011"),
    ],
)
def test_a_report_can_be_read_as_a_page(client: Client, address: str, said: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    assert said in answer.text
    assert "style=" not in answer.text


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/secure-communities/places/99999.pdf", 404),
        ("/secure-communities/places/99999-nowhere/report/", 404),
        ("/secure-communities/requests/nobody/", 404),
        ("/secure-communities/requests/nobody.pdf", 404),
        ("/secure-communities/requests/nobody.zip", 404),
        ("/secure-communities/places/06075.pdf?date=2011-02-30", 400),
        ("/secure-communities/places/06075.pdf?edition=99", 400),
        ("/secure-communities/places/06075.pdf?known=2011-01-01&edition=1", 400),
        ("/secure-communities/jurisdictions.pdf?state=ZZ", 400),
        ("/secure-communities/briefing/?since=yesterday", 400),
        ("/secure-communities/briefing/?since=2011-02-30", 400),
        ("/secure-communities/briefing.pdf?date=2010-01-01&since=2010-01-02", 400),
    ],
)
def test_what_cannot_be_answered_is_refused_plainly(
    client: Client, address: str, status: int
) -> None:
    assert client.get(address).status_code == status


@pytest.mark.parametrize("day", ["0001-01-01", "1999-12-31", "2199-01-01", "9999-12-31"])
@pytest.mark.parametrize(
    "address",
    [
        "/secure-communities/places/06075.pdf",
        f"{SAN_FRANCISCO}/report/",
        "/places/06075-san-francisco-county-california/",
        "/secure-communities/places/17.pdf",
        "/secure-communities/requests/arlington-2010.pdf",
        "/secure-communities/briefing/",
    ],
)
def test_a_day_far_off_is_a_day(client: Client, address: str, day: str) -> None:
    assert client.get(address, {"date": day}).status_code == 200


def test_a_briefing_counts_from_the_last_change_of_the_federal_position(client: Client) -> None:
    said = client.get("/secure-communities/briefing/?date=2011-08-05").text
    assert re.search(r'name="since" type="date"[^>]* value="2010-10-06"', said)


def test_a_briefing_for_one_day_and_itself_has_no_changes(client: Client) -> None:
    said = client.get("/secure-communities/briefing/?date=2011-08-05&since=2011-08-05").text
    assert "No jurisdiction changed status between the two days." in said


def test_a_briefing_names_who_changed_and_why(client: Client) -> None:
    said = client.get("/secure-communities/briefing/?date=2010-06-08&since=2010-06-07").text
    assert "San Francisco County" in said
    assert "Activation, Jun 8, 2010" in said


def test_the_zip_of_a_dossier_holds_its_pdf_its_facts_and_their_sources(client: Client) -> None:
    answer = client.get("/secure-communities/requests/arlington-2010.zip")
    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    assert archive.namelist() == ["README.txt", "dossier.pdf", "facts.csv", "sources.csv"]
    facts = list(csv.DictReader(io.StringIO(archive.read("facts.csv").decode())))
    sources = list(csv.DictReader(io.StringIO(archive.read("sources.csv").decode())))
    assert [row["fact"] for row in facts][:3] == [f"opt_out:arlington-2010:{n}" for n in (1, 2, 3)]
    assert {row["fact"] for row in sources} == {row["fact"] for row in facts}
    assert "edition=1" in archive.read("README.txt").decode()


def test_a_reader_who_has_the_report_is_not_sent_it_again(client: Client) -> None:
    address = "/secure-communities/places/51013.pdf?date=2011-08-05&edition=1"
    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    assert "max-age=86400" in first["Cache-Control"]


def test_the_list_as_pdf_takes_the_lists_filters(client: Client) -> None:
    few = client.get("/secure-communities/jurisdictions.pdf?state=DE").content
    more = client.get("/secure-communities/jurisdictions.pdf?state=IL").content
    assert len(few) < len(more)


@pytest.mark.parametrize("geoid", ["01001", "06075", "17", "48267"])
def test_the_panel_tells_the_size_of_a_report_about_right(client: Client, geoid: str) -> None:
    page = client.get(f"/places/{geoid}/", follow=True).text
    told = re.search(r'href="([^"]+\.pdf[^"]*)"[^>]*>PDF</a>\s*<span[^>]*>about (\d+) kB', page)
    assert told
    real = len(client.get(told[1].replace("&amp;", "&")).content) / 1000
    assert abs(int(told[2]) - real) < 0.2 * real


def test_the_list_offers_itself_as_a_report_with_its_filters(client: Client) -> None:
    assert (
        "/secure-communities/jurisdictions.pdf?state=IL"
        in client.get("/secure-communities/jurisdictions/?state=IL").text
    )


def test_crawlers_are_told_of_every_request(client: Client) -> None:
    said = client.get("/sitemap.xml").text
    assert "/secure-communities/requests/arlington-2010/</loc>" in said
    assert "/es/secure-communities/briefing/" in said


def test_the_federal_timeline_leads_to_the_requests_and_to_the_briefing(client: Client) -> None:
    said = client.get("/secure-communities/policy/?date=2010-10-01").text
    assert 'href="/secure-communities/requests/?date=2010-10-01"' in said
    assert 'href="/secure-communities/briefing/?date=2010-10-01"' in said
