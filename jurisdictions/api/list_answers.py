"""Rows of the lists to the dictionaries that the API answers with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from django.utils.translation import gettext as _

from jurisdictions.api.answers import Answer, life_answer, reason_answer, source_answer
from jurisdictions.api.links import full_address
from jurisdictions.api.programs import api_of
from jurisdictions.api.question import Question
from jurisdictions.read.changes import ChangeRow
from jurisdictions.read.program_addresses import path_of
from jurisdictions.read.rows import (
    AsOf,
    CitationRow,
    EditionRow,
    FactRow,
    PlaceRow,
    SourceRow,
    SpanRow,
    StatusRow,
)
from jurisdictions.render.files.citation import file_citation
from jurisdictions.render.files.columns import FACTS
from jurisdictions.render.files.labelled import labelled
from jurisdictions.render.files.place_members import place_members
from jurisdictions.render.programs.why import why_line
from jurisdictions.render.words.sentences import reason_text


def fact_answers(
    as_of: AsOf, facts: Iterable[FactRow], *, labels: bool = False
) -> Iterator[Answer]:
    """Facts in the columns of every file, each with its sentence and its citations.

    With `labels`, what people call each word beside it.
    """
    rows = list(facts)
    table = labelled(FACTS) if labels else FACTS
    for fact, cells in zip(rows, table.values(as_of, rows), strict=True):
        yield {
            **dict(zip(table.names, cells, strict=True)),
            "text": reason_text(fact),
            "citations": [citation_answer(citation) for citation in fact.citations],
        }


def citation_answer(citation: CitationRow) -> Answer:
    """A source that supports a fact, or what it says instead of what is recorded."""
    return {
        "source": citation.source.key,
        "contradicts": citation.contradicts,
        "field": citation.field,
        "recorded": citation.recorded,
        "said": citation.said,
        "locator": citation.locator,
        "note": citation.note,
        "adjudication": citation.adjudication,
        "quote": citation.quote,
    }


def place_fact_answer(place: PlaceRow) -> Answer:
    """A jurisdiction as a fact of the record."""
    return {
        "fact": f"jurisdiction:{place.geoid}",
        **place_members(place),
        **life_answer(place),
        "note": place.note,
    }


def cited_source_answer(source: SourceRow) -> Answer:
    """A source, and how often facts cite it."""
    return {**source_answer(source), "cited": source.cited}


def change_answer(change: ChangeRow, place: PlaceRow, span: SpanRow | None) -> Answer:
    """How a place stood and how it stands, since when; with the span that now holds, also why."""
    after = change.after
    told = {
        "geoid": after.geoid,
        "name": after.name,
        "state": after.state,
        "kind": after.kind,
        "before": _standing(change.before),
        "after": _standing(after),
        "since": after.since,
        "since_edtf": after.since_edtf,
    }
    if span is None:
        return told
    return {
        **told,
        "why": why_line(span, place),
        "reasons": [reason_answer(fact) for fact in span.reasons],
    }


def _standing(row: StatusRow) -> Answer:
    return {name: getattr(row, name) for name in api_of(row.program).STANDING}


def edition_answer(question: Question, edition: EditionRow) -> Answer:
    """An edition, the address of its list, and how to cite it."""
    as_of = replace(question.as_of, edition=edition)
    path = path_of(as_of.program.slug, "places")
    address = full_address(question.request, f"{path}?edition={edition.number}")
    return {
        "number": edition.number,
        "published_at": edition.published_at.isoformat(timespec="seconds"),
        "published_by": edition.published_by,
        "reason": edition.reason,
        "rule_version": edition.rule_version,
        "facts_changed": edition.facts_changed,
        "spans": edition.spans,
        "url": address,
        "cite": file_citation(as_of, _("Jurisdictions"), address).text,
    }
