"""Many proposals decided from the queue, and who is on one."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from jurisdictions.models import Proposal
from jurisdictions.record.proposing.claims import claim_proposal
from jurisdictions.record.proposing.proposals import propose
from tests.people import acting, make_person, sign_in
from tests.record.wishing import KANE, LAKE, PROGRAM, corrected
from tests.web.writing import fields, words

pytestmark = pytest.mark.usefixtures("shipped")
QUEUE = "/secure-communities/desk/proposals/"
DECIDE = f"{QUEUE}decide/"
WILL = "activation:17197"


def proposed(by, name: str) -> int:
    told = {"title": "A letter", "reason": "A letter was found.", "at": timezone.now()}
    return propose(program=PROGRAM, wishes=[corrected(name)], by=by, **told)


def status(number: int) -> str:
    return Proposal.objects.get(pk=number).status


@pytest.mark.postgresql
def test_a_reviewer_accepts_all_that_are_ticked_and_is_told_what_was_left_and_why(
    client: Client,
) -> None:
    author, reviewer = acting(make_person("contributor")), make_person("reviewer")
    first, second = proposed(author, KANE), proposed(author, LAKE)
    own = proposed(acting(reviewer), WILL)
    sign_in(client, reviewer)
    page = client.get(QUEUE)
    assert f'value="{first}.1"' in page.text
    assert f'value="{own}.1"' not in client.get(QUEUE, {"of": "all"}).text
    sent = {"in": "of=waiting&state=17", "do": "accept", "note": ""}
    answer = client.post(DECIDE, {**sent, "chosen": [f"{first}.1", f"{second}.7", f"{own}.1"]})
    assert answer["Location"] == f"{QUEUE}?of=waiting&state=17"
    said = words(client.get(answer["Location"]))
    assert "1 proposal was accepted and published. On record since edition 2." in said
    assert "2 were left as they are:" in said
    left = f"Proposal {second}: Correct: Activation · Lake County, Illinois . The proposal was"
    assert left in said
    assert "This is your own proposal: another reviewer decides on it." in said
    assert [status(n) for n in (first, second, own)] == ["accepted", "open", "open"]
    assert "What was done" not in words(client.get(QUEUE))


def test_many_are_rejected_with_one_reason_or_with_one_for_each(client: Client) -> None:
    author, reviewer = acting(make_person("contributor")), make_person("reviewer")
    first, second = proposed(author, KANE), proposed(author, LAKE)
    sign_in(client, reviewer)
    ticked = {"in": "of=waiting", "do": "reject", "chosen": [f"{first}.1", f"{second}.1"]}
    asked = client.post(DECIDE, {**ticked, "note": " "})
    assert asked.status_code == 200
    assert "Nothing is decided yet." in words(asked)
    assert status(first) == "open"
    assert {f"note:{first}", f"note:{second}", "note"} <= fields(asked).keys()
    own = {f"note:{first}": "The page is another."}
    again = client.post(DECIDE, {**ticked, **own, "each": "1"})
    assert "Every one of them needs a reason." in words(again)
    assert "The page is another." in again.text
    answer = client.post(DECIDE, {**ticked, **own, "note": "No source."})
    assert "2 proposals were rejected; their authors are told why." in words(
        client.get(answer["Location"])
    )
    assert Proposal.objects.get(pk=first).decision == "The page is another."
    assert Proposal.objects.get(pk=second).decision == "No source."


@pytest.mark.parametrize("sent", [{}, {"do": "accept"}, {"do": "accept", "chosen": "x"}])
def test_nothing_is_decided_where_nothing_was_chosen(client: Client, sent: dict[str, str]) -> None:
    sign_in(client, make_person("reviewer"))
    answer = client.post(DECIDE, sent)
    assert answer["Location"] == f"{QUEUE}?of=waiting"
    assert ("Choose at least one proposal" in words(client.get(QUEUE))) == bool(sent)


@pytest.mark.postgresql
def test_who_is_on_a_proposal_is_seen_by_others_who_may_take_it_over(client: Client) -> None:
    author, one = acting(make_person("contributor")), make_person("reviewer", name="Rosa")
    other = make_person("reviewer", name="Omar")
    number = proposed(author, KANE)
    here = f"{QUEUE}{number}/"
    sign_in(client, one)
    assert "Other reviewers see it" in words(client.get(here))
    assert client.post(f"{here}claim/", {"do": "claim"})["Location"] == here
    said = words(client.get(here))
    assert "You are on it until" in said
    assert "You are on it" in words(client.get(QUEUE))
    sign_in(client, other)
    page = client.get(here)
    assert "Rosa is on it until" in words(page)
    assert 'value="accept"' not in page.text
    assert "Rosa is on it" in words(client.get(QUEUE))
    assert f'value="{number}.1"' not in client.get(QUEUE).text
    # What was opened before the other was on it is not decided, and what was typed is kept.
    late = client.post(f"{here}decide/", {"do": "reject", "note": "No such page.", "revision": "1"})
    assert late.status_code == 409
    assert "Another reviewer is on it" in words(late)
    assert "No such page." in late.text
    over = {"do": "claim", "over": fields(page)["over"]}
    client.post(f"{here}claim/", over)
    assert "Taken over from Rosa." in words(client.get(here))
    client.post(f"{here}claim/", {"do": "release"})
    assert "I am on it" in words(client.get(here))


def test_the_queue_is_asked_for_by_who_is_on_it_by_kind_author_age_origin_and_words(
    client: Client,
) -> None:
    ines, reviewer = make_person("contributor", "US", name="Ines"), make_person("reviewer", "US")
    ana = make_person("contributor", "US", name="Ana")
    kane, lake = proposed(acting(ines), KANE), proposed(acting(ana), LAKE)
    rival = proposed(acting(ana), KANE)
    claim_proposal(proposal=kane, by=acting(reviewer), at=timezone.now())
    month_ago = timezone.now() - timedelta(days=31)
    Proposal.objects.filter(pk=lake).update(made_at=month_ago, origin="upload")
    sign_in(client, reviewer)

    def numbers(**asked: object) -> list[int]:
        text = client.get(QUEUE, asked).text
        return [n for n in (kane, lake, rival) if f'id="proposal-{n}"' in text]

    assert numbers(claimed="me") == [kane]
    assert numbers(claimed="nobody") == [lake, rival]
    assert numbers(claimed="others") == []
    assert numbers(author=ana.pk) == [lake, rival]
    assert numbers(age="30") == [lake]
    assert numbers(origin="upload") == [lake]
    assert numbers(conflict="1") == [kane, rival]
    assert client.get(QUEUE).text.count('<b class="mark">Others wish the same</b>') == 2
    assert numbers(kind="activation") == [kane, lake, rival]
    assert numbers(kind="opt_out") == []
    assert numbers(q="17097") == [lake]
    assert numbers(q=f"#{lake}") == [lake]
    assert numbers(q="ines") == [kane]
    assert numbers(program="287g") == []
    assert numbers(claimed="nonsense", age="x", author="-1", origin="?") == [kane, lake, rival]
    order = client.get(QUEUE, {"order": "newest"}).text
    assert order.index(f"proposal-{rival}") < order.index(f"proposal-{lake}")
