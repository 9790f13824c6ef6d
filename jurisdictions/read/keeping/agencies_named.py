"""Agencies and their agreements as the record has them now or had them last, for cells of keys."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from jurisdictions.models import Agency, AgencyAgreement


def agencies_named(keys: Iterable[str]) -> Mapping[str, str]:
    """The latest name of each agency, on record or retracted. One query, none for no keys."""
    wanted = set(keys)
    if not wanted:
        return {}
    return dict(
        Agency.objects.filter(agency__in=wanted).order_by("pk").values_list("agency", "name")
    )


def agreements_named(keys: Iterable[str]) -> Mapping[str, Mapping[str, str]]:
    """The latest model and first day of each agreement, as cells. One query, none for no keys."""
    wanted = set(keys)
    if not wanted:
        return {}
    return {
        row.agreement: {"model": row.model, "signed_on": str(row.signed_on or "")}
        for row in AgencyAgreement.objects.filter(agreement__in=wanted).order_by("pk")
    }
