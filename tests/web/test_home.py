"""The root of the tracker: what it is, the question, every program with a finding, what changed."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("both_programs"),
]
ROOTS = pytest.mark.parametrize("root", ["/", "/es/"])


def said(client: Client, root: str) -> str:
    """The words of the page, without its tags."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", client.get(root).text)))


@ROOTS
def test_the_root_leads_to_every_program_that_has_an_edition(client: Client, root: str) -> None:
    page = client.get(root)
    assert page.status_code == 200
    for program in ("287g", "secure-communities"):
        for name in ("", "jurisdictions/", "changes/", "policy/", "claims/", "data/"):
            assert f'href="{root}{program}/{name}"' in page.text
    assert f'action="{root}places/"' in page.text
    assert 'name="robots"' not in page.text
    main = page.text.partition("<main")[2].partition("</main>")[0]
    found = {unescape(href) for href in re.findall(r'href="([^"]+)"', main)}
    assert len(found) > 15
    assert {href: client.get(href).status_code for href in found} == dict.fromkeys(found, 200)


def test_the_requests_and_the_briefing_are_one_click_away(client: Client) -> None:
    page = client.get("/").text
    assert 'href="/secure-communities/requests/">Requests not to take part</a>' in page
    assert 'href="/secure-communities/briefing/">National briefing</a>' in page


def test_each_program_says_what_its_record_shows(client: Client) -> None:
    told = said(client, "/")
    assert (
        "On May 18, 2026, 1,846 agreements of 1,552 agencies in 40 states were in force. In the"
        " four weeks to May 18, 2026: 154 signed in 20 states; ten left ICE's list, five of them in"
        " Kentucky on one day."
    ) in told
    assert (
        "From January 22, 2013 on, fingerprints taken in 3,180 of 3,234 jurisdictions were shared"
        " with ICE, the most there ever were. In as many as 214 that was over their own objection"
        " or their state's."
    ) in told
    assert told.index("1,846 agreements") < told.index("3,180")
    spanish = said(client, "/es/")
    assert "El 18 de mayo de 2026 estaban vigentes 1,846 acuerdos de 1,552 agencias" in spanish
    assert "Llegó a haber 214 donde se compartían aunque la propia jurisdicción" in spanish


def test_the_latest_changes_lead_to_their_days(client: Client) -> None:
    listed = client.get("/").text.split('class="home-latest"')[1].split("</ul>")[0]
    found = re.findall(r'<a href="([^"]+)">([^<]+)</a>', listed)
    assert len(found) == 5
    assert found[0][0] == "/287g/changes/?from=2026-05-18&amp;to=2026-05-18"
    assert found[0][1].startswith("On May 18, 2026: ")


@ROOTS
def test_small_maps_come_for_both_schemes_with_words_instead(client: Client, root: str) -> None:
    page = client.get(root).text
    pictures = re.findall(r'(?:srcset|src)="([^"]*map\.png[^"]*)"', page)
    # What is light is there once more, for paper, and loaded when the page is printed.
    assert len(pictures) == 6
    assert len(re.findall(r'<img class="on-paper-alone"[^>]* loading="lazy"', page)) == 2
    sizes = []
    for address in sorted(set(pictures)):
        answer = client.get(unescape(address))
        assert answer["Content-Type"] == "image/png"
        sizes.append(len(answer.content))
        assert answer.content[16:24] == (480).to_bytes(4, "big") + (312).to_bytes(4, "big")
    assert len(sizes) == 4
    assert max(sizes) < 150_000
    assert len(set(sizes)) == 4
    assert len(re.findall(r'<img [^>]*alt="[^"]{10,}"', page)) == 2
    assert client.get("/287g/map.png?scheme=sepia").status_code == 400


@pytest.mark.parametrize(
    ("root", "days"),
    [
        ("/", {"287g": "May 18, 2026", "secure-communities": "August 5, 2011"}),
        ("/es/", {"287g": "18 de mayo de 2026", "secure-communities": "5 de agosto de 2011"}),
    ],
)
def test_a_small_map_shows_its_day_which_is_not_that_of_the_finding(
    client: Client, root: str, days: dict[str, str]
) -> None:
    page = client.get(root).text
    for program, day in days.items():
        picture = page.partition(f'class="home-map" href="{root}{program}/"')[2]
        assert re.sub(r"<[^>]*>", "", picture.partition("</a>")[0]).endswith(f">{day}")


@pytest.mark.parametrize(
    ("text", "leads_to"),
    [
        ("Harris County, Texas", "/places/48201-harris-county-texas/"),
        ("60608", "/places/17031-cook-county-illinois/"),
        ("condado de Cook, Illinois", "/places/17031-cook-county-illinois/"),
        ("Illinois", "/places/17-illinois/"),
        ("nowhere at all", "/287g/jurisdictions/?text=nowhere+at+all"),
        ("", "/287g/jurisdictions/"),
    ],
)
def test_what_is_asked_without_a_script_leads_to_the_place(
    client: Client, text: str, leads_to: str
) -> None:
    answer = client.get("/places/", {"text": text})
    assert answer.status_code == 302
    assert answer["Location"] == leads_to


@pytest.mark.parametrize(
    ("root", "heading", "first"),
    [
        ("/", "Which place?", "Washington County, Oregon"),
        ("/es/", "¿Qué lugar?", "Condado de Washington, Oregón"),
    ],
)
def test_what_may_mean_several_places_is_asked_without_a_script_with_a_link_to_each(
    client: Client, root: str, heading: str, first: str
) -> None:
    page = client.get(f"{root}places/", {"text": "Washington County"}).text
    main = page[page.index("<main") : page.index("</main>")]
    assert f"<h1>{heading}</h1>" in main
    links = re.findall(r'<a href="([^"]+)">([^<]+)</a>', main)
    assert len(links) > 5
    assert links[0][1] == first
    assert links[0][0].startswith(f"{root}places/41067-")
    assert links[-1][0] == f"{root}287g/jurisdictions/?text=Washington+County"
    assert client.get(links[-1][0]).status_code == 200
    assert 'content="noindex"' in page


def test_what_a_found_city_lies_in_is_told_beside_it(client: Client) -> None:
    page = re.sub(r"<[^>]+>", "", client.get("/places/", {"text": "Houston"}).text)
    assert "Harris County, Texas · Houston" in page


def test_a_word_of_a_campaign_does_not_make_it_a_map(client: Client) -> None:
    assert client.get("/?utm_source=x").status_code == 200


@pytest.mark.usefixtures("empty_record")
def test_before_the_first_edition_it_says_so(client: Client) -> None:
    assert client.get("/").status_code == 503


@ROOTS
def test_only_the_home_may_ask_where_the_reader_is(client: Client, root: str) -> None:
    home = client.get(root)
    assert "geolocation=(self)" in home["Permissions-Policy"]
    assert 'id="home-locate" hidden' in home.text
    assert "geolocation=()" in client.get(f"{root}about/")["Permissions-Policy"]
    assert "geolocation=()" in client.get("/api/v1/")["Permissions-Policy"]
