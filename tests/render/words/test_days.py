"""Days in words: as precise as they are known, in both languages."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from jurisdictions.render.words.days import (
    by_text,
    date_text,
    days_within,
    from_text,
    period_text,
    short_date_text,
    since_text,
    until_text,
    when_text,
)
from jurisdictions.status.dates import PartialDate


@pytest.mark.parametrize(
    ("known", "english", "spanish"),
    [
        ("2010", "2010", "2010"),
        ("2010-07", "July 2010", "julio de 2010"),
        ("2010-07-13", "July 13, 2010", "13 de julio de 2010"),
        (
            "2026-05-14/2026-05-18",
            "between May 14 and May 18, 2026",
            "entre el 14 y el 18 de mayo de 2026",
        ),
        (
            "2026-05-30/2026-06-02",
            "between May 30 and June 2, 2026",
            "entre el 30 de mayo y el 2 de junio de 2026",
        ),
        (
            "2025-12-30/2026-01-04",
            "between December 30, 2025 and January 4, 2026",
            "entre el 30 de diciembre de 2025 y el 4 de enero de 2026",
        ),
        ("2026-01/2026-07", "between January and July 2026", "entre enero y julio de 2026"),
        (
            "2025-11/2026-01",
            "between November 2025 and January 2026",
            "entre noviembre de 2025 y enero de 2026",
        ),
        ("2010/2012", "between 2010 and 2012", "entre 2010 y 2012"),
        (
            "2010/2011-07-13",
            "between 2010 and July 13, 2011",
            "entre 2010 y el 13 de julio de 2011",
        ),
        (
            "2010-05/2010-07-13",
            "between May 2010 and July 13, 2010",
            "entre mayo de 2010 y el 13 de julio de 2010",
        ),
    ],
)
def test_a_date_is_written_as_precisely_as_it_is_known(
    known: str, english: str, spanish: str
) -> None:
    for language, said in (("en", english), ("es", spanish)):
        with override(language):
            assert date_text(PartialDate.parse(known)) == said


def test_in_tables_months_are_shorter() -> None:
    when = PartialDate.parse("2025-12-30/2026-01-04")
    assert short_date_text(when) == "between Dec 30, 2025 and Jan 4, 2026"
    with override("es"):
        assert short_date_text(when) == "entre el 30 dic 2025 y el 4 ene 2026"


def test_a_sentence_takes_in_what_lies_between_two_days() -> None:
    when = PartialDate.parse("2026-05-14/2026-05-18")
    between = "between May 14 and May 18, 2026"
    assert when_text(when) == between
    assert since_text(when) == f"since some day {between}"
    assert from_text(when) == f"from some day {between}"
    assert until_text(when) == f"until some day {between}"
    assert by_text(when) == "by May 18, 2026"
    assert by_text(PartialDate.parse("2010/2011-07")) == "by the end of July 2011"
    with override("es"):
        between = "entre el 14 y el 18 de mayo de 2026"
        assert when_text(when) == between
        assert since_text(when) == f"desde algún día {between}"
        assert until_text(when) == f"hasta algún día {between}"
        assert by_text(when) == "a más tardar el 18 de mayo de 2026"


@pytest.mark.parametrize(
    ("begin", "end", "said"),
    [
        ("2011-01", "2014-07", "desde enero de 2011 hasta julio de 2014"),
        ("2011-01", "2014-07-13", "desde enero de 2011 hasta el 13 de julio de 2014"),
        ("2011", "2014-07", "de 2011 a julio de 2014"),
        ("2011-01-05", "2014-07", "del 5 de enero de 2011 a julio de 2014"),
    ],
)
def test_a_period_does_not_begin_as_if_it_told_whose_month_it_is(
    begin: str, end: str, said: str
) -> None:
    with override("es"):
        assert period_text(PartialDate.parse(begin), PartialDate.parse(end)) == said


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("en", "Executive action, November 20, 2014", ["November 20, 2014"]),
        ("en", "Between May 1, 2026 and May 18, 2026: 154", ["May 1, 2026", "May 18, 2026"]),
        ("en", "Activated in July 2010", []),
        ("en", "Write it like 2011-08-05.", ["2011-08-05"]),
        ("es", "Escríbala así: 2011-08-05.", ["2011-08-05"]),
        ("en", "Case 12-2011-08-053 of a clerk", []),
        ("es", "Orden, 20 de noviembre de 2014", ["20 de noviembre de 2014"]),
        ("es", "Concejo, 5 de agosto de 2011: carta", ["5 de agosto de 2011"]),
    ],
)
def test_the_days_within_a_heading_are_found_whole(
    language: str, text: str, days: list[str]
) -> None:
    with override(language):
        pieces = days_within(text)
    assert "".join(piece for piece, _day in pieces) == text
    assert [piece for piece, is_day in pieces if is_day] == days
