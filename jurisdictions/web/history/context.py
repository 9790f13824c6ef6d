"""What the pages of history show, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from jurisdictions.read.keeping.history_rows import (
    Dispute,
    FactHistory,
    FactVersionRow,
    How,
    PlaceChange,
    TouchedFact,
)
from jurisdictions.read.keeping.record_changes import RecordChange
from jurisdictions.read.places import places_of
from jurisdictions.read.rows import AsOf, PlaceRow
from jurisdictions.render.words.cell_changes import (
    CellChange,
    cell_changes,
    contradiction_told,
    contradictions_compared,
)
from jurisdictions.render.words.fact_titles import fact_title, kind_text

AGREEMENT = "agency_agreement"
DISPUTE = ("field", "recorded", "said", "source", "locator")


@dataclass(frozen=True, slots=True)
class DisputeShown:
    """A contradiction that began, ended, or was put another way; `plain` when it began."""

    told: str
    cells: list[CellChange]
    plain: bool = False


@dataclass(frozen=True, slots=True)
class VersionShown:
    """A fact after a change: what became of it, and how it differs from the version before."""

    row: FactVersionRow
    how: str
    cells: list[CellChange]
    disputes: list[DisputeShown]
    latest: bool

    @property
    def change(self) -> RecordChange:
        """The change that made it so."""
        return self.row.change


@dataclass(frozen=True, slots=True)
class Touched:
    """A fact that a change touched."""

    name: str
    title: str
    how: str


@dataclass(frozen=True, slots=True)
class ChangeShown:
    """A change, and the facts of the place that it touched."""

    change: RecordChange
    facts: list[Touched]


def fact_history_context(as_of: AsOf, found: FactHistory) -> dict[str, object]:
    """Everything that history/fact.html reads."""
    titles = {
        **{key: source.title for key, source in found.sources.items()},
        **found.agencies,
        **{key: fact_title(AGREEMENT, cells) for key, cells in found.agreements.items()},
    }
    last = next((one.cells for one in found.versions if one.cells), {})
    return {
        "history": found,
        "title": fact_title(found.kind, last),
        "kind": kind_text(found.kind),
        "place": places_of(as_of).get(found.geoid),
        "versions": list(_versions(found, titles, as_of.language)),
        "disputes": found.versions[0].contradictions if found.versions else (),
    }


def place_history_context(place: PlaceRow, changes: Sequence[PlaceChange]) -> dict[str, object]:
    """Everything that history/place.html reads."""
    return {
        "place": place,
        "changes": [
            ChangeShown(one.change, [_touched(fact) for fact in one.facts]) for one in changes
        ],
    }


def how_text(how: How) -> str:
    """What became of a fact."""
    return {
        How.RECORDED: _("Recorded"),
        How.CORRECTED: _("Corrected"),
        How.MOVED: _("Moved in its thread"),
        How.DISPUTED: _("Another source weighed"),
        How.RETRACTED: _("Retracted"),
    }[how]


def _versions(
    found: FactHistory, titles: Mapping[str, str], language: str
) -> Iterator[VersionShown]:
    for row in found.versions:
        before = {one.column: one.before for one in row.differences}
        after = {one.column: one.after for one in row.differences}
        changes = cell_changes(found.kind, before, after, titles, before)
        yield VersionShown(
            row,
            how_text(row.how),
            [cell for cell in changes if not cell.same],
            list(_disputes(found.kind, row, titles, language)),
            row is found.versions[0],
        )


def _disputes(
    kind: str, row: FactVersionRow, titles: Mapping[str, str], language: str
) -> Iterator[DisputeShown]:
    begun = {(one.field, one.source): _dispute(kind, one, titles, language) for one in row.disputed}
    ended = {(o.field, o.source): _dispute(kind, o, titles, language) for o in row.undisputed}
    for key, cells in begun.items():
        if key in ended:
            compared = contradictions_compared(ended[key], cells)
            yield DisputeShown(_("Of a source that says otherwise:"), compared)
        else:
            yield DisputeShown(_("Another source says otherwise."), cells, plain=True)
    for key, cells in ended.items():
        if key not in begun:
            gone = contradictions_compared(cells, [])
            yield DisputeShown(_("No longer said otherwise:"), gone)


def _dispute(kind: str, one: Dispute, titles: Mapping[str, str], language: str) -> list[CellChange]:
    """A contradiction, its texts in the reader's language."""
    spanish = language == "es"
    note = one.note_es if spanish and one.note_es else one.note
    stands = one.adjudication_es if spanish and one.adjudication_es else one.adjudication
    wished = {name: getattr(one, name) for name in DISPUTE}
    return contradiction_told(kind, {}, {**wished, "note": note, "adjudication": stands}, titles)


def _touched(fact: TouchedFact) -> Touched:
    """A fact in one line, as the change wrote it: later changes have lines of their own."""
    return Touched(fact.name, fact_title(fact.kind, fact.cells), how_text(fact.how))
