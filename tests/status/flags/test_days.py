"""A day that two sources give differently."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from jurisdictions.status.dates import PartialDate
from jurisdictions.status.flags.days import Disputed, excludes, two_days

PARTIAL = st.builds(
    lambda day, parts: PartialDate.parse("-".join(day.isoformat().split("-")[:parts])),
    st.dates(date(2008, 1, 1), date(2012, 12, 31)),
    st.integers(1, 3),
)


def disputed(recorded: str, *said: str) -> list[Disputed]:
    return [Disputed("activation:17031", "17031", "activated_on", recorded, one) for one in said]


def test_days_that_exclude_each_other_are_a_flag() -> None:
    (flag,) = two_days(disputed("2011-06-01", "2011-01-06"))
    assert flag.key == "two-days-activation-17031-activated-on"
    assert [str(day) for day in flag.days] == ["2011-06-01", "2011-01-06"]


def test_several_sources_on_one_day_are_one_flag() -> None:
    (flag,) = two_days(disputed("2011-06-01", "2011-01-06", "2010"))
    assert [str(day) for day in flag.days] == ["2011-06-01", "2011-01-06", "2010"]


def test_what_is_no_date_or_only_more_precise_is_none() -> None:
    assert list(two_days(disputed("2011-06", "2011-06-01", "2011", "", "June"))) == []
    assert list(two_days(disputed("", "2011-06-01"))) == []


@given(PARTIAL, PARTIAL)
def test_dates_exclude_each_other_when_no_day_is_meant_by_both(
    one: PartialDate, other: PartialDate
) -> None:
    days = range(one.first_day.toordinal(), one.last_day.toordinal() + 1)
    shared = any(other.covers(date.fromordinal(day)) for day in days)
    assert excludes(one, other) is excludes(other, one) is not shared
    assert bool(list(two_days(disputed(str(one), str(other))))) is not shared
