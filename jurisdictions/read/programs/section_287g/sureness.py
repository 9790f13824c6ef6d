"""What only this program knows of its facts: whose an agreement is, and what it is known from."""

from __future__ import annotations

from collections.abc import Mapping

from jurisdictions.models import Agency, AgencyAgreement
from jurisdictions.read.sureness.vouched import Told
from jurisdictions.status.kinds import FactKind
from jurisdictions.status.programs.section_287g.sureness import LOCAL, STATES
from jurisdictions.status.programs.section_287g.vocabulary import AgencyReach


def told(slug: str, last_change: int) -> Mapping[str, Told]:
    """Every agreement by name. Two queries."""
    reach = dict(Agency.objects.after_change(last_change).values_list("agency", "reach"))
    rows = AgencyAgreement.objects.after_change(last_change).filter(fact__program__slug=slug)
    kind = FactKind.AGENCY_AGREEMENT.value
    return {
        f"{kind}:{key}": Told(STATES if reach.get(agency) == AgencyReach.STATE else LOCAL, basis)
        for key, agency, basis in rows.values_list("fact__key", "agency", "basis")
    }
