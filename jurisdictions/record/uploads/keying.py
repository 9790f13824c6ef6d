"""Keys of rows that have none: made as the form makes them, never for what is on record already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jurisdictions.models import LocalMeasure, Program, Wish
from jurisdictions.models.keys import keys_taken
from jurisdictions.record.columns import Kind
from jurisdictions.record.faults import Fault
from jurisdictions.record.key_of import key_of
from jurisdictions.record.keys import PlaceNamed
from jurisdictions.record.uploads.agencies import AgencyNames
from jurisdictions.record.uploads.columns import MADE_FROM
from jurisdictions.record.uploads.threads import Threads
from jurisdictions.status.kinds import FactKind

GEOID = "geoid"
Measure = tuple[str, str, str, str]
PLAIN = frozenset(
    {FactKind.AGENCY_AGREEMENT, FactKind.APPLICATION, FactKind.STATE_LAW, FactKind.LIST}
)
"""Kinds whose keys say all that tells two of them apart."""


def _none(beginning: str) -> tuple[str, ...]:
    del beginning
    return ()


@dataclass
class Keying:
    """Makes keys for the rows of a file; `made` are those of this file."""

    program: Program
    places: Mapping[str, PlaceNamed]
    made: set[str] = field(default_factory=set)
    agencies: AgencyNames = field(default_factory=AgencyNames)
    threads: Threads = field(init=False)
    _taken: dict[str, frozenset[str]] = field(default_factory=dict)
    _standing: dict[Measure, str] | None = None
    _waiting: dict[Measure, str] = field(default_factory=dict)
    _rows: dict[Measure, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.threads = Threads(self.program, self.places)

    def give(self, kind: Kind, cells: dict[str, str], row: int) -> list[Fault]:
        """Put a key into the cells of a row that has none; a fault when its fact is on record."""
        column = kind.keyed_by[0]
        needed = MADE_FROM.get(kind.kind.value)
        whole = needed is not None and all(cells.get(name) for name in needed)
        if kind.in_steps or cells.get(column) or not whole:
            return []
        if kind.kind is FactKind.AGENCY_AGREEMENT and not (
            cells.get("signed_on") or cells.get("listed_from")
        ):
            said = _("may not be blank where listed_from is blank too")
            return [Fault("", row, "signed_on", "", said)]
        if known := self._on_record(kind, cells):
            said = _("seems to be on record as %(fact)s: write its key to correct it")
            return [Fault("", row, column, "", said % {"fact": known})]
        if kind.kind is FactKind.LOCAL_MEASURE:
            if (first := self._rows.setdefault(measure_of(cells), row)) != row:
                said = _("is the same fact as row %(row)d") % {"row": first}
                return [Fault("", row, column, "", said)]
            if waiting := self._waiting.get(measure_of(cells)):
                # As it is called in its proposal: what says the same is told from what does not.
                cells[column] = waiting
                return []
        key = self._made(kind, cells)
        self.made.add(key)
        cells[column] = key
        return []

    def know(self, taken: Iterable[tuple[str, ...]], measures: Mapping[Measure, int]) -> None:
        """Take note of the facts of rows that are not read now, and of their measures."""
        self.made |= (keys := {name.partition(":")[2] for name, *_more in taken})
        self.threads.know(keys)
        self._rows |= measures

    def said(self) -> list[str]:
        """How many keys were made, in words."""
        ordered = self.threads.said()
        if not self.made:
            return ordered
        told = ngettext(
            "%(count)d row had no key: one was made for it, as the form makes them",
            "%(count)d rows had no key: one was made for each, as the form makes them",
            len(self.made),
        )
        return [told % {"count": len(self.made)}, *ordered]

    def _made(self, kind: Kind, cells: Mapping[str, str]) -> str:
        name = kind.kind.value
        keys = self._keys(name)

        def taken(beginning: str) -> set[str]:
            return {key for key in (*keys, *self.made) if key.startswith(beginning)}

        return key_of(name, self.places.get(cells.get(GEOID, "")), cells, taken)

    def _on_record(self, kind: Kind, cells: Mapping[str, str]) -> str:
        """The public name of what seems to be the same and stands already; "" for none."""
        if kind.kind is FactKind.LOCAL_MEASURE:
            return self._measure_on_record(cells)
        if kind.kind is FactKind.AGENCY:
            key = self.agencies.on_record(cells["name"], cells[GEOID])
            return f"{kind.kind.value}:{key}" if key else ""
        if kind.kind in PLAIN:
            # Another of the same agency, model and day is a second one; a file says it once.
            key = key_of(kind.kind.value, self.places.get(cells.get(GEOID, "")), cells, _none)
            return f"{kind.kind.value}:{key}" if key in self._keys(kind.kind.value) else ""
        return ""

    def _keys(self, kind: str) -> frozenset[str]:
        if kind not in self._taken:
            self._taken[kind] = keys_taken(self.program.slug, kind, "")
        return self._taken[kind]

    def _measure_on_record(self, cells: Mapping[str, str]) -> str:
        """The measure of the same place, kind, day and actor that stands already; "" for none."""
        if self._standing is None:
            current = LocalMeasure.objects.current().filter(fact__program=self.program)
            self._standing = {
                (one.geoid, one.kind, str(one.on or ""), one.place): one.fact.name
                for one in current.select_related("fact")
            }
            new = Wish.objects.recording(self.program.pk, FactKind.LOCAL_MEASURE)
            self._waiting = {measure_of(one.cells): one.cells["measure"] for one in new}
        return self._standing.get(measure_of(cells), "")


def measure_of(cells: Mapping[str, str]) -> Measure:
    """What two records of one measure share: place, kind, day and who acted."""
    geoid, kind, on, place = (cells.get(name, "") for name in (GEOID, "kind", "on", "place"))
    return geoid, kind, on, place
