"""What a source says otherwise of a fact that is only proposed is decided after the fact."""

from __future__ import annotations

import pytest

from jurisdictions.models import Citation, Proposal
from jurisdictions.read.keeping.proposals import proposal_row
from jurisdictions.record.changing.versions import Outcome
from jurisdictions.record.faults import Refused
from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.proposing.conflicts import Conflict
from jurisdictions.record.proposing.preview import preview, preview_proposal
from jurisdictions.record.proposing.proposals import withdraw_proposal
from jurisdictions.record.proposing.reviews import Accepted, accept_proposal, reject_proposal
from tests.people import acting, make_person
from tests.record.wishing import CHRON, LATER, NOON, PROGRAM, disputed, proposed, step

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped")]

ASKED = "opt_out:kane-2010:1"
OTHERWISE = disputed(ASKED, field="on", said="2010-08-02", source=CHRON)


@pytest.fixture
def author() -> Actor:
    return acting(make_person("contributor", "17", name="Ines"))


@pytest.fixture
def other() -> Actor:
    return acting(make_person("contributor", "17", name="Omar"))


@pytest.fixture
def reviewer() -> Actor:
    return acting(make_person("reviewer", "17", name="Rosa"))


def accepted(number: int, by: Actor) -> Accepted:
    return accept_proposal(proposal=number, revision=1, by=by, at=LATER)


def test_it_is_proposed_beside_the_fact_and_kept_once_both_are_accepted(
    author: Actor, other: Actor, reviewer: Actor
) -> None:
    fact, dispute = proposed(author), proposed(other, OTHERWISE)
    assert accepted(fact, reviewer).outcomes == ((ASKED, Outcome.CREATED),)
    assert accepted(dispute, reviewer).outcomes == ((ASKED, Outcome.CREATED),)
    kept = Citation.objects.current().get(fact__key="kane-2010:1", contradicts=True)
    assert (kept.field, kept.recorded, kept.said) == ("on", "2010-07", "2010-08-02")


def test_it_is_not_decided_before_the_fact(author: Actor, other: Actor, reviewer: Actor) -> None:
    fact, dispute = proposed(author), proposed(other, OTHERWISE)
    with pytest.raises(Refused, match=f"proposal {fact} has to be decided first"):
        accepted(dispute, reviewer)
    assert Proposal.objects.get(pk=dispute).status == "open"
    (fault,) = preview_proposal(proposal=dispute, at=LATER).faults
    assert fault.sentence == (
        f"{ASKED} is only proposed so far: proposal {fact} has to be decided first."
    )


def test_the_page_compares_it_with_what_is_proposed(author: Actor, other: Actor) -> None:
    proposed(author)
    row = proposal_row(proposed(other, OTHERWISE))
    assert row is not None
    said = {field.name: (field.before, field.after) for field in row.wishes[0].fields}
    assert said["recorded"] == ("2010-07", "2010-07")
    assert said["said"] == ("", "2010-08-02")
    assert row.stale == ()
    assert dict(row.rivals) == {}


def test_it_is_not_stale_when_the_fact_is_on_record_at_last(
    author: Actor, other: Actor, reviewer: Actor
) -> None:
    fact, dispute = proposed(author), proposed(other, OTHERWISE)
    accepted(fact, reviewer)
    row = proposal_row(dispute)
    assert row is not None
    assert row.stale == ()


def test_it_is_stale_when_the_fact_came_on_record_otherwise(
    author: Actor, other: Actor, reviewer: Actor
) -> None:
    fact, dispute = proposed(author), proposed(other, OTHERWISE)
    edited = [step(on="2010-06")]
    accept_proposal(proposal=fact, revision=1, by=reviewer, at=LATER, wishes=edited)
    row = proposal_row(dispute)
    assert row is not None
    assert row.stale == (ASKED,)
    with pytest.raises(Conflict) as conflict:
        accepted(dispute, reviewer)
    assert (conflict.value.kind, conflict.value.facts) == ("stale", (ASKED,))
    accept_proposal(proposal=dispute, revision=1, by=reviewer, at=LATER, over=[ASKED])
    kept = Citation.objects.current().get(fact__key="kane-2010:1", contradicts=True)
    assert (kept.recorded, kept.said) == ("2010-06", "2010-08-02")


def test_of_two_proposals_to_record_it_the_older_one_is_named(
    author: Actor, other: Actor, reviewer: Actor
) -> None:
    first, _second = proposed(author), proposed(author, step(on="2010-06"))
    dispute = proposed(other, OTHERWISE)
    with pytest.raises(Refused, match=f"proposal {first} has to be decided first"):
        accepted(dispute, reviewer)


def test_looking_at_it_before_sending_finds_nothing_wrong(author: Actor) -> None:
    proposed(author)
    effect = preview(program=PROGRAM, wishes=[OTHERWISE], at=NOON)
    assert (effect.outcomes, effect.faults) == (((ASKED, Outcome.CREATED),), ())
    assert effect.places == ()


def test_a_fact_whose_proposal_was_given_up_cannot_be_said_otherwise_of(
    author: Actor, other: Actor, reviewer: Actor
) -> None:
    withdrawn = proposed(author)
    withdraw_proposal(proposal=withdrawn, by=author, at=NOON)
    with pytest.raises(Refused, match="is not on record"):
        proposed(other, OTHERWISE)
    rejected = proposed(author)
    dispute = proposed(other, OTHERWISE)
    reject_proposal(proposal=rejected, revision=1, reason="No.", by=reviewer, at=LATER)
    with pytest.raises(Refused, match="is not on record"):
        accepted(dispute, reviewer)


def test_saying_what_is_proposed_too_is_refused(author: Actor, other: Actor) -> None:
    proposed(author, step(on="2010-08-02"))
    with pytest.raises(Refused, match="is what the record says too"):
        proposed(other, OTHERWISE)
