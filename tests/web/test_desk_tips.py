"""The desk's queue of what the public sent: who sees what, how a tip and a reply are ended."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client

from jurisdictions.models import Reply, Tip
from jurisdictions.record.public.replies import send_reply, verify_reply
from jurisdictions.record.public.tips import answer_tip, send_tip
from tests.people import (
    acting,
    illinois_contributor,
    illinois_editor,
    illinois_reviewer,
    make_person,
    sign_in,
    texas_reviewer,
)

pytestmark = pytest.mark.usefixtures("shipped")

NOW = datetime(2026, 7, 3, 12, tzinfo=UTC)
COOK, FACT = "17031", "opt_out:illinois-2011:1"


def tip(text: str = "The date is wrong.", **changed: Any) -> int:
    told = {"program": "secure-communities", "geoid": COOK, "fact": "", "evidence": ""}
    return send_tip(**{**told, "text": text, "language": "en", "at": NOW, **changed})


def reply(**changed: Any) -> int:
    told = {"program": "secure-communities", "geoid": COOK, "fact": "", "office": "County Counsel"}
    words = {"text": "Our words.", "text_es": "", "contact": "312-555-0100", "at": NOW}
    return send_reply(**{**told, **words, **changed})


@pytest.fixture
def editor(client: Client) -> Client:
    return sign_in(client, illinois_editor())


@pytest.fixture
def reviewer(client: Client) -> Client:
    return sign_in(client, illinois_reviewer())


def test_an_editor_sees_the_tips_of_the_region_those_that_wait_first(editor: Client) -> None:
    done = tip("Ended already.")
    answer_tip(tip=done, note="So.", by=acting(make_person("editor", "17")), at=NOW)
    tip("Waits first."), tip("Waits second.")
    tip("Of Texas.", geoid="48201")
    said = editor.get("/secure-communities/desk/tips/").text
    assert "Of Texas." not in said
    order = [said.index(text) for text in ("Waits first.", "Waits second.", "Ended already.")]
    assert order == sorted(order)


@pytest.mark.postgresql
def test_the_queue_is_filtered_by_standing_and_state(client: Client) -> None:
    sign_in(client, make_person("reviewer", "US"))
    tip("Of Illinois."), tip("Of Texas.", geoid="48201")
    assert "Of Illinois." not in client.get("/secure-communities/desk/tips/?state=48").text
    said = client.get("/secure-communities/desk/tips/?status=answered").text
    assert "Nothing fits these filters." in said
    assert (
        client.get("/secure-communities/desk/tips/?status=nonsense&state=99&page=x").status_code
        == 200
    )


def test_an_empty_queue_says_where_tips_come_from(editor: Client) -> None:
    assert (
        "Nobody has sent a tip about your region yet."
        in editor.get("/secure-communities/desk/tips/").text
    )


@pytest.mark.postgresql
def test_replies_are_for_reviewers(client: Client) -> None:
    reply()
    sign_in(client, illinois_editor())
    assert "Replies" not in client.get("/secure-communities/desk/tips/").text
    assert client.get("/secure-communities/desk/tips/?of=replies").status_code == 403
    sign_in(client, illinois_reviewer())
    assert (
        "County Counsel: Our words." in client.get("/secure-communities/desk/tips/?of=replies").text
    )


@pytest.mark.postgresql
def test_replies_that_wait_are_those_of_the_region(reviewer: Client) -> None:
    reply()
    reply(geoid="48201", office="Harris County")
    said = reviewer.get("/secure-communities/desk/tips/?of=replies&status=waiting").text
    assert "County Counsel" in said
    assert "Harris County" not in said


@pytest.mark.postgresql
def test_a_long_queue_comes_in_pages(editor: Client) -> None:
    for number in range(51):
        tip(f"Tip number {number}.")
    assert "Page 1 of 2" in editor.get("/secure-communities/desk/tips/").text
    said = editor.get("/secure-communities/desk/tips/?page=2").text
    assert "Tip number 50." in said
    assert 'rel="prev"' in said


@pytest.mark.parametrize("person", [illinois_contributor, texas_reviewer])
def test_no_door_opens_out_of_role_or_region(client: Client, person: Any) -> None:
    one, other = tip(), reply()
    sign_in(client, person())
    for address in (
        f"/secure-communities/desk/tips/{one}/",
        f"/secure-communities/desk/replies/{other}/",
    ):
        assert client.get(address).status_code == 403
        assert (
            client.post(address, {"act": "answer", "note": "No.", "reason": "No."}).status_code
            == 403
        )
    assert Tip.objects.get(pk=one).status == "waiting"
    assert Reply.objects.get(pk=other).status == "waiting"


def test_a_visitor_is_sent_to_sign_in_and_back(client: Client) -> None:
    answer = client.get(f"/secure-communities/desk/tips/{tip()}/")
    assert answer.status_code == 302
    assert "next=/secure-communities/desk/tips/" in answer["Location"]


@pytest.mark.parametrize(
    "address",
    [
        "/secure-communities/desk/tips/999/",
        "/secure-communities/desk/replies/999/",
        f"/secure-communities/desk/tips/{2**70}/",
    ],
)
def test_there_is_no_page_for_what_nobody_sent(reviewer: Client, address: str) -> None:
    assert reviewer.get(address).status_code == 404


def test_a_tip_is_shown_with_the_fact_that_it_is_about_and_its_links_made(editor: Client) -> None:
    said = editor.get(
        f"/secure-communities/desk/tips/{tip(fact=FACT, evidence='See https://example.org/a')}/"
    ).text
    assert "Opt-out requested" in said
    assert '<a href="https://example.org/a" rel="nofollow">' in said
    assert f"/places/17031-cook-county-illinois/?program=secure-communities#{FACT}" in said


def test_the_way_to_a_proposal_names_the_tip_and_not_what_a_stranger_wrote(editor: Client) -> None:
    about_fact, about_page = tip(fact=FACT), tip("Somebody's name.")
    said = editor.get(f"/secure-communities/desk/tips/{about_fact}/").text
    href = re.search(r'<a class="button" href="([^"]+)"', said)
    assert href
    assert href[1].startswith(
        f"/secure-communities/desk/facts/{FACT}/correct/?reason=Tip+{about_fact}%2C"
    )
    said = editor.get(f"/secure-communities/desk/tips/{about_page}/").text
    assert (
        f'href="/secure-communities/desk/suggest/{COOK}/?reason=Tip+{about_page}%2C+received'
        in said
    )
    reached = editor.get(re.search(r'<a class="button" href="([^"]+)"', said)[1])  # type: ignore[index]
    assert reached.status_code == 200


@pytest.mark.parametrize("fact", ["", FACT])
def test_a_suggestion_says_which_tip_it_takes_up(editor: Client, fact: str) -> None:
    number = tip("The day is wrong.", fact=fact)
    said = editor.get(f"/secure-communities/desk/tips/{number}/").text
    (href,) = re.findall(r'<a class="button" href="([^"]+)"', said)
    reached = editor.get(href.replace("&amp;", "&")).text
    assert f"This takes up tip {number}, received on" in reached
    assert "The day is wrong." in reached
    assert f'href="/secure-communities/desk/tips/{number}/"' in reached
    # Who may not read tips there learns nothing of them from a link.
    asks = sign_in(Client(), make_person("contributor", "17", name="Ines"))
    assert "The day is wrong." not in asks.get(href.replace("&amp;", "&")).text


@pytest.mark.parametrize(("act", "status"), [("answer", "answered"), ("close", "closed")])
def test_a_tip_is_ended_with_a_note_that_the_page_of_the_place_shows(
    editor: Client, act: str, status: str
) -> None:
    number = tip()
    answer = editor.post(
        f"/secure-communities/desk/tips/{number}/", {"act": act, "note": "Looked up."}
    )
    assert answer.status_code == 303
    assert Tip.objects.get(pk=number).status == status
    assert "Looked up." in editor.get("/places/17031-cook-county-illinois/").text


def test_a_note_that_is_missing_is_asked_for_and_nothing_written_is_lost(editor: Client) -> None:
    number = tip()
    told = {"act": "answer", "note": "", "note_es": "Verificado.", "quoted": "yes"}
    back = editor.post(f"/secure-communities/desk/tips/{number}/", told)
    assert back.status_code == 400
    assert '<a href="#id_note">Write the note that the public will read.</a>' in back.text
    assert "Verificado.</textarea>" in back.text
    assert 'name="quoted" value="yes" checked' in back.text


def test_the_second_of_two_editors_is_told_and_keeps_what_was_written(editor: Client) -> None:
    number = tip()
    answer_tip(tip=number, note="First.", by=acting(illinois_reviewer()), at=NOW)
    back = editor.post(
        f"/secure-communities/desk/tips/{number}/", {"act": "close", "note": "Second."}
    )
    assert back.status_code == 409
    assert "Rosa Villanueva ended this on July 3, 2026, while you wrote." in back.text
    assert "Second.</textarea>" in back.text
    assert Tip.objects.get(pk=number).note == "First."


def test_an_advertisement_is_discarded(editor: Client) -> None:
    number = tip()
    editor.post(f"/secure-communities/desk/tips/{number}/", {"act": "discard"})
    assert Tip.objects.get(pk=number).status == "discarded"
    said = editor.get(f"/secure-communities/desk/tips/{number}/").text
    assert "discarded this tip on" in said
    assert "Make it a proposal" not in said


def test_a_note_can_be_changed_and_the_earlier_one_stays_at_the_desk(editor: Client) -> None:
    number = tip()
    editor.post(f"/secure-communities/desk/tips/{number}/", {"act": "answer", "note": "Frist."})
    editor.post(f"/secure-communities/desk/tips/{number}/", {"act": "reword", "note": "First."})
    said = editor.get(f"/secure-communities/desk/tips/{number}/").text
    assert "Earlier notes" in said
    assert "Frist." in said
    assert (
        editor.post(f"/secure-communities/desk/tips/{number}/", {"act": "burn"}).status_code == 404
    )


@pytest.mark.postgresql
def test_a_reply_is_verified_and_then_shown(reviewer: Client) -> None:
    number = reply()
    assert "312-555-0100" in reviewer.get(f"/secure-communities/desk/replies/{number}/").text
    answer = reviewer.post(
        f"/secure-communities/desk/replies/{number}/", {"act": "verify", "reason": "Called."}
    )
    assert answer.status_code == 303
    said = reviewer.get(f"/secure-communities/desk/replies/{number}/").text
    assert "312-555-0100" not in said
    assert "Called." in said
    assert "Our words." in reviewer.get("/places/17031-cook-county-illinois/").text


def test_a_reply_is_declined_with_a_reason_only(reviewer: Client) -> None:
    number = reply()
    back = reviewer.post(
        f"/secure-communities/desk/replies/{number}/", {"act": "decline", "reason": ""}
    )
    assert back.status_code == 400
    assert '<a href="#id_reason">Say why it is not shown.</a>' in back.text
    reviewer.post(
        f"/secure-communities/desk/replies/{number}/", {"act": "decline", "reason": "Not theirs."}
    )
    assert Reply.objects.get(pk=number).status == "declined"


def test_a_shown_reply_is_withdrawn_later(reviewer: Client) -> None:
    number = reply()
    verify_reply(reply=number, how="Called.", by=acting(make_person("reviewer", "US")), at=NOW)
    back = reviewer.post(
        f"/secure-communities/desk/replies/{number}/", {"act": "decline", "reason": "Late."}
    )
    assert back.status_code == 409
    reviewer.post(
        f"/secure-communities/desk/replies/{number}/", {"act": "withdraw", "reason": "Asked for."}
    )
    assert "Asked for." in reviewer.get(f"/secure-communities/desk/replies/{number}/").text
    assert (
        reviewer.post(f"/secure-communities/desk/replies/{number}/", {"act": "burn"}).status_code
        == 404
    )
