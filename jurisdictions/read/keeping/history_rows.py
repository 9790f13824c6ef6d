"""The frozen rows of histories: versions of facts, and changes that touched a place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from jurisdictions.read.keeping.record_changes import RecordChange
from jurisdictions.read.rows import SourceRow


class How(StrEnum):
    """What became of a fact with a change; a step that only stands elsewhere now was moved."""

    RECORDED = "recorded"
    CORRECTED = "corrected"
    MOVED = "moved"
    DISPUTED = "disputed"
    RETRACTED = "retracted"


@dataclass(frozen=True, slots=True)
class FactNow:
    """A fact as it stands: its cells, and the change after which it stands so.

    `base` is None for one that is only proposed.
    """

    name: str
    kind: str
    key: str
    geoid: str
    cells: Mapping[str, str]
    base: int | None
    contradictions: tuple[Dispute, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """A source that says otherwise on one field, in both languages."""

    field: str
    recorded: str
    said: str
    source: str
    locator: str
    note: str
    note_es: str
    adjudication: str
    adjudication_es: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell that a change made another."""

    column: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class FactVersionRow:
    """A fact after a change; `number` counts from 1. Retracted, it has no cells: a tombstone.

    `differences` are those to the version before; `disputed` and `undisputed` the contradictions
    that began or ended with the change (one that was changed does both).
    """

    number: int
    change: RecordChange
    how: How
    cells: Mapping[str, str]
    contradictions: tuple[Dispute, ...]
    differences: tuple[Difference, ...]
    disputed: tuple[Dispute, ...] = ()
    undisputed: tuple[Dispute, ...] = ()
    ended_by: RecordChange | None = None


@dataclass(frozen=True, slots=True)
class FactHistory:
    """Every version of a fact, the newest first; `sources` are those that its cells name.

    `agencies` are the names of those that its cells name, `agreements` the cells of those.
    """

    name: str
    kind: str
    key: str
    geoid: str
    versions: tuple[FactVersionRow, ...]
    sources: Mapping[str, SourceRow]
    agencies: Mapping[str, str]
    agreements: Mapping[str, Mapping[str, str]]

    @property
    def retracted(self) -> bool:
        """Whether the fact is off the record now."""
        return self.versions[0].how is How.RETRACTED


@dataclass(frozen=True, slots=True)
class TouchedFact:
    """A fact that a change touched, and what became of it.

    `cells` are those of the version that the change wrote; of a fact that it retracted, those of
    the version that it ended.
    """

    name: str
    how: How
    cells: Mapping[str, str]

    @property
    def kind(self) -> str:
        """The kind of the fact."""
        return self.name.partition(":")[0]


@dataclass(frozen=True, slots=True)
class PlaceChange:
    """A change that touched facts about a place: which, in the order of the record."""

    change: RecordChange
    facts: tuple[TouchedFact, ...]
