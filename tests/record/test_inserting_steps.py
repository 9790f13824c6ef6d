"""A step found late that came before others of its thread takes its place among them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from jurisdictions.models import OptOutStep, Wish
from jurisdictions.record.proposing.reviews import accept_proposal
from jurisdictions.record.steps.inserting import number_again, numbers_for
from tests.people import acting, make_person, sign_in
from tests.record.wishing import LATER
from tests.web.writing import REASON, fields, proposal_number, sent, step, words

DAYS = st.sampled_from(["", "2010", "2010-07", "2010-07-04", "2010-07-20", "2010-09", "2011"])


def thread(*days: str) -> list[dict[str, str]]:
    return [{"on": on, "seq": str(seq), "by": f"{seq}"} for seq, on in enumerate(days, 1)]


def told(old: list[dict[str, str]], *new: str) -> list[str]:
    """Who acted, step by step, once the new steps have their numbers."""
    steps = [{"on": on, "by": f"new {n}"} for n, on in enumerate(new, 1)]
    numbers = map(str, numbers_for(steps, old))
    whole = [*old, *({**one, "seq": seq} for one, seq in zip(steps, numbers, strict=True))]
    return [one["by"] for one in sorted(whole, key=lambda one: Decimal(one["seq"]))]


def test_a_step_that_came_before_the_last_stands_between() -> None:
    old = thread("2010-07", "2010-09")
    assert list(numbers_for([{"on": "2010-08-02"}], old)) == [Decimal("1.5")]
    assert told(old, "2010-08-02") == ["1", "new 1", "2"]


def test_a_step_behind_all_others_has_the_next_number() -> None:
    assert told(thread("2010-07", "2010-09"), "2011") == ["1", "2", "new 1"]
    assert list(numbers_for([{"on": "2011"}], thread("2010-07"), Decimal(4))) == [5]


def test_a_step_that_may_have_come_later_stands_behind() -> None:
    assert told(thread("2010-07", "2010-09"), "2010") == ["1", "2", "new 1"]
    assert told(thread("2010-07", ""), "2010-08") == ["1", "2", "new 1"]


def test_a_step_is_put_above_undated_ones_only_when_it_surely_came_before_a_dated_one() -> None:
    assert told(thread("2010-07", ""), "2009") == ["new 1", "1", "2"]
    assert told(thread("2010-07", "", "2011"), "2010-09") == ["1", "2", "new 1", "3"]


def test_two_late_steps_on_one_day_stand_as_they_were_written() -> None:
    assert told(thread("2010-07", "2011"), "2010-09", "2010-09") == ["1", "new 1", "new 2", "2"]


def test_a_step_whose_day_changed_stands_elsewhere_only_where_it_has_to() -> None:
    one, two, three = thread("2010-07", "2010-09", "2011")
    assert number_again({**two, "on": "2010-08"}, [one, three]) is None
    assert number_again({**two, "on": "2010-06"}, [one, three]) == Decimal("0.5")
    assert number_again({**two, "on": "2012"}, [one, three]) == 4


@given(st.lists(DAYS, min_size=1, max_size=4), st.lists(DAYS, min_size=1, max_size=6))
def test_every_step_has_a_number_of_its_own_and_those_on_record_keep_theirs(
    old: list[str], new: list[str]
) -> None:
    steps = thread(*old)
    numbers = list(numbers_for([{"on": on} for on in new], steps))
    assert len({*numbers, *range(1, len(old) + 1)}) == len(old) + len(new)
    assert [by for by in told(steps, *new) if not by.startswith("new")] == [
        one["by"] for one in steps
    ]


@pytest.mark.usefixtures("shipped")
def test_on_the_form_it_is_shown_between_two_steps_and_told_in_order_once_accepted(
    client: Client, db: None
) -> None:
    author, reviewer = make_person("contributor", "17"), make_person("reviewer", "17")
    address = "/secure-communities/desk/suggest/17/opt_out/"
    before = list(OptOutStep.objects.current().filter(thread="illinois-2011").order_by("seq"))
    assert [str(one.on) for one in before[:2]] == ["2011-05-04", "2011-05"]
    typed = {**step(0, "answered", "June 2011"), "s-0-key": "ilchron", **REASON}
    sign_in(client, author)
    preview = sent(client, address, {**typed, "thread": "illinois-2011"}, "preview")
    between = (
        "Inserted between step 2 (Request refused, May 2011) "
        "and step 3 (Opt-out requested, August 18, 2011)."
    )
    assert between in words(preview)
    number = proposal_number(sent(client, address, fields(preview)))
    assert between in words(client.get(f"/secure-communities/desk/proposals/{number}/"))
    assert {wish.action for wish in Wish.objects.filter(proposal=number)} == {"record"}
    accept_proposal(proposal=number, revision=1, by=acting(reviewer), at=LATER)
    after = list(OptOutStep.objects.current().filter(thread="illinois-2011").order_by("seq"))
    assert [(one.step, str(one.on)) for one in after] == [
        ("requested", "2011-05-04"),
        ("refused", "2011-05"),
        ("answered", "2011-06"),
        ("requested", "2011-08-18"),
        ("overridden", "2013-01-22"),
    ]
    assert [one.pk for one in after if one.step != "answered"] == [one.pk for one in before]
    assert after[2].fact.name == "opt_out:illinois-2011:2.5"


@pytest.mark.usefixtures("shipped")
def test_a_step_dated_before_others_on_the_form_moves_above_them(client: Client, db: None) -> None:
    author = make_person("contributor", "17")
    address = "/secure-communities/desk/facts/opt_out:illinois-2011:3/correct/"
    sign_in(client, author)
    typed = {"f-0-on": "April 5, 2011", "s-0-key": "ilchron", **REASON}
    page = client.get(address)
    preview = sent(client, address, {**fields(page), **typed}, "preview")
    moves = "Moves in its thread: from now on before step 1 (Opt-out requested, May 4, 2011)."
    assert moves in words(preview)
