"""The page of the story: chapters in both languages, each with day, picture and sources."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client

pytestmark = [pytest.mark.usefixtures("both_programs"), pytest.mark.django_db]
ROOTS = pytest.mark.parametrize("root", ["/", "/es/"])


def chapters(page: str) -> list[str]:
    return page.split('<section class="story-chapter"')[1:]


@ROOTS
def test_each_chapter_has_its_picture_its_map_and_its_neighbors(client: Client, root: str) -> None:
    page = client.get(f"{root}story/")
    assert page.status_code == 200
    assert 'name="robots"' not in page.text
    found = chapters(page.text)
    assert len(found) == 8
    keys = [re.findall(r'id="([\w-]+)"', one)[0] for one in found]
    assert len(set(keys)) == 8
    for at, one in enumerate(found):
        program, day = re.findall(rf'href="{root}([\w-]+)/\?date=([\d-]+)"', one)[-1]
        assert f'src="{root}{program}/map.png?size=small&amp;date={day}"' in one
        picture = re.findall(r"<img [^>]+>", one)[0]
        assert all(said in picture for said in ('width="480" height="312"', 'loading="lazy"'))
        assert ('href="#' + keys[at - 1] + '"' in one) == (at > 0)
        assert at == 7 or f'href="#{keys[at + 1]}"' in one


@ROOTS
def test_a_link_to_a_neighbor_says_which_chapter_it_is(client: Client, root: str) -> None:
    found = chapters(client.get(f"{root}story/").text)
    titles = [re.findall(r"<h2[^>]*>([^<]+)</h2>", one)[0] for one in found]
    for at, one in enumerate(found):
        link = r'<a href="#[\w-]+">[^<]+<span class="visually-hidden">: ([^<]+)</span>'
        told = re.findall(link, one)
        assert told == titles[max(0, at - 1) : at] + titles[at + 1 : at + 2]


def test_the_links_of_the_story_lead_somewhere(client: Client) -> None:
    page = client.get("/es/story/").text
    main = page.partition("<main")[2].partition("</main>")[0]
    sources = sorted({unescape(href) for href in re.findall(r'href="(/[^"]+)"', main)})
    of_each = [href for href in sources if "/sources/" in href]
    tried = [of_each[0], of_each[-1], *(href for href in sources if "?date=" in href)]
    assert len(of_each) > 20
    assert len(tried) == 10
    assert {href: client.get(href).status_code for href in tried} == dict.fromkeys(tried, 200)
    anchors = set(re.findall(r'href="#([\w-]+)"', main))
    assert anchors <= set(re.findall(r'id="([\w-]+)"', page))


def test_notes_are_numbered_through_all_chapters(client: Client) -> None:
    page = client.get("/story/").text
    items = re.findall(r'<li id="note-(\d+)" value="(\d+)"', page)
    notes = [int(n) for n, _ in items]
    assert notes == list(range(1, len(notes) + 1))
    # Each chapter's list goes on counting, so that a mark in the text finds its line.
    assert [int(shown) for _, shown in items] == notes
    assert len(notes) > 20


def test_no_paragraph_cites_a_source_twice(client: Client) -> None:
    page = client.get("/story/").text
    for paragraph in re.findall(r"<p>.*?</p>", page, re.DOTALL):
        marks = re.findall(r'<sup class="(note[^"]*)"><a href="#note-(\d+)"', paragraph)
        assert len(marks) == len(set(marks)), paragraph


def test_the_chapters_begin_in_2008_and_end_with_the_record(client: Client) -> None:
    found = chapters(client.get("/story/").text)
    assert "October 27, 2008" in found[0]
    assert "May 18, 2026" in found[-1]
    assert "mayo de 2026" in chapters(client.get("/es/story/").text)[-1]


@pytest.mark.parametrize(
    ("root", "site"), [("/", "Jurisdiction tracker"), ("/es/", "Registro de jurisdicciones")]
)
@pytest.mark.parametrize("of_none", ["story/", "feeds/", "embed/"])
def test_a_page_of_no_program_is_titled_after_the_tracker(
    client: Client, root: str, site: str, of_none: str
) -> None:
    page = client.get(f"{root}{of_none}").text
    assert f" · {site}</title>" in page
    assert f'property="og:site_name" content="{site}"' in page


def test_the_words_of_a_map_begin_a_sentence_of_their_own(client: Client) -> None:
    first = chapters(client.get("/es/story/").text)[0]
    assert "El mapa.</strong> El 27 de octubre de 2008, " in first
    assert "Estaba activa una sola jurisdicción de 3,234, en un estado o territorio." in first


@ROOTS
def test_home_and_the_foot_of_every_page_lead_to_the_story(client: Client, root: str) -> None:
    home = client.get(root).text
    main = home.partition("<main")[2].partition("</main>")[0]
    assert main.index('class="home-latest"') < main.index(f'href="{root}story/"')
    about = client.get(f"{root}about/").text
    assert f'href="{root}story/"' in about.partition("<footer")[2]
    assert f"{root}story/" in client.get("/sitemap.xml").text


def test_the_story_is_kept_like_every_public_page(client: Client) -> None:
    page = client.get("/story/")
    assert page["Cache-Control"].startswith("public, max-age=")
    again = client.get("/story/", headers={"if-none-match": page["ETag"]})
    assert again.status_code == 304
