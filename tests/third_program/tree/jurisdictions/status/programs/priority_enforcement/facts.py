"""The facts that the rule reads."""

from __future__ import annotations

from dataclasses import dataclass

from jurisdictions.status.dates import PartialDate
from jurisdictions.status.programs.priority_enforcement.vocabulary import Effect


@dataclass(frozen=True, slots=True)
class PolicyEvent:
    """A federal act and what it did."""

    name: str
    on: PartialDate | None
    effect: Effect
    disclosed_on: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a place sees: what the nation sees."""

    policy_events: tuple[PolicyEvent, ...] = ()
