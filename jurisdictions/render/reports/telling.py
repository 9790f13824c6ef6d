"""Facts as entries: numbered, dated, with their sources and with what contradicts them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from jurisdictions.read.rows import CitationRow, FactRow, ReplyRow
from jurisdictions.render.reports.parts import (
    Entry,
    Figure,
    FigureTable,
    Mark,
    Reply,
    SourceNote,
    Story,
)
from jurisdictions.render.words.days import date_text, number_text, short_date_text, when_text
from jurisdictions.render.words.fact_days import fact_day_and_basis
from jurisdictions.render.words.fields import field_label, value_text
from jurisdictions.render.words.figures import FigureGroup, figure_text
from jurisdictions.render.words.labels import instrument_label, outcome_label, word_label
from jurisdictions.render.words.notes import Cited, Notes
from jurisdictions.render.words.sentences import fact_text
from jurisdictions.render.words.stood import stood_sentence
from jurisdictions.render.words.threads import Thread


def numbers_of(threads: Iterable[Thread]) -> dict[str, int]:
    """A number for each fact of the threads, in the order in which they are told."""
    names = [fact.name for thread in threads for fact in thread.facts]
    return {name: number for number, name in enumerate(dict.fromkeys(names), 1)}


def stories_of(
    threads: Iterable[Thread], numbers: Mapping[str, int], notes: Notes
) -> tuple[Story, ...]:
    """Each thread with its entries."""
    return tuple(
        Story(thread.title, tuple(entry_of(fact, numbers, notes) for fact in thread.facts))
        for thread in threads
    )


def entry_of(fact: FactRow, numbers: Mapping[str, int], notes: Notes) -> Entry:
    """One fact as it is told."""
    word = word_label(fact.kind, fact.word)
    if fact.outcome:
        word = f"{word} · {outcome_label(fact.kind, fact.outcome)}"
    return Entry(
        number=numbers.get(fact.name, 0),
        date=fact_day_and_basis(fact),
        word=word,
        text=fact_text(fact),
        details=" ".join(_details(fact)),
        disputes=tuple(dispute_text(one) for one in fact.citations if one.contradicts),
        marks=marks_of(fact, notes),
        replies=replies_of(fact.replies),
    )


def replies_of(replies: Iterable[ReplyRow]) -> tuple[Reply, ...]:
    """What a jurisdiction says itself, word for word."""
    return tuple(
        Reply(f"{reply.office}, {date_text(reply.on)}", tuple(reply.text.splitlines()))
        for reply in replies
    )


def marks_of(fact: Cited, notes: Notes) -> tuple[Mark, ...]:
    """The numbers of the fact's sources."""
    return tuple(Mark(note.number, note.citation.contradicts) for note in notes.of(fact))


def source_notes(notes: Notes) -> tuple[SourceNote, ...]:
    """The numbered sources."""
    return tuple(
        SourceNote(
            number,
            source.title,
            ", ".join(
                part
                for part in (
                    source.publisher,
                    date_text(source.published_on) if source.published_on else "",
                    _("archived at %(address)s") % {"address": source.archive_url}
                    if source.archive_url
                    else "",
                )
                if part
            ),
            source.url,
        )
        for number, source in notes.numbered
    )


def figures_of(groups: Iterable[FigureGroup], notes: Notes) -> tuple[FigureTable, ...]:
    """Published figures by the place that they count, beside what the record gives for the same."""
    return tuple(
        FigureTable(
            group.title, tuple(_figure(fact, beside, notes) for fact, beside in group.figures)
        )
        for group in groups
    )


def _figure(fact: FactRow, beside: int | None, notes: Notes) -> Figure:
    return Figure(
        what=word_label(fact.kind, fact.word),
        when=_period(fact),
        published=figure_text(fact),
        recorded="" if beside is None else number_text(beside),
        note=fact.summary,
        marks=marks_of(fact, notes),
    )


def _details(fact: FactRow) -> list[str]:
    told = [rested_on] if (rested_on := stood_sentence(fact)) else []
    if fact.by:
        told.append(_("By: %(by)s.") % {"by": fact.by})
    if fact.to:
        told.append(_("To: %(to)s.") % {"to": fact.to})
    if fact.instrument:
        told.append(_("Form: %(instrument)s.") % {"instrument": instrument_label(fact.instrument)})
    if fact.kind == "local_measure" and fact.place:
        told.append(_("Place: %(place)s.") % {"place": fact.place})
    if fact.disclosed_on:
        told.append(_("Made public only %(when)s.") % {"when": when_text(fact.disclosed_on)})
    return told


def dispute_text(citation: CitationRow) -> str:
    """What a source says otherwise, and why the record stands."""
    text = (
        _("For %(field)s the record has %(recorded)s; “%(source)s” gives %(said)s.")
        if citation.recorded
        else _("For %(field)s the record has nothing; “%(source)s” gives %(said)s.")
    )
    said = text % {
        "field": field_label(citation.field),
        "recorded": value_text(citation.recorded),
        "said": value_text(citation.said),
        "source": citation.source.title,
    }
    told = [said, citation.note]
    if citation.adjudication:
        told.append(_("Why the record stands: %(why)s") % {"why": citation.adjudication})
    return " ".join(text for text in told if text)


def _period(fact: FactRow) -> str:
    end = short_date_text(fact.on) if fact.on else ""
    return f"{short_date_text(fact.period_start)} – {end}" if fact.period_start else end
