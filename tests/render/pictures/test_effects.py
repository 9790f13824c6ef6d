"""What a change would do to a place: the periods that differ, and the picture of both."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from jurisdictions.publish.preview import PlaceSpan, place_span_of
from jurisdictions.record.proposing.preview import PlaceEffect
from jurisdictions.render.pictures.effects import days_said, effect_picture, turns_of
from jurisdictions.status.dates import PartialDate
from jurisdictions.status.programs.secure_communities.vocabulary import (
    ActivationStanding,
    AgreementStanding,
    LocalLimits,
    Objection,
    Position,
    Status,
)

ON = date(2011, 8, 5)
STATUSES = (Status.NOT_ACTIVATED, Status.OPT_OUT_SOUGHT, Status.ACTIVE_OVER_OBJECTION)


def spans(*turns: tuple[date | None, Status]) -> tuple[PlaceSpan, ...]:
    ends = [start for start, _status in turns[1:]]
    return tuple(
        place_span_of("secure-communities")(
            start,
            end,
            status,
            Position.VOLUNTARY,
            AgreementStanding.NONE,
            ActivationStanding.NOT_ACTIVATED,
            Objection.NONE,
            LocalLimits.NONE_RECORDED,
            start,
            (),
        )
        for (start, status), end in zip(turns, [*ends, None], strict=True)
    )


def effect(before: Sequence[PlaceSpan], after: Sequence[PlaceSpan]) -> PlaceEffect:
    return PlaceEffect("48201", "Harris", tuple(before), tuple(after), None, (None, None))


@st.composite
def timelines(draw: st.DrawFn) -> tuple[PlaceSpan, ...]:
    days = sorted(draw(st.sets(st.dates(date(2009, 1, 1), date(2009, 3, 1)), max_size=4)))
    return spans(*((start, draw(st.sampled_from(STATUSES))) for start in (None, *days)))


def status_on(timeline: Sequence[PlaceSpan], day: date) -> Status:
    return next(s.status for s in reversed(timeline) if s.start is None or s.start <= day)


def test_a_period_says_how_it_reads_now_and_how_it_would() -> None:
    before = spans((None, Status.NOT_ACTIVATED))
    after = spans(
        (None, Status.NOT_ACTIVATED),
        (date(2010, 7, 13), Status.OPT_OUT_SOUGHT),
        (date(2010, 9, 1), Status.NOT_ACTIVATED),
    )
    after = (
        after[0],
        after[1]._replace(end_edtf="2010-09"),
        after[2]._replace(start_edtf="2010-09"),
    )
    (turn,) = turns_of(effect(before, after))
    assert turn.period == "from July 13, 2010 until September 2010"
    assert turn.said == ("No activation recorded", "Not active, opt-out sought")


def test_a_day_that_either_side_knows_exactly_is_said_exactly() -> None:
    (_first, month) = spans((None, Status.NOT_ACTIVATED), (date(2010, 9, 1), Status.OPT_OUT_SOUGHT))
    month = month._replace(start_edtf="2010-09")
    day = month._replace(start_edtf="2010-09-01")
    assert days_said([month]) == {date(2010, 9, 1): PartialDate(2010, 9)}
    assert days_said([day, month]) == {date(2010, 9, 1): PartialDate(2010, 9, 1)}


def test_a_new_place_is_said_not_to_be_on_record_and_has_no_picture() -> None:
    new = effect((), spans((None, Status.NOT_ACTIVATED)))
    assert turns_of(new)[0].said == ("not on record", "No activation recorded")
    assert turns_of(new)[0].period == "from the beginning on"
    assert effect_picture(new, ON) is None


def test_the_picture_shows_each_line_that_changes_as_it_stands_and_as_proposed() -> None:
    before = spans((None, Status.NOT_ACTIVATED), (date(2010, 1, 1), Status.OPT_OUT_SOUGHT))
    after = spans((None, Status.NOT_ACTIVATED), (date(2010, 6, 1), Status.OPT_OUT_SOUGHT))
    picture = effect_picture(effect(before, after), ON)
    assert picture
    assert [lane.title for lane in picture.lanes] == ["Status", "proposed"]
    now, then = picture.lanes
    assert now.bars[1].x < then.bars[1].x
    assert then.y > now.y
    assert effect_picture(effect(before, before), ON) is None


@given(timelines(), timelines(), st.dates(date(2008, 12, 1), date(2009, 4, 1)))
def test_the_periods_hold_just_the_days_that_differ(
    before: tuple[PlaceSpan, ...], after: tuple[PlaceSpan, ...], day: date
) -> None:
    changed = effect(before, after)
    differs = status_on(before, day) is not status_on(after, day)
    one_day = effect(spans((None, status_on(before, day))), spans((None, status_on(after, day))))
    assert bool(turns_of(one_day)) is differs
    if differs:
        said = (status_on(before, day), status_on(after, day))
        assert said in [(turn.before, turn.after) for turn in turns_of(changed)]
    if not turns_of(changed):
        assert not differs
