"""Keys of rows that have none: made as the form makes them, never for what is on record already."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jurisdictions.models import LocalMeasure, Program
from jurisdictions.models.keys import keys_taken
from jurisdictions.record.columns import Kind
from jurisdictions.record.faults import Fault
from jurisdictions.record.keys import PlaceNamed, event_key, measure_key, source_key
from jurisdictions.record.kinds import POLICY_EVENT, SOURCES
from jurisdictions.record.programs.secure_communities.kinds import LOCAL_MEASURE
from jurisdictions.record.uploads.columns import MADE_FROM

GEOID = "geoid"


@dataclass
class Keying:
    """Makes keys for the rows of a file; `made` are those of this file."""

    program: Program
    places: Mapping[str, PlaceNamed]
    made: set[str] = field(default_factory=set)
    _taken: dict[str, frozenset[str]] = field(default_factory=dict)
    _standing: dict[tuple[str, str, str, str], str] | None = None

    def give(self, kind: Kind, cells: dict[str, str], row: int) -> list[Fault]:
        """Put a key into the cells of a row that has none; a fault when its fact is on record."""
        column = kind.keyed_by[0]
        needed = MADE_FROM.get(kind.kind.value)
        if needed is None or cells.get(column) or not all(cells.get(name) for name in needed):
            return []
        if kind is LOCAL_MEASURE and (known := self._on_record(cells)):
            said = _("seems to be on record as %(fact)s: write its key to correct it")
            return [Fault("", row, column, "", said % {"fact": known})]
        key = self._made(kind, cells)
        self.made.add(key)
        cells[column] = key
        return []

    def said(self) -> list[str]:
        """How many keys were made, in words."""
        if not self.made:
            return []
        told = ngettext(
            "%(count)d row had no key: one was made for it, as the form makes them",
            "%(count)d rows had no key: one was made for each, as the form makes them",
            len(self.made),
        )
        return [told % {"count": len(self.made)}]

    def _made(self, kind: Kind, cells: Mapping[str, str]) -> str:
        name = kind.kind.value
        if name not in self._taken:
            self._taken[name] = keys_taken(self.program.slug, name, "")

        def taken(beginning: str) -> set[str]:
            return {key for key in (*self._taken[name], *self.made) if key.startswith(beginning)}

        makers: Mapping[str, Callable[[], str]] = {
            LOCAL_MEASURE.kind.value: lambda: self._measure(cells, taken),
            POLICY_EVENT.kind.value: lambda: event_key(cells, taken),
            SOURCES.kind.value: lambda: source_key(cells, taken),
        }
        return makers[name]()

    def _measure(self, cells: Mapping[str, str], taken: Callable[[str], set[str]]) -> str:
        return measure_key(self.places[cells[GEOID]], cells, taken)

    def _on_record(self, cells: Mapping[str, str]) -> str:
        """The measure of the same place, kind, day and actor that stands already; "" for none."""
        if self._standing is None:
            current = LocalMeasure.objects.current().filter(fact__program=self.program)
            self._standing = {
                (one.geoid, one.kind, str(one.on or ""), one.place): one.fact.name
                for one in current.select_related("fact")
            }
        key = (cells[GEOID], cells["kind"], cells.get("on", ""), cells.get("place", ""))
        return self._standing.get(key, "")
