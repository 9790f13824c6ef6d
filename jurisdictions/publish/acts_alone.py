"""The rows of a program that tells of federal acts alone -> what its places see."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from jurisdictions.models import PolicyEvent
from jurisdictions.publish.reach import state_and_counties
from jurisdictions.publish.rows import Rows
from jurisdictions.status.acts_alone import Facts
from jurisdictions.status.acts_alone import PolicyEvent as Act
from jurisdictions.status.programs import effects_of


@dataclass(frozen=True, slots=True)
class LoadedActs:
    """The facts of the program after a change."""

    parents: Mapping[str, str]
    national: Facts

    def seen(self, geoid: str) -> Facts:
        """Every place sees the same."""
        del geoid
        return self.national


@dataclass(frozen=True, slots=True)
class ActsAlone:
    """How such a program is published: what others say in a module of their own."""

    slug: str

    def load(self, rows: Rows) -> LoadedActs:
        """The facts as of a change."""
        effects = effects_of(self.slug)
        fields = "event", "on", "effect", "disclosed_on"
        acts = tuple(
            Act(f"policy_event:{event}", on, effects(effect), disclosed)
            for event, on, effect, disclosed in rows.of(PolicyEvent, *fields)
        )
        return LoadedActs(rows.parents(), Facts(acts))

    def reach(self, touched: Collection[str], places: Collection[str]) -> set[str]:
        """A place touches itself, its state or its counties; an act touches all."""
        return state_and_counties(touched, places)
