"""How a place stands on a day: status and why, the five dimensions, period by period."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.utils.translation import gettext as _

from jurisdictions.read.place_records import PlaceRecord
from jurisdictions.read.rows import FactRow, SpanRow
from jurisdictions.render.programs.dimensions import Dimension as Stands
from jurisdictions.render.programs.dimensions import dimensions_of, note_of
from jurisdictions.render.programs.why import known_later_line, why_line
from jurisdictions.render.reports.colours import colour_of
from jurisdictions.render.reports.parts import Count, Decider, Dimension, Period, Standing
from jurisdictions.render.words.days import date_text, number_text, short_date_text, since_text
from jurisdictions.render.words.fact_days import short_fact_day
from jurisdictions.render.words.labels import label, word_label


def standing_of(record: PlaceRecord, on: date) -> Standing:
    """The status on the day and why."""
    span = record.span
    known_later = known_later_line(span, record.facts)
    return Standing(
        day=date_text(on),
        status=label(span.status),
        colour=colour_of("status", span.status),
        why=" ".join(filter(None, (why_line(span, record.place), known_later))),
        since=since_sentences(span),
    )


def since_sentences(span: SpanRow) -> str:
    """Since when it has had the status; and since when prints were shared, where that differs."""
    told = []
    if span.since_on:
        since = {"since": since_text(span.since_on)}
        told.append(_("This has been the status %(since)s.") % since)
    if span.sharing_since and span.sharing_since != span.since_on:
        since = {"since": since_text(span.sharing_since)}
        told.append(_("Fingerprints have been shared %(since)s.") % since)
    return " ".join(told)


def dimensions(span: SpanRow, numbers: Mapping[str, int]) -> tuple[Dimension, ...]:
    """The five dimensions, each with the facts that decided it and their numbers."""
    return tuple(
        Dimension(one.title, _stands_at(one), _colour(one), _deciders(one.reasons, numbers))
        for one in dimensions_of(span)
    )


def _stands_at(stands: Stands) -> str:
    said = label(stands.standing)
    return f"{said} · {stands.note}" if stands.note else said


def _agreement(span: SpanRow) -> str:
    """The agreement of a period; that none was ever documented stays to be seen."""
    said, note = label(span.agreement), note_of(span, "agreement")
    return f"{said} · {note}" if note else said


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
    """Every span, first to last, with the federal position that applied in it."""
    return tuple(
        Period(
            start=short_date_text(span.start_on) if span.start_on else _("beginning"),
            end=short_date_text(span.end_on) if span.end_on else "",
            position=label(span.position),
            agreement=_agreement(span),
            objection=label(span.objection),
            status=label(span.status),
            colour=colour_of("status", span.status),
            current=span.start == record.span.start,
        )
        for span in record.spans
    )


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
