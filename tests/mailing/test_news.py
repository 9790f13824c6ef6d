"""What a mail says: from which status to which, why, what happened, sources, edition, links."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from django.core import mail

from jurisdictions.mailing.sending import is_no_address
from jurisdictions.mailing.telling import tell_followers
from jurisdictions.read.news import between
from tests.mailing.conftest import SECOND, follow

pytestmark = pytest.mark.usefixtures("published")
SITE = "http://127.0.0.1:8000"


def told(**wanted: Any) -> Any:
    """The mail that somebody gets of the second edition."""
    follow(**wanted)
    tell_followers(lambda done: None, at=SECOND)
    (sent,) = mail.outbox
    return sent


def words(text: str) -> str:
    return " ".join(text.split())


def test_a_county_is_told_from_which_status_to_which_and_why() -> None:
    sent = told(geoid="17097")
    body = words(sent.body)
    assert sent.subject == "Lake County, Illinois: “Warrant service” since November 20, 2026"
    assert (
        "- Since November 20, 2026: “Warrant service”. Before, the record said “State agency's task"
        " force only”. Why: In force: Lake County Sheriff (warrant service model)." in body
    )
    assert "edition 2, published on November 25, 2026" in body
    assert f"{SITE}/places/17097-lake-county-illinois/?program=287g" in body
    assert f"{SITE}/287g/data/287g-edition-2/" in body


def test_what_is_new_has_its_day_its_source_and_its_history() -> None:
    body = told(geoid="17097").body
    assert (
        "- November 20, 2026. Agreement signed: Lake County Sheriff (IL). Warrant service model."
        in words(body)
    )
    assert "Source: The county ends its agreement, The Paper: https://example.org/paper" in words(
        body
    )
    fact = "agency_agreement:il-lake-sheriff:wso:2026-11-20"
    assert f"{SITE}/287g/history/{fact}/" in body


def test_what_was_corrected_names_the_day_before_and_a_source_without_address_our_page() -> None:
    body = words(told(agency="il-zion-police").body)
    assert "Corrected - February 17, 2026. Agreement ended: Zion Police (IL)." in body
    assert "Before, the record said February 18, 2026." in body
    assert f"Lists of participating agencies, ICE: {SITE}/287g/sources/lists/" in body
    assert "From which status" not in body


def test_a_state_is_told_of_each_of_its_places_in_one_mail() -> None:
    sent = told(geoid="17")
    assert sent.subject == "Illinois: 5 changes"
    turns = re.findall(r"^- (.+?)\. (?:On|Since) ", sent.body, re.MULTILINE)
    assert turns == [
        *("Illinois", "Cook County, Illinois"),
        *("Lake County, Illinois", "Lake County, Illinois"),
    ]


def test_all_of_a_program_is_told_to_who_follows_it() -> None:
    assert told(program="287g").subject == "287(g): 5 changes"


def test_a_mail_in_spanish_has_no_word_of_english() -> None:
    sent = told(geoid="17097", language="es")
    body = words(sent.body)
    assert (
        "- Desde el 20 de noviembre de 2026: «En la cárcel: solo órdenes». Antes, el registro decía"
        " «En la calle, solo una agencia estatal». Por qué:" in body
    )
    assert f"{SITE}/es/places/17097-lake-county-illinois/?program=287g" in body
    ours = re.sub(r"https?://\S+|The county ends its agreement, The Paper|Loaded from .*", "", body)
    assert not re.search(r"\b(the|record|said|since|why|source|this)\b", ours, re.IGNORECASE)


def test_text_and_html_say_the_same_and_nothing_in_them_tells_who_reads() -> None:
    sent = told(geoid="17")
    ((page, kind),) = sent.alternatives
    assert kind == "text/html"
    links = re.findall(r'href="([^"]+)"', page)
    assert sorted(map(unescape, links)) == sorted(re.findall(r"https?://\S+", sent.body))
    assert not re.search(r"<(img|link|script|iframe|style|form)|src=|url\(", page)
    for link in map(unescape, links):
        assert link.startswith(("https://example.org/", f"{SITE}/"))
        assert "ana" not in link
    for line in sent.body.splitlines():
        assert len(line) <= 76 or "http" in line
    told_in_html = words(unescape(re.sub(r"<title>.*</title>|<[^>]+>", " ", page)))
    for line in re.findall(r"^- (.+)$", sent.body, re.MULTILINE):
        assert words(line) in told_in_html


def test_who_wants_only_text_gets_only_text() -> None:
    sent = told(geoid="17097", plain=True)
    assert sent.alternatives == []
    assert sent.message().get_content_type() == "text/plain"


def test_every_mail_can_be_left_with_one_click() -> None:
    sent = told(geoid="17097")
    way = re.search(rf"{SITE}/mail/leave/\S+", sent.body)
    assert way
    assert sent.extra_headers["List-Unsubscribe"] == f"<{way[0]}>"
    assert sent.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert sent.extra_headers["Auto-Submitted"] == "auto-generated"


@pytest.mark.parametrize(
    ("code", "said", "gone"),
    [
        (550, b"5.1.1 No such user", True),
        (550, "no such user here", True),
        (553, b"5.1.3 Bad address", True),
        (550, b"5.2.1 Mailbox disabled", True),
        (550, b"5.7.1 Relaying denied", False),
        (554, b"5.7.1 Client host blocked", False),
        (554, b"Rejected", False),
        (450, b"4.1.1 Try later", False),
        (552, b"5.2.2 Mailbox full", True),
    ],
)
def test_only_a_lasting_fault_of_the_address_counts_against_it(
    code: int, said: bytes | str, gone: bool
) -> None:
    assert is_no_address(code, said) is gone


def test_of_many_places_the_first_are_told_and_the_others_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("jurisdictions.read.news.turns.MOST_PLACES", 1)
    monkeypatch.setattr("jurisdictions.read.news.turns.MANY", 0)
    between.news.cache_clear()
    body = words(told(geoid="17").body)
    between.news.cache_clear()
    assert "- Illinois. On February 17, 2026:" in body
    assert "- Cook County, Illinois. On" not in body
    assert "The status of 2 more places differs." in body
