"""When a step takes effect, and which of several on one day comes first."""

from __future__ import annotations

from jurisdictions.status.dates import PartialDate
from jurisdictions.status.facts import in_file_order
from jurisdictions.status.programs.secure_communities.facts import OptOutStep
from jurisdictions.status.tracks import Mark, Reason, Track, dated
from tests.status.secure_communities.records import asked, on


def order(*steps: OptOutStep) -> list[tuple[str, str]]:
    return [(str(one.day), one.step.name.removeprefix("opt_out:")) for one in dated(steps)]


def test_an_imprecise_step_takes_effect_on_its_first_day() -> None:
    assert order(asked("requested", "2010-07")) == [("2010-07-01", "cook:1")]
    assert order(asked("requested", "2010")) == [("2010-01-01", "cook:1")]


def test_a_step_never_takes_effect_before_the_step_above_it_in_its_thread() -> None:
    steps = (
        asked("requested", "2011-05-04"),
        asked("refused", "2011-05", seq=2),
        asked("withdrawn", "2011", seq=3),
    )
    assert order(*steps) == [
        ("2011-05-04", "cook:1"),
        ("2011-05-04", "cook:2"),
        ("2011-05-04", "cook:3"),
    ]


def test_a_step_of_another_thread_holds_nothing_back() -> None:
    steps = (asked("requested", "2011-05-04"), asked("requested", "2011-05", thread="other"))
    assert order(*steps) == [("2011-05-01", "other:1"), ("2011-05-04", "cook:1")]


def test_a_step_without_a_date_is_left_out_and_holds_nothing_back() -> None:
    steps = (
        asked("requested", "2011"),
        asked("answered", "", seq=2),
        asked("refused", "2011-02", seq=3),
    )
    assert order(*steps) == [("2011-01-01", "cook:1"), ("2011-02-01", "cook:3")]


def test_on_one_day_steps_of_different_threads_follow_the_file() -> None:
    a, b = asked("requested", "2011", thread="a", seq=2), asked("refused", "2011", thread="b")
    assert [name for _, name in order(a, b)] == ["a:2", "b:1"]
    assert [name for _, name in order(b, a)] == ["b:1", "a:2"]


def test_a_thread_listed_out_of_order_is_read_in_its_own_order() -> None:
    steps = (
        asked("refused", "2011", seq=10),
        asked("answered", "2011", thread="other"),
        asked("requested", "2011", seq=9),
    )
    assert [name for _, name in order(*steps)] == ["other:1", "cook:9", "cook:10"]


def test_an_earlier_step_that_is_listed_late_does_not_delay_those_of_a_later_day() -> None:
    steps = (
        asked("refused", "2011", seq=2),
        asked("requested", "2011", thread="other"),
        asked("requested", "2010", seq=1),
    )
    assert [name for _, name in order(*steps)] == ["cook:1", "cook:2", "other:1"]


def test_a_states_steps_and_a_countys_are_read_in_the_order_of_their_file() -> None:
    own, states = asked("requested", "2011", row=1), asked("refused", "2011", thread="il", row=2)
    assert in_file_order((states,), (own,)) == (own, states)


def test_where_the_file_is_not_known_the_states_come_first() -> None:
    own, states = asked("requested", "2011"), asked("refused", "2011", thread="il")
    assert in_file_order((states,), (own,)) == (states, own)


def test_of_several_marks_on_one_day_the_last_holds() -> None:
    reason = Reason(on("2010-01-01"), False, 0, "x", PartialDate.parse("2010-01-01"))
    track = Track("before", [Mark(reason.day, word, (reason,)) for word in ("one", "two")])
    assert track.at(on("2009-12-31")).value == "before"
    assert track.at(on("2010-01-01")).value == "two"
    assert [mark.value for mark in track.marks] == ["one", "two"]
    assert list(track.days) == [reason.day, reason.day]
