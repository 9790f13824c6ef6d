"""Spanish pages are Spanish throughout: only names and titles of sources stay as they are."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest
from django.test import Client
from django.utils.formats import localize, number_format
from django.utils.translation import override

from jurisdictions.read.asking import ask
from jurisdictions.read.sources import sources
from jurisdictions.render.words.days import since_text, until_text
from jurisdictions.status.dates import PartialDate
from tests.web.test_page_frame import PAGES

pytestmark = pytest.mark.usefixtures("shipped")

REPORTS = (
    "/secure-communities/briefing/?date=2010-06-08&since=2010-06-07",
    "/secure-communities/requests/",
    "/secure-communities/requests/san-francisco-2010-08/",
    "/secure-communities/places/06075-san-francisco-county-california/report/",
)
SPANISH = [f"/es{page}" for page in (*PAGES, *REPORTS)]
REFUSED = {
    "/es/secure-communities/?date=yesterday": 400,
    "/es/secure-communities/?state=ZZ": 400,
    "/es/places/99999/": 404,
}
VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
SILENT = {"script", "style", "code", "pre"}
READ_OUT = ("aria-label", "alt", "placeholder", "title", "aria-valuetext")
ENGLISH = re.compile(
    r"\b(the|was|were|is|with|since|until|under|status|agreements?|objections?|jurisdictions?"
    r"|counties|states|editions?|sources?|timeline|search|show|page|published|refused|pending"
    r"|declared|program|unknown|january|february|april|june|july|august|october|december)\b",
    re.IGNORECASE,
)
ENGLISH_NAMES = re.compile(
    r"«[^»]*»|\([^)]*\)|Source Serif|The Washington Post|Page County|condado de Page|\S*[/=:]\S+"
)
"""What stays English: names quoted or in parentheses, some that hold such a word, addresses."""


class Texts(HTMLParser):
    """What a page says: its texts, and the attributes that are shown or read out."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.within: list[tuple[str, str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        language = said.get("lang") or (self.within[-1][1] if self.within else "")
        if tag not in VOID:
            self.within.append((tag, language))
        if language == "es":
            self.found += [said[name] or "" for name in READ_OUT if name in said]
            if said.get("name") == "description":
                self.found.append(said["content"] or "")

    def handle_endtag(self, tag: str) -> None:
        if any(open_tag == tag for open_tag, _ in self.within):
            while self.within.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        tags = {tag for tag, _ in self.within}
        if data.strip() and not tags & SILENT and self.within[-1][1] == "es":
            self.found.append(" ".join(data.split()))


def kept_names() -> list[str]:
    """Titles and publishers, which stay as they are; the longest first: one may hold another."""
    known = sources(ask(language="es", today=date(2026, 11, 1)))
    names = {name for source in known for name in (source.title, source.publisher) if name}
    return sorted(names, key=len, reverse=True)


def english_in(texts: Iterable[str]) -> list[str]:
    """The texts that hold an English word of the interface."""
    names = kept_names()
    return [text for text in texts if ENGLISH.search(ENGLISH_NAMES.sub("", without(names, text)))]


def without(names: Iterable[str], text: str) -> str:
    """The text with these names taken out."""
    for name in names:
        text = text.replace(name, "")
    return text


def leaves(words: Any) -> Iterator[str]:
    """Every text of nested lists and objects."""
    if isinstance(words, str):
        yield words
    elif isinstance(words, dict | list):
        for part in words.values() if isinstance(words, dict) else words:
            yield from leaves(part)


@pytest.mark.parametrize("page", SPANISH)
def test_a_spanish_page_says_nothing_in_english(client: Client, page: str) -> None:
    texts = Texts(client.get(page).text).found
    assert len(texts) > 20
    assert not english_in(texts)


@pytest.mark.parametrize(("page", "status"), REFUSED.items())
def test_a_refusal_in_spanish_says_nothing_in_english(
    client: Client, page: str, status: int
) -> None:
    answer = client.get(page)
    assert answer.status_code == status
    assert '<html lang="es">' in answer.text
    assert not english_in(Texts(answer.text).found)


def test_an_english_page_would_be_found_out(client: Client) -> None:
    page = client.get("/secure-communities/policy/").text.replace(
        '<html lang="en">', '<html lang="es">'
    )
    assert len(english_in(Texts(page).found)) > 20


def test_the_words_that_scripts_write_are_spanish(client: Client) -> None:
    page = client.get("/es/secure-communities/").text
    config = json.loads(re.findall(r'<script id="map-config"[^>]*>(.*?)</script>', page)[0])
    # `parts` names members of the file, which nobody reads.
    words = {name: said for name, said in config["words"].items() if name != "parts"}
    said = [*leaves(words), *leaves(config["leaflet"])]
    labels = [item["label"] for items in config["values"].values() for item in items]
    assert "Reproducir" in said
    assert "Activa aunque pidió no participar" in labels
    assert not english_in([*said, *labels])


def test_numbers_and_days_are_written_as_spanish_papers_of_the_country_do(client: Client) -> None:
    page = client.get("/es/secure-communities/?date=2011-08-05").text
    assert "El 5 de agosto de 2011" in page
    assert "1,510 jurisdicciones de 3,234" in page
    assert '"locale": "es-US"' in page


def test_django_itself_writes_numbers_as_the_pages_do() -> None:
    with override("es"):
        assert localize(47.5) == "47.5"
        assert number_format(3234.5, force_grouping=True) == "3,234.5"


def test_a_month_and_a_day_each_take_their_own_preposition() -> None:
    july, day = PartialDate(2010, 7), PartialDate(2010, 7, 13)
    with override("es"):
        assert (since_text(july), since_text(day)) == (
            "desde julio de 2010",
            "desde el 13 de julio de 2010",
        )
        assert until_text(july) == "hasta julio de 2010"
