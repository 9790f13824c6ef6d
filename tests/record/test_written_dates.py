"""Dates as people write them: understood the only way they can be, or refused with a reason."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from jurisdictions.record.written_dates import LONGEST, MONTHS, NotUnderstood, read_written
from jurisdictions.render.words.days import date_text, short_date_text
from jurisdictions.status.dates import PartialDate

LANGUAGES = st.sampled_from(["en", "es"])
DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31))


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    first, *more = draw(st.lists(simple_dates(), min_size=1, max_size=2))
    apart = [one for one in more if one.first_day > first.last_day]
    return first.to(apart[0]) if apart else first


@st.composite
def simple_dates(draw: st.DrawFn) -> PartialDate:
    day = draw(DAYS)
    return draw(
        st.sampled_from(
            [
                PartialDate(day.year),
                PartialDate(day.year, day.month),
                PartialDate(day.year, day.month, day.day),
            ]
        )
    )


@pytest.mark.parametrize(
    ("written", "language", "read"),
    [
        ("July 2010", "en", "2010-07"),
        ("7/13/2010", "en", "2010-07-13"),
        ("2010-07", "en", "2010-07"),
        ("Jul 13, 2010", "en", "2010-07-13"),
        ("Tuesday, July 13th, 2010", "en", "2010-07-13"),
        ("the 13th of July 2010", "en", "2010-07-13"),
        ("13-Jul-2010", "en", "2010-07-13"),
        ("2010 July 13", "en", "2010-07-13"),
        ("Sept. 2010", "en", "2010-09"),
        ("2010/7/13", "en", "2010-07-13"),
        ("7/2010", "en", "2010-07"),
        ("2010", "en", "2010"),
        ("20100713", "en", "2010-07-13"),
        ("2010-07-13 00:00:00", "es", "2010-07-13"),
        ("  2010  ", "en", "2010"),
        ("13 de julio de 2010", "es", "2010-07-13"),
        ("el martes 13 de julio del 2010", "es", "2010-07-13"),
        ("13/7/2010", "es", "2010-07-13"),
        ("1.º de mayo de 2011", "es", "2011-05-01"),
        ("1° mayo 2011", "es", "2011-05-01"),
        ("primero de mayo de 2011", "es", "2011-05-01"),
        ("Setiembre 2010", "es", "2010-09"),
        ("MIÉRCOLES 4 DE MAYO DE 2011", "es", "2011-05-04"),
        ("between May 14 and May 18, 2026", "en", "2026-05-14/2026-05-18"),
        ("Between May 14 and 18, 2026", "en", "2026-05-14/2026-05-18"),
        ("between the 14th and the 18th of May 2026", "en", "2026-05-14/2026-05-18"),
        ("between 14 May and 2 June 2026", "en", "2026-05-14/2026-06-02"),
        ("between Dec. 30, 2025, and Jan. 4, 2026", "en", "2025-12-30/2026-01-04"),
        ("between May and July 2026", "en", "2026-05/2026-07"),
        ("between 2010 and July 13, 2011", "en", "2010/2011-07-13"),
        ("between 5/14/2026 and 5/18/2026", "en", "2026-05-14/2026-05-18"),
        ("some day between 2010 and 2012", "en", "2010/2012"),
        ("2026-05-14/2026-05-18", "en", "2026-05-14/2026-05-18"),
        ("2010-07/2010-09", "es", "2010-07/2010-09"),
        ("entre el 14 y el 18 de mayo de 2026", "es", "2026-05-14/2026-05-18"),
        ("Entre el 30 de mayo y el 2 de junio de 2026", "es", "2026-05-30/2026-06-02"),
        ("entre el 14/5/2026 y el 18/5/2026", "es", "2026-05-14/2026-05-18"),
        ("entre enero e julio de 2011", "es", "2011-01/2011-07"),
        ("algún día entre mayo y julio de 2026", "es", "2026-05/2026-07"),
        ("between May 14 and May 14, 2026", "en", "2026-05-14"),
        ("13 de julio de 2010", "en", "2010-07-13"),
        ("July 13, 2010", "es", "2010-07-13"),
    ],
)
def test_a_date_is_read_as_people_write_it(written: str, language: str, read: str) -> None:
    assert str(read_written(written, language)) == read


def test_the_first_of_two_numbers_is_the_month_in_english_and_the_day_in_spanish() -> None:
    assert str(read_written("7/8/2010", "en")) == "2010-07-08"
    assert str(read_written("7/8/2010", "es")) == "2010-08-07"


def test_an_order_that_names_no_day_is_taken_the_only_way_it_can_be() -> None:
    assert str(read_written("13/7/2010", "en")) == "2010-07-13"
    assert str(read_written("7/13/2010", "es")) == "2010-07-13"


def test_with_the_year_first_the_month_comes_before_the_day_in_every_language() -> None:
    assert str(read_written("2010-07-08", "es")) == "2010-07-08"
    with pytest.raises(NotUnderstood, match="no month 13"):
        read_written("2010-13-07", "es")


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("early 2010", "“early 2010” is a part of a year"),
        ("2010?", r"“2010\?” is in doubt"),
        ("soon", "“soon” is not part of a date"),
        ("7/13/10", "the year with four digits"),
        ("July", "the year with four digits"),
        ("", "the year with four digits"),
        ("2010-2011", "one date only"),
        ("May 4-6, 2011", "one date only"),
        ("1/2/3/2010", "one date only"),
        ("May or June 2011", "“May or June 2011” is in doubt"),
        ("May - June 2011", "one date only"),
        ("31/2/2010", "no such day"),
        ("February 30, 2010", "no day 30"),
        ("13/2010", "no month 13"),
        ("0/2010", "no month 0"),
        ("0000", "no year 0"),
        ("20101313", "no month 13"),
        ("2010071", "“2010071” is not part"),
        ("2010 " + " " * LONGEST, "the date alone"),
        ("between May 18 and May 14, 2026", "must lie after the first"),
        ("2026-05-18/2026-05-14", "must lie after the first"),
        ("between May 14 and May 18", "the year with four digits"),
        ("between May 14, 2026 and May 18", "the year with four digits"),
        ("between the sheriff and the police", "“sheriff” is not part"),
        ("between May 14 and soon 2026", "“soon” is not part"),
        ("between 2010-02-30 and 2011", "no day 30"),
        ("May 14 and May 18, 2026", "one date only"),
    ],
)
def test_what_fits_nothing_is_refused_with_a_reason(written: str, why: str) -> None:
    with pytest.raises(NotUnderstood, match=why):
        read_written(written, "en")


@given(partial_dates(), LANGUAGES, LANGUAGES)
def test_every_date_that_the_tracker_shows_is_read_back(
    shown: PartialDate, language: str, reader: str
) -> None:
    with override(language):
        texts = [date_text(shown), short_date_text(shown), str(shown)]
    assert [read_written(text, reader) for text in texts] == [shown] * len(texts)


@given(DAYS, LANGUAGES, st.sampled_from("/-. "))
def test_numbers_are_read_in_the_order_of_the_language(day: date, language: str, by: str) -> None:
    order = (day.day, day.month) if language == "es" else (day.month, day.day)
    read = read_written(by.join(map(str, [*order, day.year])), language)
    assert read == PartialDate(day.year, day.month, day.day)


@given(
    day=DAYS,
    name=st.sampled_from(range(4)),
    order=st.permutations(["day", "month", "year"]),
    language=LANGUAGES,
)
def test_a_named_month_may_stand_anywhere(
    day: date, name: int, order: list[str], language: str
) -> None:
    names = MONTHS[day.month - 1]
    said = {"day": str(day.day), "month": names[name % len(names)], "year": str(day.year)}
    read = read_written(" ".join(said[part] for part in order), language)
    assert read == PartialDate(day.year, day.month, day.day)


@given(st.text(alphabet=st.characters() | st.sampled_from("0123456789/-., julde"), max_size=80))
def test_whatever_is_written_is_a_date_or_refused(text: str) -> None:
    with suppress(NotUnderstood):
        read = read_written(text, "en")
        assert PartialDate.parse(str(read)) == read
