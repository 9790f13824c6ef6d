"""Spans as they are stored or derived: words, days and names, without their place and facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from enum import StrEnum
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from jurisdictions.publish.derive import Span
from jurisdictions.publish.members import days_of, derived_of, dimensions_of, row_type
from jurisdictions.publish.spans import edtf
from jurisdictions.publish.standings import days_of as stored_days
from jurisdictions.publish.standings import status_of, words_of
from jurisdictions.read.rows import AsOf
from jurisdictions.status.dates import first_day
from jurisdictions.status.program import Derived


class RawSpan:
    """A span as it is stored: words, days, and reasons separated by blanks.

    Between `status` and `since` it has a word for each dimension of the program; the words that
    follow from these are members too. The members that end in `edtf` are days as precise as the
    facts behind them, "" for none: the span's own, then those of the program.
    """

    __slots__ = ()
    geoid: str
    start: date | None
    end: date | None
    status: StrEnum
    since: date | None
    reasons: str
    start_edtf: str
    end_edtf: str
    since_edtf: str

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any: ...


@cache
def raw_span_of(slug: str) -> Any:
    """What makes the spans of a program; days as known default to ""."""
    known = ("start_edtf", "end_edtf", "since_edtf", *(f"{day}_edtf" for day in days_of(slug)))
    names = dimensions_of(slug)
    first = ("geoid", "start", "end", "status", *names, "since", "reasons")
    made = row_type(slug, RawSpan, (*first, *known), [""] * len(known))
    for one in derived_of(slug):
        setattr(made, one.name, _following(one, _words(slug)))
    return made


def _words(slug: str) -> slice:
    """Where the words of the dimensions stand."""
    return slice(4, 4 + len(dimensions_of(slug)))


def _following(derived: Derived, words: slice) -> Any:
    """A member that follows from the dimensions and the reasons."""

    @lru_cache(maxsize=4096)
    def of(told: tuple[StrEnum, ...], reasons: str) -> StrEnum:
        # A state's counties share them, on hundreds of days.
        return derived.of(told, reasons.split())

    return property(lambda span: of(span[words], span.reasons), doc=derived.name)


def raw_spans(as_of: AsOf, rows: Iterable[tuple[Any, ...]]) -> Iterator[RawSpan]:
    """Rows of a place and READ -> spans, one at a time."""
    slug = as_of.program.slug
    make = raw_span_of(slug)
    # A few hundred standings and days recur in tens of thousands of rows.
    words: dict[tuple[str, str], tuple[StrEnum, ...]] = {}
    own: dict[str, tuple[str, ...]] = {}
    for geoid, start, end, status, dimensions, since, reasons, began, ended, held, days in rows:
        standing = words.get((status, dimensions))
        if standing is None:
            standing = (status_of(slug, status), *words_of(slug, dimensions))
            words[status, dimensions] = standing
        known = own.get(days)
        if known is None:
            known = own[days] = stored_days(slug, days)
        yield make(geoid, start, end, *standing, since, reasons, began, ended, held, *known)


def derived_span(slug: str, geoid: str, span: Span) -> RawSpan:
    """A span derived afresh, as it would be read if it were stored."""
    known = span.known
    made: RawSpan = raw_span_of(slug)(
        geoid,
        span.start,
        span.end,
        span.status,
        *span.standing.dimensions,
        span.since,
        " ".join(span.reasons),
        edtf(known.start),
        edtf(known.end),
        edtf(known.since),
        *(edtf(day) for day in known.own),
    )
    return made


Take = Callable[[Any], tuple[Any, ...]]


@cache
def own_words(slug: str) -> Take:
    """What takes the words of a program's dimensions from one of its spans."""
    words = _words(slug)
    return lambda span: span[words]


@cache
def days_known(slug: str) -> Take:
    """What takes each of the program's days twice: the first that it may be, and as known."""
    count = len(days_of(slug))
    if not count:
        return lambda span: ()
    return lambda span: tuple(
        said for text in span[-count:] for said in (first_day(text), text or None)
    )


@cache
def derived_words(slug: str) -> Take:
    """What takes the words that follow from the dimensions."""
    names = tuple(one.name for one in derived_of(slug))
    return lambda span: tuple([getattr(span, name) for name in names])
