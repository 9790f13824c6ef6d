"""Rows of the program's facts -> what its places see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jurisdictions.models import PolicyEvent
from jurisdictions.publish.reach import state_and_counties
from jurisdictions.publish.rows import Rows
from jurisdictions.status.programs.priority_enforcement import facts
from jurisdictions.status.programs.priority_enforcement.vocabulary import Effect

reach = state_and_counties


@dataclass(frozen=True, slots=True)
class Loaded:
    """The facts of the program after a change."""

    parents: Mapping[str, str]
    national: facts.Facts

    def seen(self, geoid: str) -> facts.Facts:
        """Every place sees the same."""
        del geoid
        return self.national


def load(rows: Rows) -> Loaded:
    """The facts as of a change."""
    fields = "event", "on", "effect", "disclosed_on"
    events = tuple(
        facts.PolicyEvent(f"policy_event:{event}", on, Effect(effect), disclosed)
        for event, on, effect, disclosed in rows.of(PolicyEvent, *fields)
    )
    return Loaded(rows.parents(), facts.Facts(events))
