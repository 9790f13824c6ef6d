"""Which kinds of facts a file may hold."""

from __future__ import annotations

from jurisdictions.status.kinds import kinds_in

ORDER = (
    *("opt_out", "local_measure", "activation", "agreement"),
    *("agency_agreement", "application", "agency", "state_law", "list"),
    *("policy_event", "reported_figure", "explanation", "source", "jurisdiction"),
)
"""The kinds of facts, those that come in files most often first."""


def kinds_offered(program: str) -> tuple[str, ...]:
    """The kinds of facts that files of a program may hold, in order."""
    return tuple(kind for kind in ORDER if kind in kinds_in(program))
