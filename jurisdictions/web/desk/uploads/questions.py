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
    source_names,
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


@dataclass(frozen=True, slots=True)
class SourceTold:
    """A source that is to be proposed, with what is said of it, field by field."""

    at: int
    source: NewSource
    fields: list[tuple[str, str]]


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


def words_asked(questions: Sequence[WordQuestion]) -> list[WordAsked]:
    """Each written word with the words that it may stand for, as people call them."""
    return [
        WordAsked(at, one, tuple((word, word_called(one.column, word)) for word in one.options))
        for at, one in enumerate(questions)
    ]


def source_questions(request: HttpRequest, found: UploadDetail) -> dict[str, object]:
    """The rows that name no source, and the sources that are not on record yet."""
    answered = found.other_answers.get("source", {})
    open_rows = found.lacking.recorded if answered.get("same") else 0 if answered else 1
    is_open = found.lacking.rows and open_rows and not answered.get("written")
    sources = [
        SourceTold(
            at,
            one,
            [(name, _typed(request, at, name, one)) for name in DETAILS],
        )
        for at, one in enumerate(found.new_sources)
    ]
    return {
        "lacking": found.lacking if is_open else None,
        "source_answered": answered,
        "whole": {
            name: request.POST.get(name, "") for name in ("whole", "whole_locator", "whole_same")
        },
        "new_sources": sources,
        "sources_told": found.other_answers.get("sources", {}).keys()
        >= {one.written for one in found.new_sources},
        "known_sources": source_names() if found.lacking.rows or sources else (),
    }


def described(request: HttpRequest, found: UploadDetail) -> dict[str, dict[str, str]]:
    """What was typed about each new source. Raises Refused for a date that is none."""
    told: dict[str, dict[str, str]] = {}
    for at, one in enumerate(found.new_sources):
        typed = {name: _typed(request, at, name, one).strip() for name in (*DETAILS, "key")}
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
