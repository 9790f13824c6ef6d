"""What of the program's facts was public on a day."""

from __future__ import annotations

from datetime import date

from jurisdictions.status.disclosure import known
from jurisdictions.status.programs.priority_enforcement.facts import Facts


def known_facts(facts: Facts, known_on: date) -> Facts:
    """The facts that were public on `known_on`."""
    return Facts(known(facts.policy_events, known_on))
