"""The effect of open proposals, kept for the queue: as the preview has it, never out of date."""

from __future__ import annotations

from datetime import timedelta

import pytest

from jurisdictions.models import Change, KeptEffect, Proposal
from jurisdictions.record.proposing.kept_effects import due_effects, keep_effects
from jurisdictions.record.proposing.preview import preview_proposal
from jurisdictions.record.proposing.proposals import amend_proposal
from jurisdictions.record.proposing.reviews import accept_proposal, reject_proposal
from tests.people import acting, make_person
from tests.record.wishing import COOK, KANE, LAKE, LATER, NOON, corrected, proposed, step

pytestmark = pytest.mark.usefixtures("shipped")
HARRIS = "activation:48201"


def due() -> set[int]:
    return set(due_effects().values_list("pk", flat=True))


@pytest.mark.postgresql
def test_the_effect_is_that_of_the_preview_and_nothing_is_left_behind() -> None:
    author = acting(make_person("contributor", "US"))
    numbers = [
        proposed(author, corrected(KANE)),
        proposed(author, corrected(HARRIS, note="By their own count.")),
        proposed(author, step()),
    ]
    changes = Change.objects.count()
    assert keep_effects(at=LATER) == 3
    assert Change.objects.count() == changes
    for number in numbers:
        kept = KeptEffect.objects.get(proposal=number)
        effect = preview_proposal(proposal=number, at=LATER)
        assert kept.places == sum(place.other_status for place in effect.places)
        assert kept.faults == 0
    kept = KeptEffect.objects.get(proposal=numbers[0])
    assert (kept.geoid, kept.day, kept.before, kept.after, kept.stale) == (
        "17089",
        "2009-11-24",
        "active-under-agreement",
        "not-activated",
        False,
    )
    assert not due()
    assert keep_effects(at=LATER) == 0


def test_only_what_a_change_may_touch_is_worked_out_again() -> None:
    author = acting(make_person("contributor", "US"))
    reviewer = acting(make_person("reviewer", "US"))
    kane, harris = proposed(author, corrected(KANE)), proposed(author, corrected(HARRIS))
    cook, lake = proposed(author, corrected(COOK)), proposed(author, corrected(LAKE))
    keep_effects(at=NOON)
    accept_proposal(proposal=cook, revision=1, by=reviewer, at=LATER)
    reject_proposal(proposal=lake, revision=1, by=reviewer, at=LATER, reason="No.")
    assert due() == {kane, harris}
    # The change was in Illinois: what waits in Texas holds as it was.
    assert keep_effects(at=LATER) == 1
    assert not due()
    latest = Change.objects.latest("pk").pk
    assert set(KeptEffect.objects.values_list("proposal", "seen")) == {
        (kane, latest),
        (harris, latest),
    }


def test_what_was_amended_or_changed_under_it_is_worked_out_again_and_says_so() -> None:
    author, reviewer = acting(make_person("contributor")), acting(make_person("reviewer"))
    one, rival = proposed(author, corrected(KANE)), proposed(author, corrected(KANE, note="X"))
    keep_effects(at=NOON)
    told = {"title": "T", "reason": "R", "by": author, "at": LATER}
    amend_proposal(proposal=one, wishes=[corrected(KANE, activated_on="2010-02")], **told)
    assert due() == {one}
    accept_proposal(
        proposal=one, revision=2, by=reviewer, at=LATER + timedelta(hours=1), over=[KANE]
    )
    keep_effects(at=LATER)
    assert KeptEffect.objects.get(proposal=rival).stale
    assert Proposal.objects.get(pk=rival).status == "open"
