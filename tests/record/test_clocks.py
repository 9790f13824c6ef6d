"""A clock that is wrong, or was: the order of the record holds, and editions tell the time."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from jurisdictions.models import Change, Edition, Proposal
from jurisdictions.publish.editions import BELIEVED
from jurisdictions.record.proposing.corrections import correct_small
from jurisdictions.record.proposing.reviews import accept_proposal
from jurisdictions.record.soundness.proposed import faults_of_proposals
from jurisdictions.record.soundness.versions import faults_of_versions
from tests.people import acting, illinois_contributor, illinois_reviewer, make_person
from tests.record.wishing import KANE, NOON, PROGRAM, corrected, proposed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped")]
DAY = timedelta(days=1)


def noted(note: str, at: datetime) -> Edition:
    """The edition of a small correction that was made when the clock said `at`."""
    editor = acting(make_person("editor", "17"))
    cells = {"note": note, "note_es": note}
    correct_small(program=PROGRAM, name=KANE, cells=cells, by=editor, reason="A slip.", at=at)
    return Edition.objects.latest("pk")


def test_once_a_clock_that_was_ahead_is_right_editions_tell_the_right_time() -> None:
    ahead = noted("By fax.", NOON + DAY)
    after = noted("By mail.", NOON)
    assert (ahead.published_at, after.published_at) == (NOON + DAY, NOON)
    assert after.number == ahead.number + 1
    first, second = Change.objects.order_by("-pk")[:2][::-1]
    assert NOON + DAY == first.made_at < second.made_at
    assert not list(faults_of_versions())


def test_a_clock_set_back_an_hour_is_believed_and_loses_nothing() -> None:
    noted("By fax.", NOON)
    earlier = noted("By mail.", NOON - timedelta(hours=1))
    assert earlier.published_at == NOON - timedelta(hours=1)
    assert noted("By hand.", NOON + DAY).published_at == NOON + DAY


def test_a_clock_that_lost_its_battery_is_not_believed() -> None:
    noted("By fax.", NOON)
    lost = noted("By mail.", NOON - BELIEVED - DAY)
    assert NOON < lost.published_at < NOON + timedelta(seconds=1)


def test_a_review_after_a_clock_was_set_right_is_sound() -> None:
    noted("By fax.", NOON + DAY)
    number = proposed(acting(illinois_contributor()), corrected())
    by = acting(illinois_reviewer())
    accept_proposal(proposal=number, revision=1, by=by, reason="Yes.", at=NOON + DAY / 2)
    found = Proposal.objects.select_related("change").get(pk=number)
    assert found.change
    assert found.decided_at == NOON + DAY / 2 < found.change.made_at
    assert not [one for one in faults_of_proposals() if one.where == f"proposal {number}"]
