"""Secure Communities: the nation on a day."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jurisdictions.read.programs.secure_communities.summary import summary_on
from jurisdictions.read.rows import AsOf
from jurisdictions.status.programs.secure_communities.vocabulary import Status

STANDING = (
    *("status", "activation", "agreement", "objection"),
    *("local_limits", "agreement_record"),
)


def nation(as_of: AsOf) -> dict[str, Any]:
    """Activations; `by_status` names every status, those that nobody has with 0."""
    summary = summary_on(as_of)
    return {
        "position": summary.position,
        "jurisdictions": {"total": summary.jurisdictions, "active": summary.active},
        "states": {"total": summary.states, "with_active": summary.states_with_active},
        "by_status": {status.value: summary.by_status.get(status, 0) for status in Status},
    }


def reach(as_of: AsOf) -> dict[str, Any]:
    """The program has ended: its record is whole."""
    del as_of
    return {}


def beside(as_of: AsOf) -> Callable[[str], dict[str, Any]]:
    """Spans tell all of a place."""
    del as_of
    return lambda _geoid: {}
