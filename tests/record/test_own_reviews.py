"""Who may decide on their own proposals is the operator's word, and the record says it."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from jurisdictions.models import Proposal
from jurisdictions.read.keeping.record_changes import record_changes
from jurisdictions.record.people.permissions import NotAllowed, reviews_own_somewhere
from jurisdictions.record.proposing.reviews import accept_proposal
from tests.people import acting, make_person
from tests.record.wishing import NOON, proposed

pytestmark = pytest.mark.usefixtures("shipped")


@pytest.fixture
def rita():
    return acting(make_person("reviewer", "17"))


def accept(number, by):
    return accept_proposal(proposal=number, revision=1, by=by, at=NOON)


def test_nobody_decides_on_their_own_unless_the_operator_says_so(rita) -> None:
    number = proposed(rita)
    assert not reviews_own_somewhere(rita)
    with pytest.raises(NotAllowed):
        accept(number, rita)


@pytest.mark.parametrize("who", ["alone", "reviewers"])
def test_who_reviews_alone_may_where_that_is_allowed_and_the_record_says_it(
    rita, settings, who
) -> None:
    settings.OWN_REVIEWS = who
    assert reviews_own_somewhere(rita)
    accepted = accept(proposed(rita), rita)
    assert Proposal.objects.get().own_review
    assert record_changes([accepted.change_id])[accepted.change_id].own_review


@pytest.mark.parametrize("region", ["17", "US"])
def test_whoever_is_not_alone_leaves_it_to_the_others(rita, settings, region) -> None:
    settings.OWN_REVIEWS = "alone"
    other = make_person("reviewer", region)
    number = proposed(rita)
    with pytest.raises(NotAllowed):
        accept(number, rita)
    other.suspended_at = NOON
    other.save()
    assert accept(number, rita)


def test_what_another_decided_is_no_own_review(rita, settings) -> None:
    settings.OWN_REVIEWS = "reviewers"
    other = acting(make_person("reviewer", "17"))
    accepted = accept(proposed(rita), other)
    assert not Proposal.objects.get().own_review
    assert not record_changes([accepted.change_id])[accepted.change_id].own_review


def test_the_table_takes_no_own_review_that_is_not_said(rita, settings) -> None:
    settings.OWN_REVIEWS = "reviewers"
    accept(proposed(rita), rita)
    with pytest.raises(IntegrityError), transaction.atomic():
        Proposal.objects.update(own_review=False)
