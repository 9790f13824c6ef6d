"""What calls for a second look: one row for each flag."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_noop as _

from jurisdictions.read.flags.all import flag_kinds
from jurisdictions.read.flags.rows import Flag
from jurisdictions.read.rows import FactRow
from jurisdictions.render.files.columns.facts import supporting
from jurisdictions.render.files.columns.places import GEOID
from jurisdictions.render.files.tables import Column, ColumnKind, Table, Value
from jurisdictions.render.programs.flags import flag_sentence

EDTF, INTEGER, WORD, LIST = (
    *(ColumnKind.EDTF, ColumnKind.INTEGER),
    *(ColumnKind.WORD, ColumnKind.LIST),
)


@dataclass(frozen=True, slots=True)
class FlagToBeWritten:
    """A flag, its program, and the facts that raise it."""

    program: str
    flag: Flag
    facts: tuple[FactRow, ...]


def _raised(name: str) -> Callable[[FlagToBeWritten], Value]:
    def value(row: FlagToBeWritten) -> Value:
        found: Value = getattr(row.flag.raised, name)
        return found

    return value


def _flag(name: str) -> Callable[[FlagToBeWritten], Value]:
    return lambda row: str(getattr(row.flag, name))


def _day(at: int) -> Callable[[FlagToBeWritten], Value]:
    return lambda row: str(row.flag.raised.days[at]) if row.flag.raised.days else None


def _change(row: FlagToBeWritten) -> Value:
    values = row.flag.raised.values
    if len(values) == 1:
        return values[0]
    return values[-1] - values[0] if values else None


def _value(at: int) -> Callable[[FlagToBeWritten], Value]:
    def value(row: FlagToBeWritten) -> Value:
        values = row.flag.raised.values
        return values[at] if len(values) > 1 else None

    return value


def _explained(row: FlagToBeWritten) -> Value:
    return row.flag.explanation.summary if row.flag.explanation else ""


def _sources(row: FlagToBeWritten) -> Value:
    told = [*row.facts, *((row.flag.explanation,) if row.flag.explanation else ())]
    cited = [c.source.key for fact in row.facts for c in fact.citations if c.contradicts]
    return tuple(dict.fromkeys([key for fact in told for key in supporting(fact)] + cited))


def flags_of(slug: str) -> Table:
    """The table, with the kinds of flag of a program."""
    columns = (*_of_what(slug), *_DAYS_AND_FIGURES, *_IN_WORDS)
    return Table("flags", _("What calls for a second look"), columns)


def _of_what(slug: str) -> tuple[Column, ...]:
    """Which flag it is, and the place and agency that it is of."""
    kinds = tuple(dict.fromkeys(type(kind) for kind in flag_kinds(slug)))
    raises = _("Which rule raises it.")
    return (
        Column("flag", _("Flag"), _("Its lasting id in addresses."), value=_flag("key")),
        Column("kind", _("Kind of flag"), raises, WORD, _flag("kind"), words=kinds),
        Column("geoid", GEOID.heading, GEOID.meaning, value=_raised("geoid")),
        Column("place", _("Place"), _("Name of the place that it is of."), value=_flag("place")),
        Column(
            "state",
            _("State"),
            _("Two-letter postal code of the state or territory; empty for the nation's."),
            value=_flag("state"),
        ),
        Column(
            "agency",
            _("Agency"),
            _("Key of the agency; empty where none is meant."),
            value=_flag("agency"),
        ),
    )


_DAYS_AND_FIGURES = (
    Column(
        "first_edtf",
        _("First day"),
        _("The earlier of its days; of a day in dispute the one that is recorded."),
        EDTF,
        _day(0),
    ),
    Column(
        "last_edtf",
        _("Last day"),
        _("The later of these days; of a day in dispute what a source says."),
        EDTF,
        _day(-1),
    ),
    Column("before", _("Before"), _("The earlier of two figures."), INTEGER, _value(0)),
    Column("after", _("After"), _("The later of two figures."), INTEGER, _value(-1)),
    Column(
        "change",
        _("Change"),
        _("By how much the figure rose, or fell: then below zero."),
        INTEGER,
        _change,
    ),
    Column("unit", _("Unit"), _("What the figure counts."), value=_raised("unit")),
    Column(
        "about",
        _("About"),
        _("What was counted, the column in dispute, the standing or the model."),
        value=lambda row: str(row.flag.raised.word),
    ),
)
_IN_WORDS = (
    Column(
        "text",
        _("In words"),
        _("What does not fit together, in a sentence."),
        value=lambda row: flag_sentence(row.program, row.flag),
    ),
    Column(
        "facts",
        _("Facts"),
        _("Public names of the facts that raise it."),
        LIST,
        _raised("facts"),
    ),
    Column(
        "explanation",
        _("Explanation"),
        _("What a reviewer found out; empty: nobody has explained it yet."),
        value=_explained,
    ),
    Column(
        "explained_as",
        _("Explained as"),
        _("The id that its explanation names; several flags may share one."),
        value=_raised("explained_as"),
    ),
    Column(
        "sources",
        _("Sources"),
        _("Keys of the sources of these facts and of the explanation."),
        LIST,
        _sources,
    ),
)
