"""Facts of every kind in one table, and published figures beside what the record gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from operator import attrgetter
from types import MappingProxyType

from django.utils.translation import gettext_noop as _

from jurisdictions.read.rows import FactRow
from jurisdictions.read.sureness.vouched import basis_of_fact, precision_of_fact
from jurisdictions.render.files.columns.places import GEOID
from jurisdictions.render.files.columns.programs import tables_of
from jurisdictions.render.files.columns.stood import STOOD
from jurisdictions.render.files.tables import Column, ColumnKind, Table, Value
from jurisdictions.render.words.own_labels import own_of
from jurisdictions.status.kinds import told_in
from jurisdictions.status.programs import effects_of
from jurisdictions.status.sureness import Basis, Precision
from jurisdictions.status.vocabulary import Instrument, Qualifier

WORD, DATE, INTEGER, LIST = (
    ColumnKind.WORD,
    ColumnKind.DATE,
    ColumnKind.INTEGER,
    ColumnKind.LIST,
)


def supporting(fact: FactRow) -> tuple[str, ...]:
    """Keys of the sources that support a fact."""
    return tuple(dict.fromkeys(c.source.key for c in fact.citations if not c.contradicts))


def contradicting(fact: FactRow) -> tuple[str, ...]:
    """Keys of the sources that say otherwise on a field of it."""
    return tuple(dict.fromkeys(c.source.key for c in fact.citations if c.contradicts))


def _name(fact: FactRow) -> str:
    return fact.name


FACT = Column(
    "fact",
    _("Fact"),
    _("Public name of the fact; it never changes."),
    value=_name,
)
ON = Column("on", _("On"), _("When it happened: a day, a month or a year, as recorded."), DATE)
DISCLOSED = Column("disclosed_on", _("Made public on"), _("When it became public, if later."), DATE)
EFFECTIVE = Column(
    "effective_on", _("Counts from"), _("The day from which the rule counts the fact."), DATE
)
INSTRUMENT = Column(
    "instrument", _("Instrument"), _("The form that the act had."), WORD, words=(Instrument,)
)
BY = Column("by", _("By"), _("Who acted."))
TITLE = Column("title", _("Title"), _("What the act is called."))
SUMMARY = Column("summary", _("Summary"), _("What happened, in plain words."))
PERIOD_START = Column(
    "period_start", _("Period from"), _("First day of the period that the figure covers."), DATE
)
VALUE = Column("value", _("Figure"), _("The published figure."), INTEGER)
UNIT = Column("unit", _("Unit"), _("What the figure counts."))
QUALIFIER = Column(
    "qualifier",
    _("Qualifier"),
    _("What its source says of the figure: that it is more, less, or about so many; else empty."),
    WORD,
    words=(Qualifier,),
)
CITED = (
    Column("sources", _("Sources"), _("Keys of the sources that support it."), LIST, supporting),
    Column(
        "contradicted_by",
        _("Contradicted by"),
        _("Keys of the sources that say otherwise on one field of it."),
        LIST,
        contradicting,
    ),
)

FACTS = Table(
    "facts",
    _("Facts"),
    (
        FACT,
        Column("kind", _("Kind of fact"), _("The first part of its public name."), WORD),
        GEOID,
        Column(
            "place",
            _("Place"),
            _("The place as the source names it, where it does; of a figure, what it counts."),
        ),
        ON,
        EFFECTIVE,
        DISCLOSED,
        Column(
            "ended_on", _("Ended on"), _("When an activation or a measure ended, if it did."), DATE
        ),
        Column(
            "word",
            _("What it is"),
            _("The step, the kind of measure, the effect of a federal act, or what was counted."),
            WORD,
        ),
        INSTRUMENT,
        BY,
        Column("to", _("To"), _("Whom the act was addressed to.")),
        TITLE,
        SUMMARY,
        Column(
            "outcome",
            _("Outcome"),
            _("What became of a local measure."),
            WORD,
        ),
        Column("thread", _("Thread"), _("The agreement or request that the step belongs to.")),
        Column(
            "seq",
            _("Step"),
            _("The step's number in its thread."),
            INTEGER,
            lambda fact: fact.seq or None,
        ),
        PERIOD_START,
        VALUE,
        UNIT,
        *CITED,
        Column(
            "date_basis",
            _("Basis of the date"),
            _(
                "What the date rests on; reported-by and in-force-by: known by that day, it may be "
                "older. Empty where nothing is said."
            ),
            WORD,
            attrgetter("basis"),
        ),
        QUALIFIER,
        *STOOD,
        Column(
            "rests_on",
            _("What it rests on"),
            _("What the fact rests on: what it says itself, else its strongest source."),
            WORD,
            basis_of_fact,
            words=(Basis,),
        ),
        Column(
            "day_precision",
            _("How its day is known"),
            _("How precisely its day is known."),
            WORD,
            precision_of_fact,
            words=(Precision,),
        ),
    ),
)
"""As all programs have it; see `facts_of`."""


@cache
def facts_of(slug: str) -> Table:
    """The same with the words that a program's facts are written in, and what they mean there."""
    vocabularies = {
        "word": (*_words(slug, "WORDS"), effects_of(slug)),
        "outcome": _words(slug, "OUTCOMES"),
        "date_basis": _words(slug, "BASES"),
    }
    return told_otherwise(FACTS, vocabularies, getattr(tables_of(slug), "MEANINGS", {}))


def _words(slug: str, table: str) -> list[type[StrEnum]]:
    """The vocabularies of a table of its labels, kind by kind of what it tells."""
    labels = own_of(slug, table)
    return [labels[kind] for kind in told_in(slug) if kind in labels]


def told_otherwise(
    table: Table,
    vocabularies: Mapping[str, Iterable[type[StrEnum]]],
    meanings: Mapping[str, str] = MappingProxyType({}),
) -> Table:
    """A table with other words, and other meanings, for some of its columns, by their names."""
    columns = (
        replace(
            one,
            words=tuple(dict.fromkeys(vocabularies.get(one.name, one.words))),
            meaning=meanings.get(one.name, one.meaning),
        )
        for one in table.columns
    )
    return replace(table, columns=tuple(columns))


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A published figure beside what the record itself gives, None where it gives none."""

    fact: FactRow
    recorded: int | None


def _of_fact(take: Callable[[FactRow], Value]) -> Callable[[FigureRow], Value]:
    return lambda row: take(row.fact)


def _figure(column: Column) -> Column:
    """The column of a fact, taken from a figure's row."""
    return replace(column, value=_of_fact(column.value or attrgetter(column.name)))


FIGURES = Table(
    "figures",
    _("Published figures"),
    (
        _figure(FACT),
        _figure(GEOID),
        Column("metric", _("Metric"), _("What was counted."), WORD, _of_fact(lambda f: f.word)),
        _figure(PERIOD_START),
        Column(
            "as_of",
            _("As of"),
            _("Last day that the figure covers."),
            DATE,
            _of_fact(lambda f: f.on),
        ),
        _figure(VALUE),
        _figure(UNIT),
        Column(
            "recorded",
            _("By the record"),
            _("What the facts of this tracker give for the same, where they give anything."),
            INTEGER,
        ),
        Column(
            "note",
            _("Note"),
            _("What is to be known about it."),
            value=_of_fact(lambda f: f.summary),
        ),
        *(_figure(column) for column in CITED),
        Column(
            "place",
            _("Place"),
            _("Name of the place that the figure counts, perhaps the state around, or the nation."),
            value=_of_fact(lambda f: f.place),
        ),
        _figure(QUALIFIER),
    ),
)
