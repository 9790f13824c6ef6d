"""Changing a fact on record: correct, retract, contradict, adjudicate; small things at once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from jurisdictions.models import Activation, Citation, Proposal, Wish
from jurisdictions.record.changing.facts import correct_fact
from tests.people import make_person, sign_in
from tests.web.writing import REASON, faults, fields, proposal_number, sent, words

pytestmark = pytest.mark.usefixtures("shipped")

HARRIS = "activation:48201"
CORRECT, SMALL = (
    f"/secure-communities/desk/facts/{HARRIS}/correct/",
    f"/secure-communities/desk/facts/{HARRIS}/small/",
)
CONTRADICT = f"/secure-communities/desk/facts/{HARRIS}/contradict/"

CITED = {"s-0-key": "ice_activated_list"}


@pytest.fixture
def texan(client: Client) -> Client:
    return sign_in(client, make_person("contributor", "48"))


@pytest.fixture
def editor(client: Client) -> Client:
    return sign_in(client, make_person("editor", "48", name="Edda Marsh"))


def only_wish(number: int) -> Wish:
    return Wish.objects.get(proposal=number)


@pytest.mark.postgresql
def test_the_form_shows_what_is_on_record_and_sends_only_what_changed(texan: Client) -> None:
    shown = fields(texan.get(CORRECT))
    assert shown["f-0-activated_on"] == "October 27, 2008"
    assert "s-0-key" not in shown, "whoever changes a value says which source tells it"
    typed = {**shown, "f-0-activated_on": "October 29, 2008", **REASON}
    assert faults(sent(texan, CORRECT, typed, "preview")) == [
        "Source: Say which source tells the new value: the one cited so far, or another."
    ]
    preview = sent(texan, CORRECT, {**typed, **CITED}, "preview")
    assert "<del>" in preview.text
    assert "taken out: October 27, 2008 put in: October 29, 2008" in words(preview)
    wish = only_wish(proposal_number(sent(texan, CORRECT, fields(preview))))
    assert (wish.action, wish.cells) == (
        "correct",
        {"activated_on": "2008-10-29", "source": "ice_activated_list"},
    )


def test_a_correction_that_changes_nothing_is_told_so(texan: Client) -> None:
    typed = {**fields(texan.get(CORRECT)), **REASON}
    assert faults(sent(texan, CORRECT, typed, "preview")) == [
        "Nothing is different from what the record has: change a field."
    ]


def test_a_fact_that_changed_while_one_wrote_is_shown_beside_what_one_wrote(texan: Client) -> None:
    typed = {**fields(texan.get(CORRECT)), "f-0-activated_on": "October 29, 2008", **REASON}
    typed |= CITED
    correct_fact(
        program="secure-communities",
        name=HARRIS,
        cells={"activated_on": "2008-11-03", "source": "ice_activated_list"},
        by="Somebody faster",
        reason="A log.",
        at=timezone.now() + timedelta(minutes=1),
    )
    answer = sent(texan, CORRECT, typed)
    assert "The record was changed since" in words(answer)
    assert "On record: November 3, 2008" in words(answer)
    again = fields(answer)
    assert again["f-0-activated_on"] == "October 29, 2008"
    assert again["reason"] == REASON["reason"]
    # Who has seen both may send.
    assert only_wish(proposal_number(sent(texan, CORRECT, again))).base_id


def test_a_fact_that_is_not_on_record_is_not_found(texan: Client) -> None:
    for name in ("activation:48000", "nonsense:1", "nonsense"):
        assert texan.get(f"/secure-communities/desk/facts/{name}/correct/").status_code == 404


def test_an_editor_records_a_small_correction_at_once(editor: Client) -> None:
    typed = {**fields(editor.get(CORRECT)), "f-0-note": "The sheriff said so.", **REASON}
    preview = sent(editor, CORRECT, typed, "preview")
    assert f'formaction="{SMALL}"' in preview.text
    answer = sent(editor, SMALL, fields(preview), "small")
    assert answer["Location"] == "/secure-communities/desk/suggest/48201/"
    assert "Recorded and published." in words(editor.get(answer["Location"]))
    assert Activation.objects.current().get(geoid="48201").note == "The sheriff said so."
    assert not Proposal.objects.exists()


def test_what_may_change_a_status_is_never_recorded_at_once(editor: Client) -> None:
    typed = {**fields(editor.get(CORRECT)), "f-0-activated_on": "2009", **REASON, **CITED}
    assert "Record it now" not in sent(editor, CORRECT, typed, "preview").text
    answer = sent(editor, SMALL, typed, "small")
    assert "Before you send it" in answer.text, "it is shown, not done"
    assert Activation.objects.current().get(geoid="48201").activated_on.year == 2008


def test_a_contributor_is_not_offered_to_record_at_once(texan: Client) -> None:
    typed = {**fields(texan.get(CORRECT)), "f-0-note": "A note.", **REASON}
    assert "Record it now" not in sent(texan, CORRECT, typed, "preview").text
    assert sent(texan, SMALL, typed, "small").status_code == 403


def test_a_new_source_comes_with_a_proposal_not_at_once(editor: Client) -> None:
    typed = {**fields(editor.get(CORRECT)), "s-0-key": "new", "s-0-title": "A log", **REASON}
    preview = sent(editor, CORRECT, typed, "preview")
    assert "Record it now" not in preview.text
    number = proposal_number(sent(editor, CORRECT, fields(preview)))
    assert Wish.objects.filter(proposal=number).count() == 2


def test_retracting_asks_for_a_reason_and_nothing_else(texan: Client) -> None:
    address = f"/secure-communities/desk/facts/{HARRIS}/retract/"
    assert set(fields(texan.get(address))) == {"base", "reason", "tip", "whose"}
    preview = sent(texan, address, REASON, "preview")
    assert "Retraction" in words(preview)
    assert "October 27, 2008" in words(preview)
    wish = only_wish(proposal_number(sent(texan, address, fields(preview))))
    assert (wish.action, wish.name) == ("retract", HARRIS)


def test_another_source_is_asked_on_what_it_differs_and_then_what_it_says(texan: Client) -> None:
    first = texan.get(CONTRADICT)
    assert "The date of activation The record has: October 27, 2008" in words(first)
    address = f"{CONTRADICT}?field=activated_on"
    assert fields(texan.get(address)).get("s-0-key", "") == "", "it is another source"
    typed = {"f-0-said": "Oct 29, 2008", "s-0-key": "ice_harris", "f-0-note": "Two days later."}
    preview = sent(texan, address, {**typed, **REASON}, "preview")
    assert "What the record has October 27, 2008" in words(preview)
    assert "What the other source says October 29, 2008" in words(preview)
    wish = only_wish(proposal_number(sent(texan, address, fields(preview))))
    assert wish.cells == {
        "field": "activated_on",
        "said": "2008-10-29",
        "source": "ice_harris",
        "note": "Two days later.",
    }
    assert texan.get(f"{CONTRADICT}?field=geoid").status_code == 404


def test_what_a_source_says_of_a_word_is_chosen_from_the_vocabulary(client: Client) -> None:
    sign_in(client, make_person("contributor", "17"))
    address = "/secure-communities/desk/facts/opt_out:illinois-2011:1/contradict/?field=step"
    answer = client.get(address)
    assert 'value="withdrawn"' in answer.text
    assert "Whoever made the request took it back." in words(answer)


@pytest.mark.postgresql
def test_a_reviewer_says_why_the_record_stands(client: Client) -> None:
    sign_in(client, make_person("reviewer", "US"))
    address = "/secure-communities/desk/facts/policy_event:napolitano-lofgren-letter/adjudicate/"
    assert "What the other source says September 8, 2010" in words(client.get(address))
    typed = {"note": "The letter itself is dated the 7th.", "note_es": "La carta dice 7."}
    assert client.post(address, typed).status_code == 303
    said = client.get("/es/secure-communities/policy/").text
    assert "La carta dice 7." in said
    citation = Citation.objects.current().get(
        contradicts=True, fact__key="napolitano-lofgren-letter"
    )
    assert citation.adjudication == typed["note"]


def test_a_fact_that_nothing_contradicts_cannot_be_adjudicated(client: Client) -> None:
    sign_in(client, make_person("reviewer", "US"))
    assert client.get(f"/secure-communities/desk/facts/{HARRIS}/adjudicate/").status_code == 404


def test_the_names_of_a_place_are_corrected_one_on_each_line(editor: Client) -> None:
    address = "/secure-communities/desk/facts/jurisdiction:48201/correct/"
    shown = fields(editor.get(address))
    typed = {**shown, "f-0-aliases": "Harris\n Houston County |Harris\n", **REASON}
    assert "Other names" in words(sent(editor, address, typed, "preview"))
    answer = sent(
        editor, "/secure-communities/desk/facts/jurisdiction:48201/small/", typed, "small"
    )
    assert answer.status_code == 303
    said = editor.get("/places/48201-harris-county-texas/").text
    assert "Also written: Harris; Houston County." in said


def test_a_place_that_ended_before_it_began_is_told_beside_the_field(editor: Client) -> None:
    address = "/secure-communities/desk/facts/jurisdiction:48201/correct/"
    dated = {"f-0-valid_from": "2010", "f-0-valid_to": "2009", **REASON}
    answer = sent(editor, address, {**fields(editor.get(address)), **dated}, "preview")
    said = "The first day on which it was no more: This lies before “When it came to be”."
    assert faults(answer) == [said]


def test_a_source_is_corrected_where_all_the_facts_that_cite_it_are(client: Client) -> None:
    address = "/secure-communities/desk/facts/source:ice_harris/correct/"
    sign_in(client, make_person("contributor", "48201"))
    assert client.get(address).status_code == 403, "a federal act rests on it too"
    for region in ("48", "US"):  # who contributes to a state may propose for the nation
        sign_in(client, make_person("contributor", region))
        assert fields(client.get(address))["f-0-published_on"] == "October 29, 2008"


def test_what_tells_one_figure_from_another_is_not_asked(client: Client) -> None:
    sign_in(client, make_person("contributor", "US"))
    name = "reported_figure:US:removals:2008-10/2010-08:truthout"
    answer = client.get(f"/secure-communities/desk/facts/{name}/correct/")
    assert "f-0-metric" not in fields(answer)
    assert "s-0-key" not in fields(answer)
    assert "retract it and record another" in words(answer)
    typed = {**fields(answer), "f-0-value": "47,001", **REASON}
    number = proposal_number(sent(client, f"/secure-communities/desk/facts/{name}/correct/", typed))
    assert only_wish(number).cells == {"value": "47001"}


def test_a_form_needs_nothing_that_the_record_itself_lacks(editor: Client) -> None:
    correct_fact(
        program="secure-communities",
        name=HARRIS,
        cells={"activated_on": "", "source": "ice_activated_list"},
        by="Somebody",
        reason="Not known.",
        at=timezone.now() + timedelta(minutes=1),
    )
    typed = {**fields(editor.get(CORRECT)), "f-0-note": "Not known.", **REASON}
    assert faults(sent(editor, CORRECT, typed, "preview")) == []


def test_a_local_measure_begins_with_the_place_itself(texan: Client) -> None:
    shown = fields(texan.get("/secure-communities/desk/suggest/48201/local_measure/"))
    assert shown["f-0-place"] == "Harris County"
