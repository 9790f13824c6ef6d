"""A step found late that came before others of its thread takes its place among them."""

from __future__ import annotations

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from jurisdictions.models import OptOutStep, Wish
from jurisdictions.read.keeping.history_rows import Dispute, FactNow
from jurisdictions.record.faults import Refused
from jurisdictions.record.proposing.reviews import accept_proposal
from jurisdictions.web.desk.forms.inserting import NewStep, Thread, inserted
from tests.people import acting, make_person, sign_in
from tests.record.wishing import LATER
from tests.web.writing import REASON, fields, proposal_number, sent, step, words

DAYS = st.sampled_from(["", "2010", "2010-07", "2010-07-04", "2010-07-20", "2010-09", "2011"])


def thread(*days: str, contradicted: bool = False) -> Thread:
    dispute = Dispute("on", days[-1], "2012", "ilchron", "", "", "", "", "")
    steps = [
        FactNow(
            f"opt_out:kane-2010:{seq}",
            "opt_out",
            f"kane-2010:{seq}",
            "17089",
            {"geoid": "17089", "request": "kane-2010", "seq": str(seq), "on": on, "by": f"{seq}"},
            7,
            (dispute,) if contradicted else (),
        )
        for seq, on in enumerate(days, 1)
    ]
    return Thread("opt_out", "kane-2010", "17089", steps)


def said(one: Thread, *new: str) -> tuple[list[str], list[str]]:
    """The notes and the days of the whole thread once its wishes are carried out."""
    notes = {step.name: (step.cells["by"], step.cells["on"]) for step in one.steps}
    steps = [NewStep(n, {"on": on, "by": f"new {n}"}) for n, on in enumerate(new, 1)]
    for _number, wish in inserted(one, steps, len(one.steps) + 1):
        name = wish.name or f"opt_out:{wish.cells['request']}:{wish.cells['seq']}"
        notes[name] = wish.cells["by"], wish.cells.get("on", "")
    ordered = [notes[name] for name in sorted(notes, key=lambda name: int(name.split(":")[2]))]
    return [note for note, _on in ordered], [on for _note, on in ordered]


def test_a_step_that_came_before_the_last_moves_it_down() -> None:
    assert said(thread("2010-07", "2010-09"), "2010-08-02")[0] == ["1", "new 1", "2"]


def test_a_step_behind_all_others_moves_none() -> None:
    assert said(thread("2010-07", "2010-09"), "2011")[0] == ["1", "2", "new 1"]


def test_a_step_that_may_have_come_later_moves_none() -> None:
    assert said(thread("2010-07", "2010-09"), "2010")[0] == ["1", "2", "new 1"]
    assert said(thread("2010-07", ""), "2010-08")[0] == ["1", "2", "new 1"]


def test_a_step_is_put_above_undated_ones_only_when_it_surely_came_before_a_dated_one() -> None:
    assert said(thread("2010-07", ""), "2009")[0] == ["new 1", "1", "2"]
    assert said(thread("2010-07", "", "2011"), "2010-09")[0] == ["1", "2", "new 1", "3"]


def test_a_step_of_which_a_source_says_otherwise_is_not_moved() -> None:
    with pytest.raises(Refused, match="another source says otherwise"):
        said(thread("2010-09", contradicted=True), "2010-08")
    assert said(thread("2010-09", contradicted=True), "2011")[0] == ["1", "new 1"]


@given(st.lists(DAYS, min_size=1, max_size=4), st.lists(DAYS, min_size=1, max_size=3))
def test_every_step_is_told_once_and_those_on_record_keep_their_order(
    old: list[str], new: list[str]
) -> None:
    notes, days = said(thread(*old), *new)
    assert sorted(notes) == sorted(
        [*(str(n) for n in range(1, len(old) + 1)), *(f"new {n}" for n in range(1, len(new) + 1))]
    )
    assert [note for note in notes if not note.startswith("new")] == [
        str(n) for n in range(1, len(old) + 1)
    ]
    assert sorted(days) == sorted([*old, *new])


@pytest.mark.usefixtures("shipped")
def test_on_the_form_it_is_shown_as_corrections_and_told_in_order_once_accepted(
    client: Client, db: None
) -> None:
    author, reviewer = make_person("contributor", "17"), make_person("reviewer", "17")
    address = "/desk/suggest/17/opt_out/"
    before = list(OptOutStep.objects.current().filter(thread="illinois-2011").order_by("seq"))
    assert [str(one.on) for one in before[:2]] == ["2011-05-04", "2011-05"]
    typed = {**step(0, "answered", "June 2011"), "s-0-key": "ilchron", **REASON}
    sign_in(client, author)
    preview = sent(client, address, {**typed, "thread": "illinois-2011"}, "preview")
    assert "taken out: August 18, 2011 put in: June 2011" in words(preview)
    assert "The steps after it move down by a number each" in words(preview)
    number = proposal_number(sent(client, address, fields(preview)))
    said = words(client.get(f"/desk/proposals/{number}/"))
    assert "The steps after it move down by a number each" in said
    assert {wish.action for wish in Wish.objects.filter(proposal=number)} == {"correct", "record"}
    accept_proposal(proposal=number, revision=1, by=acting(reviewer), at=LATER)
    after = list(OptOutStep.objects.current().filter(thread="illinois-2011").order_by("seq"))
    assert [(one.step, str(one.on)) for one in after] == [
        ("requested", "2011-05-04"),
        ("refused", "2011-05"),
        ("answered", "2011-06"),
        ("requested", "2011-08-18"),
        ("overridden", "2013-01-22"),
    ]
    assert after[3].by == before[2].by
