"""A changed value needs a source that says the new one, whatever the door: planning refuses it."""

from __future__ import annotations

import pytest

from jurisdictions.record.changing.facts import correct_fact
from jurisdictions.record.changing.vouching import needs_source
from jurisdictions.record.faults import Refused
from jurisdictions.record.kinds import KINDS
from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.proposing.corrections import SMALL_COLUMNS
from jurisdictions.record.proposing.proposals import WishDraft
from tests.people import acting, make_person
from tests.record.wishing import KANE, NOON, PROGRAM, proposed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped")]


@pytest.fixture
def author() -> Actor:
    return acting(make_person("contributor", "17", name="Ines"))


WISH = WishDraft("correct", "", KANE, {"activated_on": "2010-01-05"})
REFUSED = "name the source that says the new one"


def test_a_proposal_of_a_changed_value_without_a_source_is_refused(author: Actor) -> None:
    with pytest.raises(Refused, match=REFUSED):
        proposed(author, WISH)
    assert proposed(author, WishDraft("correct", "", KANE, {"note": "By fax."}))


def test_a_value_changed_without_a_proposal_needs_one_too() -> None:
    told = {"program": PROGRAM, "by": "Ben", "reason": "Found.", "at": NOON}
    with pytest.raises(Refused, match=REFUSED):
        correct_fact(name=KANE, cells=WISH.cells, **told)  # type: ignore[arg-type]


def test_who_writes_the_same_day_again_changes_no_value(author: Actor) -> None:
    same = WishDraft("correct", "", KANE, {"activated_on": "2009-11-24", "note": "By fax."})
    assert proposed(author, same)


def test_who_names_a_figure_has_named_its_source() -> None:
    done = correct_fact(
        program=PROGRAM,
        name="reported_figure:US:removals:2008-10/2010-08:truthout",
        cells={"value": "47001"},
        by="Ben",
        reason="A slip of the pen.",
        at=NOON,
    )
    assert done


def test_no_small_column_is_one_that_a_source_vouches_for() -> None:
    for kind in KINDS.values():
        assert not needs_source(kind, SMALL_COLUMNS[kind.kind])
