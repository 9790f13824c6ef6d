"""The page of a place: status, why, timeline, record, sources, comparison."""

from __future__ import annotations

import re

import pytest
from django.test import Client

pytestmark = pytest.mark.usefixtures("shipped")

SAN_FRANCISCO = "/places/06075-san-francisco-county-california/"


@pytest.mark.parametrize(
    ("place", "day", "status"),
    [
        ("48201", "2008-10-27", "Active, agreement not documented"),
        ("48201", "2011-08-05", "Active without an agreement"),
        ("06073", "2009-05-26", "Active under an agreement"),
        ("06075", "2010-05-18", "Not active, opt-out sought"),
        ("06075", "2010-06-08", "Active over objection"),
        ("06085", "2010-09-28", "Active, opt-out pending"),
        ("06085", "2010-11-09", "Active over objection"),
        ("11001", "2010-07-01", "Opted out"),
        ("11001", "2012-06-05", "Active over objection"),
        ("42101", "2009-07-21", "Active without an agreement"),
        ("30001", "2014-11-20", "Program ended"),
    ],
)
def test_the_page_says_the_status_on_the_day(
    client: Client, place: str, day: str, status: str
) -> None:
    said = client.get(f"/places/{place}/", {"date": day}, follow=True).text
    standing = re.search(r'class="standing-status">.*?</span>([^<]+)</span>', said)
    assert standing
    assert standing[1] == status


def test_a_title_of_the_timeline_that_is_longer_than_its_room_has_two_lines(client: Client) -> None:
    query = {"program": "secure-communities"}
    said = client.get("/es" + SAN_FRANCISCO, query, follow=True).text
    (long,) = re.findall(r'<text class="tl-lane">(.*?)</text>', said)
    lines = re.findall(r'<tspan x="0" y="(\d+)">([^<]+)</tspan>', long)
    assert lines == [("6", "Solicitud para"), ("20", "no participar")]
    assert re.sub(r"<[^>]+>", "", long) == "Solicitud para no participar"
    assert '<text class="tl-lane" x="0" y="13">Posición federal</text>' in said


def test_what_was_not_public_is_left_out_as_known_on_an_earlier_day(client: Client) -> None:
    query = {"date": "2009-07-21", "known": "2010-01-01"}
    said = client.get("/places/42101/", query, follow=True).text
    assert "</span>Active, agreement not documented</span>" in said
    assert "As known on January 1, 2010" in said


@pytest.mark.parametrize("short", ["06075", "06075-san-fran", "san-francisco-county-california"])
def test_old_and_short_addresses_lead_to_the_readable_one_for_good(
    client: Client, short: str
) -> None:
    answer = client.get(f"/places/{short}/?date=2010-05-18&known=2011-01-01")
    assert answer.status_code == 301
    assert answer["Location"] == f"{SAN_FRANCISCO}?date=2010-05-18&known=2011-01-01"


@pytest.mark.parametrize(
    "short", ["IL", "il", "17", "ocd-division/country:us/state:il", "illinois"]
)
def test_a_state_is_found_by_every_code_that_it_has(client: Client, short: str) -> None:
    assert client.get(f"/places/{short}/")["Location"] == "/places/17-illinois/"


def test_a_short_address_in_spanish_stays_in_spanish(client: Client) -> None:
    assert client.get("/es/places/17/")["Location"] == "/es/places/17-illinois/"


def test_every_reason_stands_in_the_record_below_with_a_source(client: Client) -> None:
    said = client.get(SAN_FRANCISCO, {"date": "2010-09-15"}).text
    reasons = said.split('<ol class="reasons">')[1].split("</ol>")[0]
    names = re.findall(r'class="reason-date" href="#([^"]+)"', reasons)
    assert "opt_out:san-francisco-2010-05:1" in names
    for name in names:
        assert f'id="{name}"' in said
    for item in reasons.split("<li>")[1:]:
        assert 'href="#note-' in item


def test_every_note_leads_to_a_source_at_the_end(client: Client) -> None:
    said = client.get(SAN_FRANCISCO).text
    for number in set(re.findall(r'href="#note-(\d+)"', said)):
        assert f'id="note-{number}"' in said


def test_every_mark_of_the_picture_is_a_link_to_its_entry(client: Client) -> None:
    said = client.get(SAN_FRANCISCO).text
    picture = said.split('class="timeline"')[1].split("</svg>")[0]
    marks = re.findall(r'class="tl-mark" href="#([^"]+)" aria-label="([^"]+)"', picture)
    assert len(marks) > 10
    for name, title in marks:
        assert f'<li class="fact" id="{name}">' in said
        assert re.match(r"(\w+ )?(\d+, )?\d{4}: ", title)


def test_the_picture_is_drawn_with_points_in_spanish_too(client: Client) -> None:
    said = client.get("/es" + SAN_FRANCISCO).text
    assert re.search(r'cx="\d+\.\d+"', said)
    assert not re.search(r'cx="\d+,\d+"', said)


def test_a_contradicting_source_is_shown_with_both_readings(client: Client) -> None:
    said = client.get(SAN_FRANCISCO).text
    assert "Another source says otherwise." in said
    assert "the record has September 7, 2010" in said
    assert "gives September 8, 2010" in said


def test_a_county_is_compared_with_its_state(client: Client) -> None:
    said = client.get(SAN_FRANCISCO, {"date": "2010-09-28"}).text
    assert "Beside the rest of California" in said
    assert re.search(r"of 58 jurisdictions are recorded as activated", said)


def test_a_state_lists_its_jurisdictions_with_the_number_active(client: Client) -> None:
    said = client.get("/places/17-illinois/", {"date": "2011-05-04"}).text
    assert "26 of 102 jurisdictions are recorded as activated" in said
    assert "All 102 jurisdictions" in said
    kept = "?program=secure-communities&amp;date=2011-05-04"
    assert f"/places/17031-cook-county-illinois/{kept}" in said


def test_a_state_says_which_of_its_places_was_activated_first(client: Client) -> None:
    said = client.get("/places/48-texas/", {"date": "2009-01-01"}).text
    assert "Fingerprint sharing began in Harris County, Texas." in said


def test_the_span_before_and_the_span_after_are_one_link_away(client: Client) -> None:
    said = client.get(SAN_FRANCISCO, {"date": "2010-06-10"}).text
    assert f'rel="prev" href="{SAN_FRANCISCO}?program=secure-communities&amp;date=' in said
    following = re.search(r'rel="next" href="[^"]+date=([\d-]+)"', said)
    assert following
    assert following[1] > "2010-06-10"


def test_an_imprecise_date_is_shown_as_precise_as_it_is(client: Client) -> None:
    said = client.get("/places/11-district-of-columbia/").text
    assert '<span class="fact-date">July 2010</span>' in said
    assert "July 1, 2010" not in said


def test_a_small_map_shows_the_state_with_the_place_on_top(client: Client) -> None:
    said = client.get(SAN_FRANCISCO, {"date": "2010-09-28"}).text
    shapes = re.findall(r'<path class="lo-shape (status-[\w-]+)( lo-own)?"', said)
    assert len(shapes) == 58
    assert [css for css, own in shapes if own] == ["status-active-over-objection"]
    assert shapes[-1][1]


def test_the_small_map_is_as_fine_as_it_can_be_seen_and_an_embed_is_exact(client: Client) -> None:
    drawn, framed = (
        sum(map(len, re.findall(r'class="lo-shape[^>]* d="([^"]+)"', client.get(address).text)))
        for address in (SAN_FRANCISCO, "/embed/secure-communities/place/06075/")
    )
    assert 0 < drawn < 0.95 * framed


def test_the_day_on_which_it_began_is_no_more_precise_than_its_source(client: Client) -> None:
    query = {"date": "2010-07-15"}
    said = client.get("/places/11-district-of-columbia/", query).text
    assert "This has been the status since July 2010." in said


def test_a_tiny_place_has_a_ring_and_a_larger_one_a_halo(client: Client) -> None:
    tiny = client.get(SAN_FRANCISCO).text
    assert '<circle class="lo-ring"' in tiny
    large = client.get("/places/06071-san-bernardino-county-california/", follow=True).text
    assert '<path class="lo-halo"' in large
    assert "lo-ring" not in large
