"""The tables that a package holds: path, columns, keys, and where the rows come from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from jurisdictions.read.archive import archived_citations, archived_facts, contradictions
from jurisdictions.read.edition_changes import FactChange, changed_since_before
from jurisdictions.read.history import history
from jurisdictions.read.rows import AsOf
from jurisdictions.record import kinds
from jurisdictions.record.columns import Column as Declared
from jurisdictions.render.files import columns as tables
from jurisdictions.render.files.columns.evidence import FactCitation
from jurisdictions.render.files.columns.programs import tables_of
from jurisdictions.render.files.package.explained import FILES
from jurisdictions.render.files.package.fact_tables import (
    CONTRADICTIONS,
    NUMBERS,
    contradiction_table,
    declared_columns,
    fact_table,
)
from jurisdictions.render.files.package.words import WORDS, codebook_words
from jurisdictions.render.files.tables import Column, ColumnKind, Table
from jurisdictions.status.kinds import kinds_in

DERIVED = "derived"
"""The folder of what follows from the facts: `load_facts` does not look into it."""
CHANGES = Table(
    "changes",
    _("Changes"),
    (
        Column("fact", _("Fact"), _("Public name of the fact; it never changes.")),
        Column(
            "change",
            _("Change"),
            _("What became of it since the edition before."),
            ColumnKind.WORD,
            words=(FactChange,),
        ),
    ),
)
MAY_BE_EMPTY = frozenset({"period_start"})
"""Columns of keys that some facts leave empty."""
_KEYED_BY = {kind.file.removesuffix(".csv"): kind.keyed_by for kind in kinds.KINDS.values()}
KEYS: Mapping[str, tuple[str, ...]] = {
    **{name: keys for name, keys in _KEYED_BY.items() if not MAY_BE_EMPTY & set(keys)},
    CONTRADICTIONS: ("fact", "field", "source"),
    "codebook": ("vocabulary", "word"),
    "changes": ("fact",),
}
"""The columns that tell the rows of a file apart, none of them ever empty."""
UNIQUE: Mapping[str, tuple[str, ...]] = {
    **{name: keys for name, keys in _KEYED_BY.items() if MAY_BE_EMPTY & set(keys)},
    "spans": ("geoid", "start"),
    "citations": ("fact", "source", "contradicts", "field"),
}
"""The same where one of them may be empty."""
REFERENCES = {
    "geoid": ("jurisdictions", "geoid"),
    "parent": ("jurisdictions", "geoid"),
    "source": ("sources", "key"),
    "ending_source": ("sources", "key"),
    "agency": ("agencies", "agency"),
    "agreement": ("agency_agreements", "agreement"),
    "superseded_by": ("agency_agreements", "agreement"),
}
"""A column that names a row of another file."""


@dataclass(frozen=True, slots=True)
class PackagedTable:
    """A file of the package. `least` maps a number's column to the least that it may be."""

    path: str
    table: Table
    rows: Callable[[AsOf], Iterable[Any]]
    filled: frozenset[str] = frozenset()
    least: Mapping[str, int] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The name of the resource."""
        return self.table.name

    @property
    def title(self) -> str:
        """What it is called, in the active language."""
        return gettext(FILES[self.name][0])

    @property
    def description(self) -> str:
        """What it holds, in the active language."""
        return gettext(FILES[self.name][1])

    @property
    def references(self) -> dict[str, tuple[str, str]]:
        """The columns that name a row of another file, or of this one."""
        return {
            name: REFERENCES[name]
            for name in self.table.names
            if name in REFERENCES and REFERENCES[name] != (self.name, name)
        }


def packaged_tables(program: str) -> Iterator[PackagedTable]:
    """Every table that a program's package may hold: the facts as loaded, then what follows."""
    for kind in kinds_in(program):
        yield _facts(kind, program)
    yield PackagedTable(
        kinds.CONTRADICTIONS_FILE,
        contradiction_table(),
        contradictions,
        _filled(kinds.CONTRADICTION_COLUMNS),
    )
    yield _derived(tables_of(program).SPANS, history, {"geoid", "name", "status", "position"})
    yield _derived(tables.CITATIONS, _citations, {"fact", "source", "title", "contradicts"})
    yield _derived(WORDS, lambda as_of: codebook_words(program), {"vocabulary", "word", "label"})
    yield _derived(CHANGES, changed_since_before, {"fact", "change"})


def _facts(kind: str, program: str) -> PackagedTable:
    columns = declared_columns(kind, program)
    least = {column.name: NUMBERS.get(column.read) for column in columns}
    return PackagedTable(
        kinds.KINDS[kind].file,
        fact_table(kind, program),
        lambda as_of: archived_facts(as_of, kind),
        _filled(columns),
        {name: value for name, value in least.items() if value is not None},
    )


def _filled(columns: Iterable[Declared]) -> frozenset[str]:
    return frozenset(column.name for column in columns if column.filled)


def _derived(
    table: Table, rows: Callable[[AsOf], Iterable[Any]], filled: Iterable[str]
) -> PackagedTable:
    return PackagedTable(f"{DERIVED}/{table.name}.csv", table, rows, frozenset(filled))


def _citations(as_of: AsOf) -> Iterator[FactCitation]:
    return (FactCitation(fact, citation) for fact, citation in archived_citations(as_of))
