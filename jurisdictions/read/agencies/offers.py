"""What ICE offered when an agreement was signed, for the models that came and went."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from jurisdictions.read.agencies.rows import AgreementRow
from jurisdictions.read.records import policy_events
from jurisdictions.read.rows import AsOf
from jurisdictions.read.stood import Doing, Rules
from jurisdictions.status.kinds import FactKind


def with_offers(as_of: AsOf, rows: Iterable[AgreementRow]) -> tuple[AgreementRow, ...]:
    """The agreements, each with what stood when it was signed, as known when asked.

    Two queries for an edition, then none.
    """
    rules = Rules(as_of.program.slug, policy_events(as_of))
    kind = FactKind.AGENCY_AGREEMENT.value
    return tuple(
        replace(row, stood=rules.at(Doing(kind, row.own.model, "", row.own.signed_on)))
        for row in rows
    )
