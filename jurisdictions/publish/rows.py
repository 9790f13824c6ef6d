"""The versions of a program's facts as they stood after a change, about some places."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from jurisdictions.models import Jurisdiction
from jurisdictions.models.base import FactVersion
from jurisdictions.models.lying_in import lying_in
from jurisdictions.models.standing import KIND_OF
from jurisdictions.status.facts import Life
from jurisdictions.status.geoids import NATION
from jurisdictions.status.kinds import KINDS_OF_FACT


@dataclass(frozen=True)
class Rows:
    """Rows of a program's facts after a change; `states` None means every place."""

    program_id: int
    last_change: int
    states: Collection[str] | None = None

    def of(self, model: type[FactVersion], *fields: str) -> Iterable[tuple[Any, ...]]:
        """Some fields of every version of a kind, in the order of its file. One query."""
        about = KINDS_OF_FACT[KIND_OF[model]]
        versions = model._default_manager.after_change(self.last_change).order_by("fact_id")
        if not about.shared:
            versions = versions.filter(fact__program_id=self.program_id)
        if about.placed and self.states is not None:
            versions = versions.filter(lying_in(self.states))
        return versions.values_list(*fields)

    @cached_property
    def _places(self) -> list[tuple[Any, ...]]:
        return list(self.of(Jurisdiction, "geoid", "parent", "valid_from", "valid_to"))

    def parents(self) -> dict[str, str]:
        """Every place but the nation, with its state or ""; states before what lies in them."""
        pairs = [(str(geoid), str(parent)) for geoid, parent, *_ in self._places if geoid != NATION]
        return dict(sorted(pairs, key=lambda pair: (len(pair[0]), pair[0])))

    def lives(self) -> dict[str, Life]:
        """The lives of the places that did not exist always."""
        return {geoid: Life(a, b) for geoid, _parent, a, b in self._places if a or b}
