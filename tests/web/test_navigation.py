"""From every page one gets to the program's pages, and to the same page of another program."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.urls import Resolver404
from django.utils.translation import get_language_from_path, override

from jurisdictions.web.site.program import found_at, program_in
from tests.people import make_person, sign_in

pytestmark = pytest.mark.django_db
PROGRAMS = ("secure-communities", "287g")
PAGES = (
    "",
    "jurisdictions/",
    "policy/",
    "changes/",
    "sources/",
    "data/",
    "methodology/",
    "glossary/",
)
NEUTRAL = frozenset(
    {"home", "agency", "account", "login", "api-docs", "cite", "place"}
    | {"feeds", "all-feeds", "all-calendars", "embeds", "follow", "story"}
)
"""Pages that tell of no program, or of one that is known without being named."""
READ = 16
"""How many pages are read for their links, one of each sort; each sort of link is followed once."""
HEAVY = frozenset({"place-pdf", "places-pdf", "briefing-pdf", "request-pdf", "data-package"})
"""What is typeset or packed when somebody wants it."""


def part(html: str, tag: str) -> str:
    """A part of a page by how it begins; "" where there is none."""
    found = re.search(rf"<{tag}.*?</{tag.split()[0]}>", html, re.DOTALL)
    return found[0] if found else ""


def links(html: str) -> dict[str, str]:
    """The links of a part of a page: text -> address."""
    found = re.findall(r'<a [^>]*?href="([^"]+)"[^>]*>(.*?)</a>', html, re.DOTALL)
    return {re.sub(r"<[^>]+>|\s+", " ", text).strip(): unescape(href) for href, text in found}


def switch(html: str) -> dict[str, str]:
    """The way to each program."""
    return links(part(html, 'nav class="programs"'))


def marked(html: str) -> list[str]:
    """The entries that are marked as current."""
    return re.findall(r'aria-current="\w+">([^<]+)<', html)


@pytest.mark.usefixtures("both_programs")
@pytest.mark.parametrize("language", ["", "/es"])
@pytest.mark.parametrize("program", PROGRAMS)
@pytest.mark.parametrize("page", PAGES)
def test_every_page_leads_to_the_same_page_of_the_other_program(
    client: Client, language: str, program: str, page: str
) -> None:
    said = client.get(f"{language}/{program}/{page}").text
    assert list(switch(said).values()) == [f"{language}/{slug}/{page}" for slug in PROGRAMS]
    current = {"secure-communities": "Comunidades Seguras" if language else "Secure Communities"}
    assert marked(part(said, 'nav class="programs"')) == [current.get(program, "287(g)")]


@pytest.mark.usefixtures("both_programs")
@pytest.mark.parametrize("language", ["", "/es"])
@pytest.mark.parametrize("program", PROGRAMS)
def test_at_most_five_pages_stand_on_top_and_the_others_at_the_foot(
    client: Client, language: str, program: str
) -> None:
    said = client.get(f"{language}/{program}/policy/").text
    top = links(part(said, 'nav class="pages"'))
    foot = links(part(part(said, 'footer class="colophon"'), "nav"))
    assert len(top) == 5
    assert marked(part(said, 'nav class="pages"')) == ["Política" if language else "Policy"]
    ways = {**top, **foot}
    assert {program_in(href) for href in ways.values()} == {program}
    told = {name_of(href) for href in ways.values()}
    agencies = {"agencies"} if program == "287g" else set()
    assert told == agencies | {
        *("map", "places", "changes", "policy", "data"),
        *("charts", "compare", "sources", "methodology", "glossary"),
    }


@pytest.mark.usefixtures("both_programs")
def test_the_day_goes_along_to_the_other_program_and_the_edition_does_not(client: Client) -> None:
    said = client.get("/secure-communities/policy/?date=2010-06-08&edition=1").text
    assert switch(said)["287(g)"] == "/287g/policy/?date=2010-06-08"


@pytest.mark.usefixtures("both_programs")
def test_from_a_page_that_only_one_program_has_the_way_leads_to_the_others_map(
    client: Client,
) -> None:
    assert (
        switch(client.get("/287g/agencies/").text)["Secure Communities"] == "/secure-communities/"
    )
    request = client.get("/secure-communities/requests/").text
    assert switch(request)["287(g)"] == "/287g/"


@pytest.mark.usefixtures("both_programs")
@pytest.mark.parametrize("path", ["/", "/es/", "/account/login/", "/nowhere/"])
def test_a_page_of_no_program_marks_none(client: Client, path: str) -> None:
    said = client.get(path).text
    assert len(switch(said)) == 2
    assert 'aria-current="true"' not in part(said, 'nav class="programs"')
    assert part(said, 'nav class="pages"') == ""


@pytest.mark.usefixtures("both_programs")
def test_the_ways_stand_on_the_desks_list_of_programs_too(client: Client) -> None:
    """Its own list of programs must not take the place of the frame's."""
    reader = sign_in(client, make_person("administrator", "US"))
    answer = reader.get("/secure-communities/desk/programs/")
    assert answer.status_code == 200, answer.headers
    ways = switch(answer.text)
    assert {"Secure Communities", "287(g)"} == set(ways)
    assert all(ways.values())


def name_of(link: str) -> str:
    """The sort of page that a link leads to; "" for none that there is."""
    path = urlsplit(link).path
    with override(get_language_from_path(path) or "en"):
        try:
            return found_at(path).url_name or ""
        except Resolver404:
            return ""


def status_of(client: Client, link: str) -> int:
    """What a link is answered with, in the end."""
    answer = client.get(link)
    while answer.status_code in {301, 302}:
        answer = client.get(answer["Location"])
    return answer.status_code


def followed(client: Client, start: str) -> Iterator[tuple[str, str, str]]:
    """From a program's pages: (page, link, sort of page), some of each sort, and from these on."""
    seen, waiting, read = set[str](), [start], 0
    while waiting:
        page, read = waiting.pop(0), read + 1
        answer = client.get(page)
        if not answer["Content-Type"].startswith("text/html"):
            continue
        main = answer.text.replace(part(answer.text, 'nav class="programs"'), "")
        for href in links(main).values():
            link = href.partition("#")[0]
            if not link.startswith("/"):
                continue
            name = name_of(link)
            sort = f"{name or link} {'program' in parse_qs(urlsplit(link).query)}"
            if sort not in seen:
                seen.add(sort)
                yield page, link, name
                if read + len(waiting) < READ and program_in(link) == program_in(start):
                    waiting.append(link)


@pytest.mark.usefixtures("both_programs")
@pytest.mark.parametrize("program", PROGRAMS)
def test_no_link_leads_nowhere_or_out_of_the_program(client: Client, program: str) -> None:
    wrong: list[str] = []
    for page, link, name in followed(client, f"/{program}/"):
        said = urlsplit(link)
        here = program_in(said.path) or parse_qs(said.query).get("program", [""])[0]
        if here != program and name not in NEUTRAL:
            wrong.append(f"{page} leads out of the program: {link}")
        if name not in HEAVY and (status := status_of(client, link)) != 200:
            wrong.append(f"{page} leads to {link}: {status}")
    assert not wrong, "\n".join(wrong)
