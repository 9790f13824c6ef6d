"""Steps keep the order of time, and those that move down for another move together."""

from __future__ import annotations

import pytest

from jurisdictions.models import OptOutStep
from jurisdictions.record.changing.facts import correct_fact
from jurisdictions.record.faults import Refused
from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.proposing.proposals import WishDraft
from jurisdictions.record.proposing.reverts import revert_change
from jurisdictions.record.proposing.reviews import Accepted, accept_proposal
from tests.people import acting, make_person
from tests.record.wishing import LATER, NOON, PROGRAM, corrected, disputed, proposed, step

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped")]

SECOND = "opt_out:kane-2010:2"
ASKED = step(on="2010-07-13")
REFUSED = step(2, step="refused", on="2010-09", by="ICE")
MOVED = [
    corrected(SECOND, step="answered", on="2010-08-02", by="DHS"),
    step(3, step="refused", on="2010-09", by="ICE"),
]


@pytest.fixture
def author() -> Actor:
    return acting(make_person("contributor", "17", name="Ines"))


@pytest.fixture
def reviewer() -> Actor:
    return acting(make_person("reviewer", "17", name="Rosa"))


@pytest.fixture
def asked(author: Actor, reviewer: Actor) -> Accepted:
    """A request of two steps on record."""
    return accepted(proposed(author, ASKED, REFUSED), reviewer)


def accepted(number: int, by: Actor, **told: object) -> Accepted:
    asked = {"proposal": number, "revision": 1, "by": by, "at": LATER, **told}
    return accept_proposal(**asked)  # type: ignore[arg-type]


def thread() -> list[tuple[str, str]]:
    steps = OptOutStep.objects.current().filter(thread="kane-2010").order_by("seq")
    return [(one.step, str(one.on)) for one in steps]


@pytest.mark.parametrize("wish", [step(3, on="2010-08-02"), step(3, on="2009")])
@pytest.mark.usefixtures("asked")
def test_a_new_step_that_came_before_those_above_it_is_refused(
    author: Actor, wish: WishDraft
) -> None:
    with pytest.raises(Refused, match="does not fit between its neighbours") as refused:
        proposed(author, wish)
    assert {fault.column for fault in refused.value.faults} == {"on"}


@pytest.mark.parametrize("on", ["", "2010", "2010-09", "2012"])
@pytest.mark.usefixtures("asked")
def test_a_new_step_that_may_have_come_last_is_taken(author: Actor, on: str) -> None:
    assert proposed(author, step(3, on=on))


def test_steps_of_one_proposal_are_held_against_each_other(author: Actor) -> None:
    with pytest.raises(Refused, match="step 2 is dated 2009"):
        proposed(author, ASKED, step(2, step="refused", on="2009"))


@pytest.mark.usefixtures("asked")
def test_what_was_proposed_before_a_move_is_held_against_the_thread_as_it_stands(
    author: Actor, reviewer: Actor
) -> None:
    later = proposed(author, step(3, step="lapsed", on="2011"))
    move = proposed(author, MOVED[0], step(4, step="refused", on="2010-09", by="ICE"))
    accepted(later, reviewer)
    with pytest.raises(Refused, match="does not fit between its neighbours"):
        accepted(move, reviewer)
    assert thread() == [("requested", "2010-07-13"), ("refused", "2010-09"), ("lapsed", "2011")]


@pytest.mark.usefixtures("asked")
def test_a_move_is_not_carried_out_in_part(author: Actor, reviewer: Actor) -> None:
    number = proposed(author, *MOVED)
    with pytest.raises(Refused, match="moves with the other steps"):
        accepted(number, reviewer, wishes=MOVED[1:])
    accepted(number, reviewer)
    assert [word for word, _on in thread()] == ["requested", "answered", "refused"]


@pytest.mark.usefixtures("asked")
def test_a_step_that_was_corrected_meanwhile_does_not_move_as_it_was(
    author: Actor, reviewer: Actor
) -> None:
    number = proposed(author, *MOVED)
    told = {"program": PROGRAM, "by": "Ben", "reason": "Found.", "at": NOON}
    correct_fact(name=SECOND, cells={"on": "2010-09-30"}, **told)
    with pytest.raises(Refused, match="not all are as proposed"):
        accepted(number, reviewer, over=[SECOND])


@pytest.mark.usefixtures("asked")
def test_a_step_that_was_disputed_meanwhile_does_not_move(author: Actor, reviewer: Actor) -> None:
    number = proposed(author, *MOVED)
    accepted(
        proposed(author, disputed(SECOND, field="on", said="2010-10")), reviewer, over=[SECOND]
    )
    with pytest.raises(Refused, match="another source says otherwise of it"):
        accepted(number, reviewer, over=[SECOND])


def test_a_change_whose_steps_moved_since_is_reverted_after_the_move(
    author: Actor, reviewer: Actor, asked: Accepted
) -> None:
    move = accepted(proposed(author, *MOVED), reviewer)
    told = {"program": PROGRAM, "reason": "No.", "by": reviewer, "at": LATER}
    with pytest.raises(Refused, match=r"opt_out:kane-2010:3.*revert that change first"):
        revert_change(change=asked.change_id, seen=move.change_id, **told)
    undone = revert_change(change=move.change_id, **told)
    assert thread() == [("requested", "2010-07-13"), ("refused", "2010-09")]
    revert_change(change=asked.change_id, seen=undone.change_id, **told)
    assert thread() == []
