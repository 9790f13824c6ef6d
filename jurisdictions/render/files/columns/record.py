"""The record itself as tables: its words, its editions, and how its facts changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext_noop as _

from jurisdictions.read.keeping.history_rows import (
    Dispute,
    FactHistory,
    FactVersionRow,
    PlaceChange,
)
from jurisdictions.read.keeping.record_changes import RecordChange
from jurisdictions.render.files.tables import Column, ColumnKind, Table
from jurisdictions.render.words.fact_titles import fact_title
from jurisdictions.render.words.people import person_text

WORD, INTEGER, DATE = ColumnKind.WORD, ColumnKind.INTEGER, ColumnKind.DATE
FACT = Column("fact", _("Fact"), _("Public name of the fact; it never changes."))

GLOSSARY = Table(
    "glossary",
    _("Glossary"),
    (
        Column("section", _("Section"), _("The list of words that it stands in.")),
        Column(
            "word", _("Word"), _("The word as it stands in the files; of a term its short name.")
        ),
        Column("label", _("Label"), _("What people call it.")),
        Column("meaning", _("Meaning"), _("What it means.")),
    ),
)
EDITIONS = Table(
    "editions",
    _("Editions"),
    (
        Column("edition", _("Edition"), _("Its number."), INTEGER),
        Column(
            "published_on", _("Published"), _("The day, in Greenwich, of its publication."), DATE
        ),
        Column("reason", _("Why"), _("Why it was published; empty where nobody said.")),
        Column("rule_version", _("Rule"), _("The version of the rule that statuses follow from.")),
        Column("facts_changed", _("Facts changed"), _("Since the edition before."), INTEGER),
        Column("spans_changed", _("Spans changed"), _("Since the edition before."), INTEGER),
        Column("spans", _("Spans"), _("How many spans it has."), INTEGER),
        Column("package", _("Package"), _("Address of its data package on this site.")),
    ),
)
WHEN_AND_WHO = (
    Column("changed_on", _("Changed on"), _("The day, in Greenwich, of the change."), DATE),
    Column("changed_by", _("Changed by"), _("Who recorded it.")),
    Column("reason", _("Why"), _("Why it was changed.")),
)
HOW = Column(
    "how",
    _("What became of it"),
    _("recorded, corrected, moved in its thread, disputed by another source, or retracted."),
    WORD,
)
VERSIONS = Table(
    "versions",
    _("Versions of a fact"),
    (
        FACT,
        Column("version", _("Version"), _("The number of the version, from 1."), INTEGER),
        *WHEN_AND_WHO,
        HOW,
        Column("column", _("Column"), _("The column that differs from the version before.")),
        Column("before", _("Before"), _("What it said before; empty: nothing.")),
        Column("after", _("After"), _("What it says from then on; empty: nothing.")),
        Column(
            "source",
            _("Source that says otherwise"),
            _("Key of the source, where the row is about what another source says."),
        ),
    ),
)
RECORD_CHANGES = Table(
    "record-changes",
    _("Changes of the record"),
    (
        *WHEN_AND_WHO,
        HOW,
        FACT,
        Column("title", _("Title"), _("The fact in a line, as the change wrote it.")),
    ),
)


@dataclass(frozen=True, slots=True)
class GlossaryRow:
    """A word or a term with its meaning."""

    section: str
    word: str
    label: str
    meaning: str


@dataclass(frozen=True, slots=True)
class EditionLine:
    """An edition, what changed with it, where its package is."""

    edition: int
    published_on: date
    reason: str
    rule_version: str
    facts_changed: int
    spans_changed: int
    spans: int
    package: str


@dataclass(frozen=True, slots=True)
class RecordLine:
    """One thing that a change did to a fact: a cell, or what another source says of one."""

    fact: str
    changed_at: datetime
    changed_by: str
    reason: str
    how: str
    version: int = 0
    column: str = ""
    before: str = ""
    after: str = ""
    source: str = ""
    title: str = ""

    @property
    def changed_on(self) -> date:
        """The day of the change."""
        return self.changed_at.date()


def version_lines(history: FactHistory) -> Iterator[RecordLine]:
    """Every version, the newest first: a row for each cell that it changed, or one alone."""
    for version in history.versions:
        lines = list(_lines(history.name, version))
        yield from lines or [_line(history.name, version)]


def _lines(fact: str, version: FactVersionRow) -> Iterator[RecordLine]:
    for cell in version.differences:
        yield _line(fact, version, cell.column, cell.before, cell.after)
    # What was put another way ended and began with the same change.
    ended = {(one.field, one.source): one for one in version.undisputed}
    for one in version.disputed:
        before = ended.pop((one.field, one.source), None)
        yield _dispute(fact, version, one, before.said if before else "", one.said)
    for one in ended.values():
        yield _dispute(fact, version, one, one.said, "")


def _dispute(
    fact: str, version: FactVersionRow, one: Dispute, before: str, after: str
) -> RecordLine:
    return _line(fact, version, one.field, before, after, one.source)


def _line(fact: str, version: FactVersionRow, *cell: str) -> RecordLine:
    return RecordLine(fact, *_who(version.change), version.how.value, version.number, *cell)


def _who(change: RecordChange) -> tuple[datetime, str, str]:
    return change.made_at, person_text(change.made_by), change.reason


def change_lines(changes: list[PlaceChange]) -> Iterator[RecordLine]:
    """Every fact that each change touched, in the order of the page."""
    for one in changes:
        for fact in one.facts:
            title = fact_title(fact.kind, fact.cells)
            yield RecordLine(fact.name, *_who(one.change), fact.how.value, title=title)
