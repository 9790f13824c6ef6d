"""Facts of every kind in one table, and published figures beside what the record gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from operator import attrgetter

from django.utils.translation import gettext_noop as _

from jurisdictions.read.rows import FactRow
from jurisdictions.render.files.columns.places import GEOID
from jurisdictions.render.files.tables import Column, ColumnKind, Table, Value
from jurisdictions.status.programs.secure_communities.vocabulary import (
    AgreementBasis,
    AgreementStepKind,
    DateBasis,
    Effect,
    MeasureKind,
    MeasureOutcome,
    OptOutStepKind,
)
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
        Column("ended_on", _("Ended on"), _("When an activation stopped, if it did."), DATE),
        Column(
            "word",
            _("What it is"),
            _("The step, the kind of measure, the effect of a federal act, or what was counted."),
            WORD,
            words=(AgreementStepKind, OptOutStepKind, MeasureKind, Effect),
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
            words=(MeasureOutcome,),
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
            words=(AgreementBasis, DateBasis),
        ),
        QUALIFIER,
    ),
)


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
