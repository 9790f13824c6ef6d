"""Frozen rows to the dictionaries that the API answers with: the shapes, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from jurisdictions.api.programs import api_of
from jurisdictions.publish.members import days_of, derived_of
from jurisdictions.read.known_later.of_place import LearnedRow, learned_of
from jurisdictions.read.known_later.on_day import how_many_later
from jurisdictions.read.many_days import DatedRow
from jurisdictions.read.place_records import span_at
from jurisdictions.read.rows import (
    SURE,
    AsOf,
    CitationRow,
    FactRow,
    PlaceRow,
    SourceRow,
    SpanRow,
    StatusRow,
)
from jurisdictions.render.files.place_members import place_members
from jurisdictions.render.programs import part_of
from jurisdictions.render.programs.in_short import in_short
from jurisdictions.render.programs.why import why_line
from jurisdictions.render.words.sentences import reason_text
from jurisdictions.status.successions import Succession

Answer = dict[str, Any]


def asked_answer(as_of: AsOf) -> Answer:
    """What was asked, as understood; with the first and the last day that the edition tells of."""
    return {
        "program": as_of.program.slug,
        "date": as_of.on,
        "known": as_of.known_on,
        "edition": as_of.edition.number,
        "record_from": as_of.edition.record_from,
        "record_to": as_of.edition.record_to,
    }


def summary_answer(as_of: AsOf) -> Answer:
    """The nation on a day, as its program counts it."""
    own = api_of(as_of.program.slug).nation(as_of)
    return {**asked_answer(as_of), **own, "known_later": how_many_later(as_of)}


def reach_of(as_of: AsOf) -> Answer:
    """How far a program's record reaches; {} where that need not be said."""
    found: Answer = api_of(as_of.program.slug).reach(as_of)
    return found


def status_answers(as_of: AsOf) -> Callable[[StatusRow], Answer]:
    """What makes the row of a place on the day."""
    slug = as_of.program.slug
    names, rest = part_of(slug, "answer").ROW, _rest_of(slug)
    beside = api_of(slug).beside(as_of)

    def answer(row: StatusRow) -> Answer:
        return {
            "geoid": row.geoid,
            "name": row.name,
            "state": row.state,
            "kind": row.kind,
            "status": row.status,
            **{name: getattr(row, name) for name in names},
            **beside(row.geoid),
            "since": row.since,
            "since_edtf": row.since_edtf,
            **{name: getattr(row, name) for name in rest},
            **{name: getattr(row, name) for name in SURE},
        }

    return answer


def dated_answers(as_of: AsOf, days: Iterable[date]) -> Callable[[DatedRow], Answer]:
    """What makes the row of a place on one of several days: the same, and the day."""
    on = {day: status_answers(replace(as_of, on=day)) for day in days}
    return lambda dated: {**on[dated.day](dated.row), "date": dated.day}


@cache
def _rest_of(program: str) -> tuple[str, ...]:
    """Each of the program's days, twice; then the words that follow from its dimensions."""
    days = (name for day in days_of(program) for name in (day, f"{day}_edtf"))
    return (*days, *(one.name for one in derived_of(program)))


def _days_answer(span: SpanRow) -> Answer:
    """Each of the program's days as the first that it may be, and as known."""
    found: Answer = {}
    for name in days_of(span.program):
        day = getattr(span, name)
        found |= {name: day and day.first_day, f"{name}_edtf": day}
    return found


def life_answer(place: PlaceRow) -> Answer:
    """When a place was, what it was made from, what became of it."""
    return {
        "valid_from": str(place.valid_from) if place.valid_from else None,
        "valid_to": str(place.valid_to) if place.valid_to else None,
        "predecessors": [_succession(other) for other in place.predecessors],
        "successors": [_succession(other) for other in place.successors],
        "validity_source": place.validity_source or None,
    }


def _succession(other: Succession) -> Answer:
    return {"code": other.code, "kind": other.kind, "on": str(other.on), "name": other.name}


def place_answer(place: PlaceRow, url: str) -> Answer:
    """A jurisdiction, with the address of its page."""
    return {
        **place_members(place),
        **life_answer(place),
        "url": url,
    }


def place_on_day_answer(
    as_of: AsOf, place: PlaceRow, row: StatusRow, spans: Sequence[SpanRow], url: str
) -> Answer:
    """A place, how it stands on the day, why, its answer; `spans` are all that it has."""
    span = span_at(spans, as_of.on)
    return {
        "place": place_answer(place, url),
        "row": status_answers(as_of)(row),
        "why": why_line(span, place, as_of),
        "answer": list(in_short(as_of, place, spans)),
        "reasons": [reason_answer(fact) for fact in span.reasons],
        "known_later": [learned_answer(one) for one in learned_of(as_of, place.geoid)],
        **asked_answer(as_of),
        **reach_of(as_of),
    }


def learned_answer(one: LearnedRow) -> Answer:
    """What became public after the day and changed what one knew of it."""
    return {
        "public_on": one.on,
        "public_on_edtf": one.known_on,
        "before": one.before,
        "after": one.after,
        "facts": [reason_answer(fact) for fact in one.facts],
    }


def timeline_answer(geoid: str, spans: Iterable[SpanRow]) -> Answer:
    """Every span of a place, first to last, each with the facts that decided it."""
    return {"geoid": geoid, "spans": [span_answer(span) for span in spans]}


def span_answer(span: SpanRow) -> Answer:
    """One status and one set of dimensions in [start, end)."""
    return {
        "start": span.start,
        "start_edtf": span.start_on,
        "end": span.end,
        "end_edtf": span.end_on,
        "status": span.status,
        **{name: getattr(span, name) for name in part_of(span.program, "answer").SPAN},
        **_days_answer(span),
        "reasons": [reason_answer(fact) for fact in span.reasons],
    }


def reason_answer(fact: FactRow) -> Answer:
    """A fact that decided a status: its public name, its day as precise as the record, its text."""
    return {
        "fact": fact.name,
        "kind": fact.kind,
        "on": fact.on,
        "text": reason_text(fact),
        "sources": sources_answer(fact.citations),
    }


def sources_answer(citations: Iterable[CitationRow]) -> list[Answer]:
    """The sources that support a fact, each once; one that contradicts it is no reason."""
    supporting = {c.source.key: c.source for c in citations if not c.contradicts}
    return [source_answer(source) for source in supporting.values()]


def source_answer(source: SourceRow) -> Answer:
    """A source as it is cited."""
    return {
        "key": source.key,
        "title": source.title,
        "publisher": source.publisher,
        "published_on": source.published_on,
        "url": source.url,
        "kind": source.kind,
        "archive_url": source.archive_url,
        "language": source.language,
        "vanished_on": source.vanished_on,
    }
