"""What the page of an upload asks beside the places: the order of dates, with both readings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jurisdictions.read.keeping.uploads import OrderQuestion
from jurisdictions.record.written_dates import DAY_FIRST, MONTH_FIRST
from jurisdictions.render.days import date_text
from jurisdictions.status.dates import PartialDate


@dataclass(frozen=True, slots=True)
class OrderAsked:
    """A column whose dates may be read in two ways, and what some of them then are."""

    at: int
    question: OrderQuestion
    readings: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


def orders_asked(questions: Sequence[OrderQuestion]) -> list[OrderAsked]:
    """Each question with its two answers: the samples with the month, or the day, first."""
    return [
        OrderAsked(
            at,
            question,
            (
                (MONTH_FIRST, tuple((one, _said(month)) for one, month, _day in question.samples)),
                (DAY_FIRST, tuple((one, _said(day)) for one, _month, day in question.samples)),
            ),
        )
        for at, question in enumerate(questions)
    ]


def _said(day: str) -> str:
    return date_text(PartialDate.parse(day))
