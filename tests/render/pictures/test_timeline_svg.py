"""The picture of a timeline: where days fall, which bars stand, where marks go."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from jurisdictions.render.pictures.timeline_svg import (
    APART,
    BEFORE_DAY,
    INSET,
    LETTER,
    WINDOW,
    Bar,
    timeline_picture,
)
from jurisdictions.render.pictures.timescale import timescale
from jurisdictions.status.dates import PartialDate
from jurisdictions.status.programs.secure_communities.vocabulary import (
    LocalLimits,
    Objection,
    Status,
)
from tests.render.words.test_sentences import fact, span

BEFORE = span(Status.NOT_ACTIVATED, start=None, end=date(2010, 6, 8), objection=Objection.NONE)
AFTER = span(Status.ACTIVE_UNDER_AGREEMENT, fact("activation", "2010-06"), start=date(2010, 6, 8))
DAYS = st.lists(st.dates(date(1995, 1, 1), date(2030, 1, 1)), min_size=1)


@given(DAYS)
def test_days_fall_in_their_order_inside_the_picture(days: list[date]) -> None:
    scale = timescale(days, left=100, width=800)
    places = [scale.x(day) for day in sorted(days)]
    assert all(100 <= x <= 900 for x in places)
    assert all(first <= second for first, second in pairwise(places))


@given(DAYS)
def test_busy_years_are_never_narrower_than_quiet_ones(days: list[date]) -> None:
    scale = timescale(days, left=0, width=1000)
    year = timedelta(days=365)
    if scale.bend < scale.end - year:
        busy = scale.x(scale.bend) - scale.x(scale.bend - year)
        quiet = scale.x(scale.bend + year) - scale.x(scale.bend)
        assert busy > quiet - 0.5


def test_two_spans_with_one_standing_are_one_bar() -> None:
    picture = timeline_picture([BEFORE, AFTER], [], date(2010, 1, 1))
    status, *_, objection, _limits = picture.lanes
    assert [bar.css for bar in status.bars] == [
        "status-not-activated",
        "status-active-under-agreement",
    ]
    assert [bar.css for bar in objection.bars] == ["objection-none"]


def test_bars_meet_without_a_gap() -> None:
    picture = timeline_picture([BEFORE, AFTER], [], date(2010, 1, 1))
    first, second = picture.lanes[0].bars
    assert first.x + first.width == second.x


def test_marks_too_near_each_other_stand_in_rows() -> None:
    near = [
        replace(fact("opt_out", f"2010-05-{day}", "requested"), name=str(day))
        for day in (18, 19, 20)
    ]
    far = fact("opt_out", "2012-01-01", "refused")
    picture = timeline_picture([BEFORE, AFTER], [*near, far], date(2010, 1, 1))
    marks = picture.lanes[4].marks
    assert len(marks) == 4
    for one, other in ((a, b) for a in marks for b in marks if a is not b):
        assert abs(one.x - other.x) >= APART or abs(one.y - other.y) >= APART


@given(
    width=st.floats(40, 900),
    letters=st.integers(4, 40),
    line=st.one_of(st.none(), st.floats(0, 1)),
    at=st.floats(0, 1),
)
def test_no_part_of_a_long_bar_is_without_its_word(
    width: float, letters: int, line: float | None, at: float
) -> None:
    x = 132.0
    day = None if line is None else x + line * width
    bar = Bar(x, width, "n" * letters, "", "", line=day)
    long = letters * LETTER
    starts = [one for one in (bar.text_x, *bar.again_x) if one is not None]
    for one, other in pairwise(starts):
        assert one + long < other
    assert all(x <= one and one + long < x + width for one in starts)
    if day is not None:
        assert not any(one < day < one + long for one in starts)
    # What a phone shows of it holds the word whole, or half a window more where the day's line is.
    room = WINDOW + 2 * INSET + (long if day is not None else 0)
    if starts and width >= room and long < WINDOW / 2:
        begin = x + at * (width - room)
        assert any(begin - 1 <= one and one + long <= begin + room + 1 for one in starts)


def test_what_has_no_date_has_no_mark() -> None:
    picture = timeline_picture(
        [BEFORE, AFTER], [fact("opt_out", None, "requested")], date(2010, 1, 1)
    )
    assert not any(lane.marks for lane in picture.lanes)


def test_a_federal_act_without_effect_has_no_mark() -> None:
    context = fact("policy_event", "2010-02-03", "context")
    picture = timeline_picture([BEFORE, AFTER], [context], date(2010, 1, 1))
    assert not any(lane.marks for lane in picture.lanes)


def test_a_bar_begins_as_precisely_as_the_fact_that_began_it() -> None:
    after = replace(AFTER, start_on=PartialDate(2010, 6))
    picture = timeline_picture([BEFORE, after], [], date(2010, 1, 1))
    assert picture.lanes[0].bars[1].title == "Active under an agreement, from June 2010 on"


@given(st.dates(date(2008, 1, 1), date(2021, 12, 31)))
def test_no_text_of_a_bar_stands_on_the_line_of_the_chosen_day(day: date) -> None:
    picture = timeline_picture([BEFORE, AFTER], [], day)
    for bar in (bar for lane in picture.lanes for bar in lane.bars):
        if bar.text_x is not None:
            end = bar.text_x + len(bar.text) * LETTER
            assert bar.x < bar.text_x
            assert end < bar.x + bar.width
            assert not bar.text_x <= picture.today <= end


@given(st.dates(date(2008, 1, 1), date(2021, 12, 31)))
def test_a_narrow_window_never_opens_within_the_titles(day: date) -> None:
    picture = timeline_picture([BEFORE, AFTER], [], day)
    first = max(0, picture.opens_at - BEFORE_DAY)
    assert first == 0 or first >= picture.left
    # The chosen day is in sight: a phone of 320 px shows some 280 px of the picture.
    assert first <= picture.today < first + 280


def test_the_axis_is_the_same_for_every_place() -> None:
    early = timeline_picture([BEFORE, AFTER], [fact("activation", "2009-02-01")], date(2011, 8, 5))
    late = timeline_picture([BEFORE, AFTER], [fact("activation", "2013-02-01")], date(2011, 8, 5))
    assert early.years == late.years
    assert early.uneven
    assert early.years[0][0] == 2008


def test_the_marks_of_the_map_stand_on_the_bars() -> None:
    refused = span(
        Status.ACTIVE_OVER_OBJECTION,
        start=date(2010, 6, 8),
        objection=Objection.REFUSED,
        local_limits=LocalLimits.LIMITS_DETAINERS,
    )
    picture = timeline_picture([BEFORE, refused], [], date(2010, 1, 1))
    assert ("status-active-over-objection", "dots") in picture.textures
    assert [bar.texture for bar in picture.lanes[0].bars] == [False, True]
    [stripe] = picture.lanes[0].stripes
    assert stripe.x == picture.lanes[0].bars[1].x
    assert picture.hatch == "added"


def test_the_legend_says_every_color_of_a_lane_once() -> None:
    picture = timeline_picture([BEFORE, AFTER, BEFORE], [], date(2010, 1, 1))
    first = picture.legend[0]
    assert first.title == "Status"
    assert [css for css, _word in first.words] == [
        "status-not-activated",
        "status-active-under-agreement",
    ]
