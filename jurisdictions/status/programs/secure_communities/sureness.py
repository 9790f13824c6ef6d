"""Which facts decide each status, and what a fact's own words say of what it rests on."""

from __future__ import annotations

from collections.abc import Mapping

from jurisdictions.status.programs.secure_communities.vocabulary import (
    AgreementBasis,
    DateBasis,
    Status,
)
from jurisdictions.status.sureness import Basis

ACTS = frozenset({"policy_event"})
NONE = frozenset[str]()
DECIDES: Mapping[Status, frozenset[str]] = {
    Status.NOT_BEGUN: ACTS,
    Status.PROGRAM_ENDED: ACTS,
    Status.DOES_NOT_EXIST: NONE,
    Status.NOT_ACTIVATED: NONE,
    Status.OPTED_OUT: frozenset({"opt_out"}),
    Status.OPT_OUT_SOUGHT: frozenset({"opt_out"}),
    Status.ACTIVE_OVER_OBJECTION: frozenset({"activation", "opt_out"}),
    Status.ACTIVE_OPT_OUT_PENDING: frozenset({"activation", "opt_out"}),
    Status.ACTIVE_UNDER_AGREEMENT: frozenset({"activation", "agreement"}),
    Status.ACTIVE_AGREEMENT_NOT_DOCUMENTED: frozenset({"activation"}),
    Status.ACTIVE_WITHOUT_AGREEMENT: frozenset({"activation", "agreement"}),
}
"""The kinds of fact that decide it."""
MEANS: Mapping[str, Basis] = {DateBasis.REPORTED_BY: Basis.LIST_ONLY}
BY = frozenset({AgreementBasis.IN_FORCE_BY.value, DateBasis.REPORTED_BY.value})
"""Words that say that a day is only the last by which it was so."""
