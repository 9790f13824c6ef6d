"""One page a place answers for every program: the living one first, no link losing any."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

COOK = "/places/17031-cook-county-illinois/"
BOTH = ["287g", "secure-communities"]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("both_programs")]


def page(client: Client, address: str = COOK, **query: str) -> str:
    answer = client.get(address, query)
    assert answer.status_code == 200
    return answer.text


def sections(told: str) -> list[str]:
    """The slugs of the programs, in the order of their sections."""
    return re.findall(r'<section class="program" id="([^"]+)"', told)


def part(told: str, program: str) -> str:
    """The section of a program."""
    begun = told.index(f'<section class="program" id="{program}"')
    following = told.find('<section class="program"', begun + 1)
    return told[begun : following if following > 0 else told.index("</main>")]


def standing(told: str) -> tuple[str, ...]:
    """Program, day and status, as the heading of a section says them."""
    heading = re.search(r"<h2[^>]*standing.*?</h2>", told, re.DOTALL)
    assert heading
    return tuple(filter(None, (one.strip() for one in re.split(r"<[^>]+>", heading[0]))))


def test_a_place_stands_on_one_page_under_every_program(client: Client) -> None:
    told = page(client)
    assert told.count("<h1") == 1
    assert sections(told) == BOTH
    assert standing(part(told, "287g")) == ("287(g)", "May 18, 2026", "None; state law forbids")
    assert standing(part(told, "secure-communities")) == (
        "Secure Communities",
        "August 5, 2011",
        "Not active, opt-out sought",
    )


def test_the_head_of_the_page_leads_to_each_section(client: Client) -> None:
    told = page(client)
    ways = told[told.index("programs-here") : told.index('<section class="program"')]
    assert re.findall(r'href="#([^"]+)"', ways) == BOTH


@pytest.mark.usefixtures("nothing_kept")
def test_what_stands_is_looked_up_once_for_both(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    # What is kept by edition is read now.
    for program in BOTH:
        page(client, f"/{program}/jurisdictions/", date="2010-06-01")
    page(client, date="2010-06-01")
    with django_assert_num_queries(4):  # editions, replies, notes, files of sources
        page(client, date="2011-03-01")


@pytest.mark.parametrize("program", BOTH)
def test_the_program_that_an_address_names_comes_first(client: Client, program: str) -> None:
    assert sections(page(client, program=program))[0] == program
    assert set(sections(page(client, program=program))) == set(BOTH)


@pytest.mark.parametrize(
    ("old", "program"),
    [
        ("/jurisdictions/17031/", "secure-communities"),
        ("/secure-communities/places/17031/", "secure-communities"),
        ("/287g/places/17031/", "287g"),
        ("/places/17031/?program=287g", "287g"),
    ],
)
def test_every_address_of_a_place_leads_to_its_programs_section(
    client: Client, old: str, program: str
) -> None:
    answer = client.get(old, follow=True)
    assert answer.redirect_chain[-1][0].split("?")[0] == COOK
    assert sections(answer.text)[0] == program


def test_a_day_is_a_day_for_every_program(client: Client) -> None:
    told = page(client, date="2011-08-05")
    assert [standing(part(told, one))[1] for one in BOTH] == ["August 5, 2011"] * 2
    assert standing(part(told, "287g"))[2] == "No agreement recorded"


def test_a_day_outside_of_a_programs_life_says_how_far_its_record_goes(client: Client) -> None:
    told = page(client, date="2026-05-18")
    assert standing(part(told, "secure-communities"))[2] == "Program ended"
    assert "The record goes to" in part(told, "secure-communities")
    early = page(client, date="1997-01-01")
    assert "The record begins on" in part(early, "secure-communities")
    assert "The record begins on" not in part(early, "287g")


def test_a_day_too_far_from_one_record_is_the_nearest_for_that_program_alone(
    client: Client,
) -> None:
    told = page(client, date="1990-06-01")
    assert standing(part(told, "287g"))[1] == "June 1, 1990"
    assert "1990-06-01 is too far from this record" in part(told, "secure-communities")


def test_what_was_known_on_a_day_is_shown_under_every_program(client: Client) -> None:
    told = page(client, date="2011-08-05", known="2011-08-05")
    for one in BOTH:
        assert "As known on August 5, 2011" in part(told, one)


def test_an_edition_is_one_programs_and_shows_it_alone(client: Client) -> None:
    told = page(client, program="287g", date="2026-05-18", edition="1")
    assert sections(told) == ["287g"]
    assert "names an edition, and so shows one program alone" in told
    assert f'href="{COOK}?program=287g"' in told


def test_every_link_of_a_section_keeps_its_program_and_the_day(client: Client) -> None:
    told = page(client, date="2011-08-05")
    for one in BOTH:
        for href in re.findall(r'href="([^"]+)"', part(told, one)):
            if "/places/" in href and "date=" in href:
                assert f"program={one}" in href or f"/{one}/" in href
    other = "secure-communities"
    assert "date=2011-08-05" in part(told, other)
    assert f"/{other}/methodology/?date=2011-08-05" in part(told, other)


def test_each_section_can_be_cited_as_it_is(client: Client) -> None:
    told = page(client)
    cited = [unescape(one) for one in re.findall(rf'href="http://testserver({COOK}[^"]+)"', told)]
    assert {
        tuple(sorted(one.partition("?")[2].split("&"))) for one in cited if "edition" in one
    } == {
        ("date=2011-08-05", "edition=1", "program=secure-communities"),
        ("date=2026-05-18", "edition=1", "program=287g"),
    }
    for address in cited:
        assert client.get(address).status_code == 200


@pytest.mark.parametrize("program", ["", *BOTH])
@pytest.mark.parametrize("place", [COOK, "/places/48-texas/", "/es/places/12-florida/"])
def test_no_name_stands_twice_and_every_way_inside_the_page_leads_somewhere(
    client: Client, place: str, program: str
) -> None:
    told = page(client, place, **({"program": program} if program else {}))
    names = re.findall(r' id="([^"]+)"', told)
    assert len(names) == len(set(names))
    assert {unescape(one) for one in re.findall(r'href="#([^"]+)"', told)} <= set(
        map(unescape, names)
    )


def test_both_sections_may_be_told_that_something_is_wrong(client: Client) -> None:
    told = page(client)
    for one in BOTH:
        assert f'href="/{one}{COOK}wrong/"' in part(told, one)
        assert f'href="/{one}{COOK}reply/"' in part(told, one)
        assert f'href="/{one}{COOK}history/"' in part(told, one)


@pytest.mark.postgresql
def test_it_is_told_in_spanish(client: Client) -> None:
    told = page(client, "/es/places/17031-cook-county-illinois/")
    assert sections(told) == BOTH
    assert standing(part(told, "287g"))[1] == "18 de mayo de 2026"
