"""The agencies that the rows of an upload name: by key, or by a name on record in their state."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from jurisdictions.models import Agency
from jurisdictions.models.folding import fold
from jurisdictions.record.cells import near
from jurisdictions.record.columns import Kind
from jurisdictions.record.faults import Fault
from jurisdictions.status.kinds import OF_AGENCIES
from jurisdictions.status.successions import BAR

AGENCY, GEOID = "agency", "geoid"


@dataclass
class AgencyNames:
    """Finds the agency of each row, and its state, which a row need not say. One query."""

    _states: dict[str, str] = field(default_factory=dict)
    _named: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def put(self, kind: Kind, cells: dict[str, str], row: int) -> list[Fault]:
        """Put a key in the place of a name, and the state beside it; what is wrong instead."""
        written = cells.get(AGENCY, "")
        if kind.kind not in OF_AGENCIES or not written:
            return []
        self._load()
        if written not in self._states:
            found = self._of(written, cells.get(GEOID, ""))
            if len(found) != 1:
                return [Fault("", row, AGENCY, written, self._not_one(written, found))]
            cells[AGENCY] = found[0]
        if state := self._states.get(cells[AGENCY]):
            cells.setdefault(GEOID, state)
        return []

    def on_record(self, name: str, state: str) -> str:
        """An agency of this name in the state; "" for none."""
        self._load()
        return next(iter(self._of(name, state)), "")

    def _not_one(self, written: str, found: list[str]) -> str:
        if found:
            said = _("may be one of several agencies: choose one, %(agencies)s")
            return said % {"agencies": ", ".join(found)}
        return _("is no agency on record") + near(written, self._states)

    def _of(self, name: str, state: str) -> list[str]:
        keys = self._named.get(fold(name), set())
        return sorted(key for key in keys if not state or self._states[key] == state)

    def _load(self) -> None:
        if self._states:
            return
        told = Agency.objects.current().values_list("agency", "geoid", "name", "aliases")
        for key, state, name, aliases in told:
            self._states[key] = state
            for called in (name, *aliases.split(BAR)):
                if called:
                    self._named[fold(called)].add(key)
