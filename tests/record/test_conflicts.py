"""Two who want the same, and facts that changed meanwhile: the reviewer sees both and decides."""

from __future__ import annotations

import pytest

from jurisdictions.models import Activation, Change, OptOutStep, Program, Proposal
from jurisdictions.record.changing.facts import correct_fact, record_fact, retract_fact
from jurisdictions.record.changing.versions import Outcome
from jurisdictions.record.faults import Refused
from jurisdictions.record.proposing.conflicts import Conflict
from jurisdictions.record.proposing.proposals import WishDraft, amend_proposal, propose
from jurisdictions.record.proposing.reviews import accept_proposal, reject_proposal
from tests.people import acting, make_person
from tests.record.wishing import (
    CHRON,
    COOK,
    KANE,
    LATER,
    LIST,
    NOON,
    PROGRAM,
    corrected,
    disputed,
    proposed,
    retracted,
    step,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped")]
BY_HAND = {"program": PROGRAM, "by": "Ben", "reason": "Found.", "at": NOON}


@pytest.fixture
def author():
    return acting(make_person("contributor", "17", name="Ines"))


@pytest.fixture
def other():
    return acting(make_person("contributor", "17", name="Omar"))


@pytest.fixture
def reviewer():
    return acting(make_person("reviewer", "17", name="Rosa"))


def accepted(number: int, by, **told):
    return accept_proposal(**{"proposal": number, "revision": 1, "by": by, "at": LATER, **told})


def conflict_of(number: int, by, **told) -> tuple[str, tuple[str, ...], tuple[int, ...]]:
    with pytest.raises(Conflict) as raised:
        accepted(number, by, **told)
    assert Proposal.objects.get(pk=number).status == "open"
    return raised.value.kind, raised.value.facts, raised.value.proposals


def kane() -> Activation:
    return Activation.objects.current().get(geoid="17089")


def test_a_fact_changed_since_is_not_overwritten_silently(author, reviewer) -> None:
    number = proposed(author, corrected(KANE), corrected(COOK))
    correct_fact(name=KANE, cells={"note": "By fax."}, **BY_HAND)
    assert conflict_of(number, reviewer) == ("stale", (KANE,), ())
    assert conflict_of(number, reviewer, over=[COOK]) == ("stale", (KANE,), ())
    accepted(number, reviewer, over=[KANE])
    assert (str(kane().activated_on), kane().note) == ("2010-01-05", "By fax.")


def test_another_source_of_a_fact_is_a_change_of_it(author, reviewer) -> None:
    number = proposed(author, corrected(KANE))
    correct_fact(name=KANE, cells={"source": CHRON}, **BY_HAND)
    assert conflict_of(number, reviewer)[0] == "stale"


def test_a_fact_that_somebody_recorded_meanwhile_is_corrected_if_the_reviewer_says_so(
    author, reviewer
) -> None:
    number = proposed(author, step())
    record_fact(kind="opt_out", cells=step(by="The sheriff", on="2010").cells, **BY_HAND)
    assert conflict_of(number, reviewer) == ("stale", ("opt_out:kane-2010:1",), ())
    done = accepted(number, reviewer, over=["opt_out:kane-2010:1"])
    assert done.outcomes == (("opt_out:kane-2010:1", Outcome.CORRECTED),)
    found = OptOutStep.objects.current().get(thread="kane-2010")
    assert (str(found.on), found.by) == ("2010-07", "The sheriff")


def test_a_fact_that_was_retracted_meanwhile_is_recorded_again_as_it_was_seen(
    author, reviewer
) -> None:
    correct_fact(name=KANE, cells={"note": "By fax."}, **BY_HAND)
    number = proposed(author, corrected(KANE))
    retract_fact(name=KANE, **BY_HAND)
    assert conflict_of(number, reviewer) == ("stale", (KANE,), ())
    done = accepted(number, reviewer, over=[KANE])
    assert done.outcomes == ((KANE, Outcome.CREATED),)
    assert (str(kane().activated_on), kane().note) == ("2010-01-05", "By fax.")


def test_what_is_gone_already_is_not_retracted_again(author, reviewer) -> None:
    number = proposed(author, retracted(KANE), corrected(COOK))
    retract_fact(name=KANE, **BY_HAND)
    assert conflict_of(number, reviewer) == ("stale", (KANE,), ())
    done = accepted(number, reviewer, over=[KANE])
    assert done.outcomes == ((KANE, Outcome.UNCHANGED), (COOK, Outcome.CORRECTED))


def test_what_is_gone_cannot_be_disputed(author, reviewer) -> None:
    number = proposed(author, disputed(KANE), corrected(COOK))
    retract_fact(name=KANE, **BY_HAND)
    with pytest.raises(Refused, match="is not on record"):
        accepted(number, reviewer, over=[KANE])


def test_two_proposals_for_one_fact_are_both_shown(author, other, reviewer) -> None:
    first = proposed(author, corrected(KANE), corrected(COOK))
    second = proposed(other, corrected(KANE, activated_on="2010-02"))
    third = proposed(other, retracted(COOK))
    assert conflict_of(second, reviewer) == ("rival", (KANE,), (first,))
    kind, facts, proposals = conflict_of(first, reviewer)
    assert (kind, set(facts), set(proposals)) == ("rival", {KANE, COOK}, {second, third})
    assert conflict_of(first, reviewer, over=[KANE]) == ("rival", (COOK,), (third,))


def test_the_one_that_lost_waits_on_as_stale(author, other, reviewer) -> None:
    first, second = proposed(author, corrected(KANE)), proposed(other, retracted(KANE))
    accepted(first, reviewer, over=[KANE])
    assert conflict_of(second, reviewer) == ("stale", (KANE,), ())
    accepted(second, reviewer, over=[KANE])
    assert not Activation.objects.current().filter(geoid="17089").exists()


def test_proposals_that_were_decided_are_no_rivals(author, other, reviewer) -> None:
    first, second = proposed(author, corrected(KANE)), proposed(other, retracted(KANE))
    reject_proposal(proposal=first, revision=1, reason="No.", by=reviewer, at=NOON)
    assert accepted(second, reviewer).outcomes == ((KANE, Outcome.RETRACTED),)


def test_what_a_proposal_wished_before_it_was_amended_is_no_rival(author, other, reviewer) -> None:
    first, second = proposed(author, corrected(KANE)), proposed(other, retracted(KANE))
    told = {"title": "T", "reason": "R", "by": author, "at": NOON}
    amend_proposal(proposal=first, wishes=[corrected(COOK)], **told)
    accepted(second, reviewer)


def test_two_sources_may_say_otherwise_side_by_side(author, other, reviewer) -> None:
    first = proposed(author, disputed(KANE))
    second = proposed(other, disputed(KANE, source=LIST))
    third = proposed(other, disputed(KANE, said="2009-12-02"))
    accepted(second, reviewer)
    assert conflict_of(first, reviewer) == ("rival", (KANE,), (third,))


def test_a_dispute_and_a_correction_of_one_fact_are_rivals(author, other, reviewer) -> None:
    first, second = proposed(author, disputed(KANE)), proposed(other, corrected(KANE))
    assert conflict_of(first, reviewer) == ("rival", (KANE,), (second,))
    assert conflict_of(second, reviewer) == ("rival", (KANE,), (first,))


def test_programs_share_sources_but_not_facts(author, reviewer) -> None:
    Program.objects.create(slug="next", name="Next", vintage="2010")
    everywhere = acting(make_person("contributor", "US"))
    told = {"title": "T", "reason": "R", "by": everywhere, "at": NOON, "program": "next"}
    activation = {"geoid": "17089", "activated_on": "2020", "source": LIST}
    propose(wishes=[WishDraft("record", "activation", cells=activation)], **told)
    shared = propose(wishes=[corrected("source:ilchron", title="Illinois")], **told)
    accepted(proposed(author, corrected(KANE)), reviewer)
    number = proposed(author, corrected("source:ilchron", title="Chronology"))
    assert conflict_of(number, reviewer) == ("rival", ("source:ilchron",), (shared,))


def test_a_decision_over_a_rival_is_no_decision_over_what_came_of_it(
    author, other, reviewer
) -> None:
    """The reviewer chose this one over the rival; then somebody accepted the rival."""
    first, second = proposed(author, corrected(KANE)), proposed(other, retracted(KANE))
    seen = latest_change()
    accepted(second, reviewer, over=[KANE], seen=seen)
    assert conflict_of(first, reviewer, over=[KANE], seen=seen) == ("stale", (KANE,), ())
    accepted(first, reviewer, over=[KANE], seen=latest_change())
    assert str(kane().activated_on) == "2010-01-05"


def test_a_shared_source_changed_unseen_is_shown_again(author, reviewer) -> None:
    number = proposed(author, corrected("source:ilchron", title="Chronology"))
    seen = latest_change()
    correct_fact(name="source:ilchron", cells={"publisher": "ICIRR"}, **BY_HAND)
    told = {"over": ["source:ilchron"]}
    assert conflict_of(number, reviewer, **told, seen=seen) == ("stale", ("source:ilchron",), ())
    accepted(number, reviewer, **told, seen=latest_change())


def latest_change() -> int:
    return Change.objects.latest("pk").pk


def test_both_reasons_to_look_again_are_told_at_once(author, other, reviewer) -> None:
    first = proposed(author, corrected(KANE), corrected(COOK))
    second = proposed(other, corrected(COOK, note="By fax."))
    correct_fact(name=KANE, cells={"note": "By fax."}, **BY_HAND)
    assert conflict_of(first, reviewer) == ("stale", (KANE, COOK), (second,))


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("decided", "This was decided meanwhile."),
        ("amended", "The proposal was changed since you opened it: look at it again."),
        ("rival", "Another proposal wishes to change the same: look at both and decide."),
    ],
)
def test_a_conflict_says_what_happened(kind: str, said: str) -> None:
    assert str(Conflict(kind)) == said
