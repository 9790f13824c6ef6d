"""How a place stands on a day: status and why, the five dimensions, period by period."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from jurisdictions.read.place_records import PlaceRecord
from jurisdictions.read.rows import AsOf, FactRow, SpanRow
from jurisdictions.render.programs.dimensions import Dimension as Stands
from jurisdictions.render.programs.dimensions import dimensions_of, shown_of
from jurisdictions.render.programs.why import known_later_line, why_line
from jurisdictions.render.reports.colours import colour_of
from jurisdictions.render.reports.parts import Count, Decider, Dimension, Period, Standing
from jurisdictions.render.reports.programs import reporting_of
from jurisdictions.render.words.days import date_text, number_text, short_date_text, since_text
from jurisdictions.render.words.fact_days import short_fact_day
from jurisdictions.render.words.labels import label, word_label


def standing_of(as_of: AsOf, record: PlaceRecord) -> Standing:
    """The status on the day and why."""
    span, reporting = record.span, reporting_of(as_of.program.slug)
    known_later = known_later_line(span, record.facts)
    told = (reporting.lead(as_of, record), why_line(span, record.place), known_later)
    return Standing(
        day=date_text(as_of.on),
        status=label(span.status),
        colour=colour_of("status", span.status),
        why=" ".join(filter(None, told)),
        since=" ".join(filter(None, (_since(span), reporting.since(span)))),
    )


def _since(span: SpanRow) -> str:
    """Since when it has had the status."""
    if not span.since_on:
        return ""
    return _("This has been the status %(since)s.") % {"since": since_text(span.since_on)}


def dimensions(
    as_of: AsOf, record: PlaceRecord, numbers: Mapping[str, int]
) -> tuple[Dimension, ...]:
    """The dimensions, each with the facts that decided it and their numbers."""
    decided = reporting_of(as_of.program.slug).decided(as_of, record)
    return tuple(
        Dimension(
            one.title,
            _stands_at(one),
            _colour(one),
            tuple(Decider(text, numbers.get(name, 0)) for name, text in decided[shown.member])
            if shown.member in decided
            else _deciders(one.reasons, numbers),
        )
        for shown, one in zip(shown_of(as_of.program.slug), dimensions_of(record.span), strict=True)
    )


def _stands_at(stands: Stands) -> str:
    said = label(stands.standing)
    return f"{said} · {stands.note}" if stands.note else said


def _colour(stands: Stands) -> str:
    if not stands.css:
        return ""
    dimension, _dash, word = stands.css.partition("-")
    return colour_of(dimension, word)


def _deciders(reasons: Sequence[FactRow], numbers: Mapping[str, int]) -> tuple[Decider, ...]:
    return tuple(
        Decider(
            f"{word_label(fact.kind, fact.word)}, {short_fact_day(fact)}"
            if fact.on
            else word_label(fact.kind, fact.word),
            numbers.get(fact.name, 0),
        )
        for fact in reasons
    )


def periods(record: PlaceRecord) -> tuple[Period, ...]:
    """Every span, first to last, with the federal position that applied in it.

    Spans that follow each other and say the same, for other reasons, are one period.
    """
    reporting = reporting_of(record.span.program)
    found: list[Period] = []
    for span in record.spans:
        cells = tuple(reporting.cell(span, member) for member in reporting.PERIODS)
        current = span.start == record.span.start
        last = found[-1] if found else None
        if last and reporting.MERGES and (last.cells, last.status) == (cells, label(span.status)):
            found[-1] = replace(last, end=_end(span), current=last.current or current)
        else:
            found.append(_period(span, cells, current=current))
    return tuple(found)


def _period(span: SpanRow, cells: tuple[str, ...], *, current: bool) -> Period:
    return Period(
        start=short_date_text(span.start_on) if span.start_on else _("beginning"),
        end=_end(span),
        cells=cells,
        status=label(span.status),
        colour=colour_of("status", span.status),
        current=current,
    )


def _end(span: SpanRow) -> str:
    return short_date_text(span.end_on) if span.end_on else ""


def period_columns(program: str) -> tuple[str, ...]:
    """What the dimensions that tell periods apart are called."""
    titles = {one.member: one.title for one in shown_of(program)}
    return tuple(_(titles[member]) for member in reporting_of(program).PERIODS)


def counts(record: PlaceRecord) -> tuple[Count, ...]:
    """How many jurisdictions of the state have each status on the day."""
    return tuple(
        Count(
            label(status),
            colour_of("status", status),
            number_text(count),
            own=status is record.span.status and not record.place.is_state,
        )
        for status, count in record.around.by_status
    )
