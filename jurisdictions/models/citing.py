"""Which sources a program rests on: they belong to all programs, and not all of them cite each."""

from __future__ import annotations

from django.db.models import Q

from jurisdictions.models.agency_agreement import AgencyAgreement
from jurisdictions.models.base import VersionQuerySet
from jurisdictions.models.jurisdiction import Jurisdiction
from jurisdictions.models.source import Citation
from jurisdictions.status.kinds import SHARED, kinds_in


def of_program(program: str) -> Q:
    """Citations of a program's own facts, and of the shared facts that it tells of."""
    shared = [kind for kind in kinds_in(program) if kind in SHARED]
    return Q(fact__program__slug=program) | Q(fact__program=None, fact__kind__in=shared)


def cited_elsewhere(citations: VersionQuerySet[Citation], program: str) -> frozenset[str]:
    """The keys of the sources that facts of other programs cite and none of this one's.

    Five queries. A source that nobody cites is every program's, and one that a place names.
    """
    ends = AgencyAgreement.objects.exclude(ending_source="")
    dated = Jurisdiction.objects.exclude(validity_source="")
    others = ends.exclude(fact__program__slug=program)
    own = {
        *citations.filter(of_program(program)).values_list("source__key", flat=True).distinct(),
        *ends.filter(fact__program__slug=program).values_list("ending_source", flat=True),
        *dated.values_list("validity_source", flat=True).distinct(),
    }
    elsewhere = {
        *citations.exclude(of_program(program)).values_list("source__key", flat=True).distinct(),
        *others.values_list("ending_source", flat=True).distinct(),
    }
    return frozenset(elsewhere - own)
