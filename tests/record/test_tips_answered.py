"""A tip that became a proposal ends with it, and says in public what came of it."""

from __future__ import annotations

import pytest
from django.test import Client

from jurisdictions.models import Proposal, Tip
from jurisdictions.record.people.permissions import NotAllowed
from jurisdictions.record.proposing.proposals import withdraw_proposal
from jurisdictions.record.proposing.reviews import accept_proposal, reject_proposal
from jurisdictions.record.public.tips import close_tip, send_tip
from tests.people import acting, make_person, sign_in
from tests.record.wishing import KANE, NOON, PROGRAM, corrected, proposed, step

pytestmark = pytest.mark.usefixtures("shipped")
DESK = f"/{PROGRAM}/desk/"


@pytest.fixture
def edith():
    return make_person("editor", "17")


@pytest.fixture
def rita():
    return acting(make_person("reviewer", "17"))


@pytest.fixture
def tip(edith):
    said = {"text": "The year is wrong", "evidence": "", "language": "en"}
    return send_tip(program=PROGRAM, geoid="17089", fact=KANE, at=NOON, **said)


def test_it_is_answered_when_its_proposal_is_accepted(tip, edith, rita) -> None:
    number = proposed(acting(edith), corrected(), tip=tip)
    assert (Proposal.objects.get().tip_id, Proposal.objects.get().origin) == (tip, "tip")
    accept_proposal(proposal=number, revision=1, by=rita, at=NOON)
    ended = Tip.objects.get()
    assert (ended.status, ended.ended_by_id) == ("answered", rita.person_id)
    assert ended.note == "This was looked into, and the record was changed."
    assert ended.note_es
    assert ended.note_es != ended.note


def test_it_is_closed_when_its_proposal_is_rejected(tip, edith, rita) -> None:
    number = proposed(acting(edith), corrected(), tip=tip)
    reject_proposal(proposal=number, revision=1, reason="No.", by=rita, at=NOON)
    assert Tip.objects.get().status == "closed"


def test_it_waits_for_the_last_of_its_proposals(tip, edith, rita) -> None:
    first = proposed(acting(edith), corrected(), tip=tip)
    second = proposed(acting(edith), step(), tip=tip)
    accept_proposal(proposal=first, revision=1, by=rita, at=NOON)
    assert Tip.objects.get().status == "waiting"
    reject_proposal(proposal=second, revision=1, reason="No.", by=rita, at=NOON)
    assert Tip.objects.get().status == "answered"


def test_who_ended_it_by_hand_has_had_the_last_word(tip, edith, rita) -> None:
    number = proposed(acting(edith), corrected(), tip=tip)
    close_tip(tip=tip, note="Nobody knows.", by=acting(edith), at=NOON)
    accept_proposal(proposal=number, revision=1, by=rita, at=NOON)
    assert (Tip.objects.get().status, Tip.objects.get().note) == ("closed", "Nobody knows.")


def test_a_withdrawn_proposal_leaves_it_waiting(tip, edith) -> None:
    number = proposed(acting(edith), corrected(), tip=tip)
    withdraw_proposal(proposal=number, by=acting(edith), at=NOON)
    assert Tip.objects.get().status == "waiting"


def test_a_tip_of_nowhere_is_passed_over_and_one_of_others_is_not_theirs(tip, edith) -> None:
    assert Proposal.objects.get(pk=proposed(acting(edith), step(), tip=10**6)).tip_id is None
    ida = acting(make_person("contributor", "17"))
    with pytest.raises(NotAllowed):
        proposed(ida, corrected(), tip=tip)


def test_the_desk_leads_from_the_tip_to_its_proposal_and_back(tip, edith) -> None:
    client = sign_in(Client(), edith)
    assert "Tips from the public" in client.get(DESK).text
    page = client.get(f"{DESK}tips/{tip}/").text
    assert f"tip={tip}" in page
    form = client.get(f"{DESK}facts/{KANE}/correct/", {"tip": tip, "reason": "Tip"}).text
    assert f'name="tip" value="{tip}"' in form
    number = proposed(acting(edith), corrected(), tip=tip)
    assert f"{DESK}proposals/{number}/" in client.get(f"{DESK}tips/{tip}/").text
    shown = client.get(f"{DESK}proposals/{number}/").text.replace("</a>", "")
    assert f"It answers tip {tip}" in " ".join(shown.split())
