"""Many proposals decided at once: each as if it were the only one, and what became of each."""

from __future__ import annotations

from datetime import timedelta

import pytest

from jurisdictions.models import Change, Claim, Edition, Proposal
from jurisdictions.record.faults import Refused
from jurisdictions.record.people.permissions import NotAllowed
from jurisdictions.record.proposing.claims import (
    HELD,
    claim_proposal,
    release_proposal,
    standing_claims,
)
from jurisdictions.record.proposing.conflicts import Conflict
from jurisdictions.record.proposing.many import MOST, Chosen, accept_many, reject_many
from jurisdictions.record.proposing.proposals import amend_proposal, withdraw_proposal
from jurisdictions.record.proposing.reviews import (
    accept_proposal,
    ask_for_more,
    reject_proposal,
)
from tests.people import acting, make_person
from tests.record.wishing import COOK, KANE, LAKE, LATER, NOON, corrected, proposed, step

pytestmark = pytest.mark.usefixtures("shipped")


def test_many_are_accepted_and_the_answer_says_what_was_not_and_why() -> None:
    author, reviewer = acting(make_person("contributor", "US")), acting(make_person("reviewer"))
    good = proposed(author, corrected(KANE))
    own = proposed(reviewer, corrected(COOK))
    elsewhere = proposed(author, corrected("activation:48201"))
    amended = proposed(author, corrected(LAKE))
    amend_proposal(
        proposal=amended,
        wishes=[corrected(LAKE, activated_on="2010-02-01")],
        title="T",
        reason="R",
        by=author,
        at=NOON,
    )
    changes = Change.objects.count()
    chosen = [Chosen(n, 1) for n in (good, own, elsewhere, amended, 10**9)]
    became = accept_many(chosen=chosen, by=reviewer, at=LATER)
    assert [one.done for one in became] == [True, False, False, False, False]
    assert became[0].edition == Edition.objects.latest("number").number
    assert [one.why for one in became[1:]] == [
        "This is your own proposal: another reviewer decides on it.",
        "You do not review where it would change something.",
        "The proposal was changed since you opened it: look at it again.",
        "There is no such proposal.",
    ]
    assert Change.objects.count() == changes + 1
    waiting = Proposal.objects.filter(status="open").values_list("pk", flat=True)
    assert set(waiting) == {own, elsewhere, amended}


@pytest.mark.postgresql
def test_one_of_many_that_cannot_be_carried_out_whole_writes_nothing_and_stops_no_other() -> None:
    author, reviewer = acting(make_person("contributor")), acting(make_person("reviewer"))
    first, gone, last = (
        proposed(author, corrected(name)) for name in (KANE, "activation:17043", LAKE)
    )
    torn = proposed(author, corrected(COOK), step(), corrected("activation:17043"))
    became = {
        one.proposal: one
        for one in accept_many(
            chosen=[Chosen(n, 1) for n in (first, torn, last)], by=reviewer, at=LATER
        )
    }
    assert became[first].done
    assert became[last].done
    assert became[torn].kind == "rival"
    assert Proposal.objects.get(pk=torn).status == "open"
    assert Proposal.objects.get(pk=gone).status == "open"


def test_two_for_the_same_fact_are_both_left_to_be_looked_at() -> None:
    author, reviewer = acting(make_person("contributor")), acting(make_person("reviewer"))
    both = [proposed(author, corrected(KANE)), proposed(author, corrected(KANE))]
    became = accept_many(chosen=[Chosen(n, 1) for n in both], by=reviewer, at=LATER)
    assert [one.kind for one in became] == ["rival", "rival"]


def test_many_are_rejected_each_with_its_reason_and_none_without_one() -> None:
    author, reviewer = acting(make_person("contributor")), acting(make_person("reviewer"))
    first, second = proposed(author, corrected(KANE)), proposed(author, corrected(LAKE))
    chosen = [Chosen(first, 1, "No page."), Chosen(second, 1, " ")]
    became = reject_many(chosen=chosen, by=reviewer, at=LATER)
    assert [one.done for one in became] == [True, False]
    assert became[1].why == "Say why, so that the author learns from it."
    assert Proposal.objects.get(pk=first).decision == "No page."
    assert Proposal.objects.get(pk=second).status == "open"


def test_more_than_a_page_at_once_are_refused_whole() -> None:
    reviewer = acting(make_person("reviewer"))
    with pytest.raises(Refused, match="at most 50"):
        accept_many(chosen=[Chosen(n, 1) for n in range(MOST + 1)], by=reviewer, at=LATER)


def test_who_is_on_a_proposal_is_left_to_it_until_the_claim_lapses() -> None:
    author, one = acting(make_person("contributor")), acting(make_person("reviewer"))
    other = acting(make_person("reviewer"))
    number = proposed(author, corrected(KANE))
    claim_proposal(proposal=number, by=one, at=NOON)
    told = {"proposal": number, "revision": 1, "by": other}
    for act in (
        lambda: accept_proposal(**told, at=LATER),
        lambda: reject_proposal(**told, at=LATER, reason="No."),
        lambda: ask_for_more(**told, at=LATER, text="Why?"),
        lambda: claim_proposal(proposal=number, by=other, at=LATER),
    ):
        with pytest.raises(Conflict, match="Another reviewer is on it"):
            act()
    # Their own time begins anew when they say it again; nobody else ends it.
    claim_proposal(proposal=number, by=one, at=LATER)
    release_proposal(proposal=number, by=other)
    assert standing_claims(LATER).get().since == NOON
    over = LATER + HELD + timedelta(seconds=1)
    assert not standing_claims(over).exists()
    accept_proposal(**told, at=over)
    assert not Claim.objects.exists()


def test_a_claim_is_taken_over_by_who_saw_whose_it_is() -> None:
    author, one = acting(make_person("contributor")), acting(make_person("reviewer"))
    other, third = acting(make_person("reviewer")), acting(make_person("reviewer"))
    number = proposed(author, corrected(KANE))
    claim_proposal(proposal=number, by=one, at=NOON)
    claim_proposal(proposal=number, by=other, at=NOON, over=one.person_id)
    with pytest.raises(Conflict):
        claim_proposal(proposal=number, by=third, at=NOON, over=one.person_id)
    claim = standing_claims(NOON).get()
    assert (claim.person_id, claim.taken_from_id) == (other.person_id, one.person_id)
    release_proposal(proposal=number, by=other)
    assert not standing_claims(NOON).exists()


def test_only_who_may_decide_is_on_a_proposal_and_who_is_shut_out_is_on_none() -> None:
    author, reviewer = acting(make_person("reviewer")), make_person("reviewer")
    number = proposed(author, corrected(KANE))
    for nobody in (
        author,
        acting(make_person("contributor")),
        acting(make_person("reviewer", "48")),
    ):
        with pytest.raises(NotAllowed):
            claim_proposal(proposal=number, by=nobody, at=NOON)
    claim_proposal(proposal=number, by=acting(reviewer), at=NOON)
    reviewer.suspended_at = NOON
    reviewer.save()
    assert not standing_claims(NOON).exists()
    claim_proposal(proposal=number, by=acting(make_person("reviewer")), at=NOON)


def test_a_claim_ends_with_the_question_to_the_author_and_with_withdrawing() -> None:
    author, reviewer = acting(make_person("contributor")), acting(make_person("reviewer"))
    asked, withdrawn = proposed(author, corrected(KANE)), proposed(author, corrected(LAKE))
    for number in (asked, withdrawn):
        claim_proposal(proposal=number, by=reviewer, at=NOON)
    ask_for_more(proposal=asked, revision=1, text="Why?", by=reviewer, at=NOON)
    withdraw_proposal(proposal=withdrawn, by=author, at=NOON)
    assert not Claim.objects.exists()
    with pytest.raises(Conflict, match="decided"):
        claim_proposal(proposal=withdrawn, by=reviewer, at=NOON)
