"""Which facts decide each status, and what an agreement's own words say of what it rests on."""

from __future__ import annotations

from collections.abc import Mapping

from jurisdictions.status.programs.section_287g.vocabulary import Basis as KnownFrom
from jurisdictions.status.programs.section_287g.vocabulary import Status
from jurisdictions.status.sureness import Basis

LOCAL, STATES = "local_agreement", "state_agreement"
"""Agreements of agencies that serve a county, or part of one; and of agencies of the state."""
_LOCAL = frozenset({LOCAL})
DECIDES: Mapping[Status, frozenset[str]] = {
    Status.NOT_AUTHORIZED: frozenset({"policy_event"}),
    Status.TASK_FORCE: _LOCAL,
    Status.JAIL_ENFORCEMENT: _LOCAL,
    Status.MODEL_NOT_RECORDED: _LOCAL,
    Status.WARRANT_SERVICE: _LOCAL,
    Status.STATE_TASK_FORCE: frozenset({STATES}),
    Status.APPLICATION_PENDING: frozenset({"application"}),
    Status.FORBIDDEN_BY_STATE: frozenset({"state_law"}),
    Status.ENDED: _LOCAL,
    Status.NONE_RECORDED: frozenset(),
}
"""The sorts of fact that decide it."""
MEANS: Mapping[str, Basis] = {
    KnownFrom.LIST: Basis.OFFICIAL_LIST,
    KnownFrom.DOCUMENT: Basis.DOCUMENT,
    KnownFrom.TEXT: Basis.DOCUMENT,
    KnownFrom.LISTED_ELSEWHERE: Basis.LIST_ONLY,
}
BY = frozenset[str]()
"""Words that say that a day is only the last by which it was so: its facts have none."""
