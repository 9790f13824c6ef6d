"""What the page of an upload asks beside the places: orders of dates, words, sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.http import HttpRequest

from jurisdictions.read.keeping.upload_steps import DayColumn
from jurisdictions.read.keeping.uploads import (
    NewSource,
    OrderQuestion,
    UploadDetail,
    WordQuestion,
)
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.uploads.sourcing import DETAILS
from jurisdictions.record.written_dates import DAY_FIRST, MONTH_FIRST
from jurisdictions.render.files.uploads.words import word_called
from jurisdictions.render.words.days import date_text
from jurisdictions.status.dates import PartialDate
from jurisdictions.web.desk.forms.fields import date_cell


@dataclass(frozen=True, slots=True)
class WordAsked:
    """A written word, and the words of the record with what people call them."""

    at: int
    question: WordQuestion
    options: tuple[tuple[str, str], ...]
    chosen: str


@dataclass(frozen=True, slots=True)
class SourceTold:
    """A source that is to be proposed, with what is said of it, field by field."""

    at: int
    source: NewSource
    fields: list[tuple[str, str]]
    key: str


@dataclass(frozen=True, slots=True)
class OrderAsked:
    """A column whose dates may be read in two ways, and what some of them then are."""

    at: int
    question: OrderQuestion
    readings: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    chosen: str


def orders_asked(request: HttpRequest, questions: Sequence[OrderQuestion]) -> list[OrderAsked]:
    """Each question with its two answers: the samples with the month, or the day, first."""
    return [
        OrderAsked(
            at,
            question,
            (
                (MONTH_FIRST, tuple((one, _said(month)) for one, month, _day in question.samples)),
                (DAY_FIRST, tuple((one, _said(day)) for one, _month, day in question.samples)),
            ),
            request.POST.get(f"order-{at}", ""),
        )
        for at, question in enumerate(questions)
    ]


def words_asked(request: HttpRequest, questions: Sequence[WordQuestion]) -> list[WordAsked]:
    """Each written word with the words that it may stand for, as people call them."""
    return [
        WordAsked(
            at,
            one,
            tuple((word, word_called(one.column, word)) for word in one.options),
            request.POST.get(f"word-{at}", ""),
        )
        for at, one in enumerate(questions)
    ]


def sources_told(request: HttpRequest, found: UploadDetail) -> list[SourceTold]:
    """The sources that are not on record, those first of which nothing is said, then by rows."""
    said = found.other_answers.get("sources", {})
    told = [
        SourceTold(
            at,
            one,
            [(name, _typed(request, at, name, one)) for name in DETAILS],
            request.POST.get(f"source-{at}-key", ""),
        )
        for at, one in enumerate(found.new_sources)
    ]
    return sorted(told, key=lambda one: (one.source.written in said, -one.source.rows))


def described(request: HttpRequest, found: UploadDetail) -> dict[str, dict[str, str]]:
    """What was typed of new sources otherwise than it stood. Raises Refused for no date."""
    told: dict[str, dict[str, str]] = {}
    for at, one in enumerate(found.new_sources):
        typed = {name: _typed(request, at, name, one).strip() for name in (*DETAILS, "key")}
        stood = {name: one.cells.get(name, "") for name in DETAILS}
        if typed == {**stood, "key": ""}:
            continue
        if typed["published_on"]:
            typed["published_on"] = _published(typed["published_on"])
        told[one.written] = {name: text for name, text in typed.items() if text or name != "key"}
    return told


def _published(written: str) -> str:
    try:
        return str(date_cell(written))
    except ValidationError as wrong:
        raise Refused([Fault("", 0, "", written, " ".join(wrong.messages))]) from wrong


def _typed(request: HttpRequest, at: int, name: str, one: NewSource) -> str:
    return request.POST.get(f"source-{at}-{name}", one.cells.get(name, "") if name != "key" else "")


def _said(day: str) -> str:
    return date_text(PartialDate.parse(day))


@dataclass(frozen=True, slots=True)
class DayColumnTold:
    """A column of dates: how it is read, or its two readings and the one that was said."""

    at: int
    column: DayColumn
    readings: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    answer: str


def day_columns_told(
    request: HttpRequest, columns: Sequence[DayColumn], answered: Mapping[str, str]
) -> list[DayColumnTold]:
    """Every column of dates of a file, those that are asked about with both readings."""
    return [
        DayColumnTold(
            at,
            one,
            (
                (MONTH_FIRST, tuple((text, _said(month)) for text, month, _day in one.samples)),
                (DAY_FIRST, tuple((text, _said(day)) for text, _month, day in one.samples)),
            ),
            request.POST.get(f"order-{at}", answered.get(one.column, "")),
        )
        for at, one in enumerate(columns)
    ]
