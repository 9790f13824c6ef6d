"""Cells, facts and choices in words: nothing is left as the record spells it."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from jurisdictions.record.kinds import KINDS
from jurisdictions.render.words.cell_changes import cell_changes
from jurisdictions.render.words.cell_texts import COLUMNS, cell_text, column_text
from jurisdictions.render.words.choices import choices_of, instrument_choices
from jurisdictions.render.words.fact_titles import fact_title
from jurisdictions.status.programs.secure_communities.vocabulary import (
    AgreementStepKind,
    Effect,
    MeasureKind,
    MeasureOutcome,
    OptOutStepKind,
)
from jurisdictions.status.vocabulary import Instrument

VOCABULARIES = (AgreementStepKind, Effect, MeasureKind, MeasureOutcome, OptOutStepKind)


def test_every_column_of_every_kind_has_a_heading() -> None:
    named = {column.name.removesuffix("_es") for kind in KINDS.values() for column in kind.columns}
    assert named <= COLUMNS.keys()


@pytest.mark.parametrize("words", VOCABULARIES, ids=lambda words: words.__name__)
def test_every_word_of_a_closed_vocabulary_is_offered_with_its_meaning(
    words: type[OptOutStepKind],
) -> None:
    offered = choices_of(words)
    assert {choice.value for choice in offered} == {word.value for word in words}
    assert all(choice.label and choice.meaning for choice in offered)


def test_the_forms_of_an_act_are_offered_by_label() -> None:
    offered = instrument_choices()
    assert {choice.value for choice in offered} == {word.value for word in Instrument}
    labels = [choice.label for choice in offered]
    assert labels == sorted(labels, key=str.casefold)


@pytest.mark.parametrize(
    ("kind", "column", "cell", "said"),
    [
        ("opt_out", "on", "2010-07", "July 2010"),
        ("opt_out", "on", "", ""),
        ("opt_out", "on", "sometime", "sometime"),
        ("opt_out", "step", "refused", "Request refused"),
        ("opt_out", "step", "unheard-of", "unheard-of"),
        ("opt_out", "instrument", "letter", "Letter"),
        ("opt_out", "source", "ilchron", "Chronology"),
        ("opt_out", "source", "gone", "gone"),
        ("local_measure", "kind", "bill", "Bill"),
        ("local_measure", "outcome", "adopted", "Adopted"),
        ("jurisdiction", "kind", "parish", "Parish"),
        ("jurisdiction", "aliases", "Cook|Crook", "Cook; Crook"),
        ("reported_figure", "value", "-1510", "\u22121,510"),
        ("reported_figure", "metric", "removals", "Removals"),
        ("reported_figure", "unit", "persons", "persons"),
        ("policy_event", "effect", "not-optional", "Declared not optional"),
        ("opt_out", "summary", "As it was.", "As it was."),
        ("policy_event", "effect", "task-force-restored", "Task force model restored"),
        ("agency_agreement", "model", "warrant-service", "Warrant service model"),
        ("agency_agreement", "basis", "list", "ICE's list"),
        ("agency_agreement", "missing_from", "2026-02-10", "February 10, 2026"),
        ("agency_agreement", "ending_source", "ilchron", "Chronology"),
        ("application", "outcome", "signed", "Signed"),
        ("agency", "geoids", "17031|17097", "17031; 17097"),
        ("list", "date_basis", "file-name", "The name of the file"),
        ("list", "rows", "1843", "1,843"),
    ],
)
def test_a_cell_is_said_in_words(kind: str, column: str, cell: str, said: str) -> None:
    assert cell_text(kind, column, cell, {"ilchron": "Chronology"}) == said


def test_a_column_in_spanish_says_so() -> None:
    assert column_text("summary_es") == "What happened, in Spanish"
    assert column_text("whatever") == "whatever"


def test_a_column_that_kinds_use_differently_is_called_as_the_kind_has_it() -> None:
    assert column_text("basis", "agreement") == "What the date rests on"
    assert column_text("basis", "agency_agreement") == "Known from"


def test_what_names_a_fact_of_one_kind_says_something_of_another() -> None:
    agreement = {"agreement": "a:tfm:1", "agency": "a", "geoid": "17", "model": "task-force"}
    shown = [one.column for one in cell_changes("agency_agreement", {}, agreement, {})]
    assert shown == ["agency", "model"]
    signed = {"application": "a:tfm:0", "agreement": "a:tfm:1"}
    assert [one.column for one in cell_changes("application", {}, signed, {})] == ["agreement"]


@pytest.mark.parametrize(
    ("kind", "cells", "said"),
    [
        ("opt_out", {"step": "requested", "on": "2010-05-18"}, "Opt-out requested, May 18, 2010"),
        ("opt_out", {"step": "requested"}, "Opt-out requested"),
        ("activation", {"activated_on": "2008-10-27"}, "Activation, October 27, 2008"),
        ("jurisdiction", {"name": "Cook County"}, "Cook County"),
        ("reported_figure", {"metric": "removals", "as_of": "2011"}, "Removals, 2011"),
        ("source", {"title": "A letter", "published_on": "2010"}, "A letter, 2010"),
        ("policy_event", {"title": "Memo", "on": "2010-08"}, "Memo, August 2010"),
        ("local_measure", {"kind": "unheard-of"}, "Local measure"),
        ("source", {}, "Source"),
    ],
)
def test_a_fact_is_told_in_one_line(kind: str, cells: dict[str, str], said: str) -> None:
    assert fact_title(kind, cells) == said


def test_a_fact_is_told_in_the_readers_language() -> None:
    with override("es"):
        told = fact_title("opt_out", {"step": "requested", "on": "2010-05-18"})
    assert told == "Pidió no participar, 18 de mayo de 2010"


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"name": "Harris County", "kind": "county"}, "Condado de Harris"),
        ({"name": "Doña Ana County", "name_es": "Doña Ana"}, "Condado de Doña Ana"),
        ({"name": "Orleans Parish", "kind": "parish"}, "Parroquia de Orleans"),
        ({"name": "Rhode Island", "kind": "state"}, "Rhode Island"),
        ({"name": "New York", "kind": "state", "name_es": "Nueva York"}, "Nueva York"),
        ({}, "Jurisdicción"),
    ],
)
def test_in_spanish_a_place_of_the_record_is_called_as_on_its_page(
    cells: dict[str, str], said: str
) -> None:
    with override("es"):
        assert fact_title("jurisdiction", cells) == said


def test_dates_are_compared_whole_and_sentences_word_by_word() -> None:
    before = {"on": "2008-10-27", "summary": "The county asked ICE to stop.", "request": "x"}
    after = {"on": "2008-10-28", "summary": "The board asked ICE to stop.", "request": "y"}
    when, what = cell_changes("opt_out", before, after, {})
    assert [part.text for part in when.parts] == ["October 27, 2008", "October 28, 2008"]
    assert [part.text for part in what.parts][:3] == ["The ", "county ", "board "]


@pytest.mark.parametrize(
    ("kind", "column"),
    [
        ("agency_agreement", "agency"),
        ("agency_agreement", "ending_source"),
        ("agency_agreement", "superseded_by"),
        ("application", "agency"),
        ("application", "agreement"),
        ("opt_out", "source"),
    ],
)
def test_what_a_cell_names_by_its_key_is_shown_by_its_title(kind: str, column: str) -> None:
    assert cell_text(kind, column, "a-key", {"a-key": "A title"}) == "A title"
    assert cell_text(kind, column, "another", {"a-key": "A title"}) == "another"
