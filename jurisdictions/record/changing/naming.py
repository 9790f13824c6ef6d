"""Facts that name other facts by their keys: agencies, agreements, sources of ends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from jurisdictions.models import Agency, AgencyAgreement, Application, Jurisdiction, Source
from jurisdictions.models.base import FactVersion
from jurisdictions.models.standing import KIND_OF, in_parts
from jurisdictions.record.faults import Fault
from jurisdictions.status.kinds import KINDS_OF_FACT


class Naming(NamedTuple):
    """A column of a kind that names another fact by its key.

    `same` are the columns in which both must agree. `ours`: both are of one program.
    """

    by: type[FactVersion]
    column: str
    named: type[FactVersion]
    key: str
    same: tuple[str, ...] = ()
    ours: bool = False


NAMINGS = (
    Naming(AgencyAgreement, "agency", Agency, "agency", same=("geoid",)),
    Naming(Application, "agency", Agency, "agency", same=("geoid",)),
    Naming(AgencyAgreement, "superseded_by", AgencyAgreement, "agreement", ours=True),
    Naming(Application, "agreement", AgencyAgreement, "agreement", ours=True),
    Naming(AgencyAgreement, "ending_source", Source, "key"),
    Naming(Jurisdiction, "validity_source", Source, "key"),
)
SHOWN = 20
"""Faults told: an agency may have many agreements."""


def of_nobody(change: int) -> Iterator[Fault]:
    """What names a fact that is not on record once the change is made, or is another now."""
    for naming in NAMINGS:
        lost = _lost(naming)
        touched = [lost.filter(change_id=change)]
        ended = naming.named._default_manager.filter(ended_by_id=change)
        keys = list(ended.values_list(naming.key, flat=True).distinct())
        touched += [lost.filter(**{f"{naming.column}__in": part}) for part in in_parts(keys)]
        for found in touched:
            for key, name in found.values_list(naming.column, "fact__key")[:SHOWN]:
                kind = KIND_OF[naming.named]
                by = f"{KIND_OF[naming.by]}:{name}"
                yield needed(KINDS_OF_FACT[kind].file, f"{kind}:{key}", by)


def _lost(naming: Naming) -> Any:
    """Facts that stand and name none that stands."""
    agreeing: dict[str, Any] = {column: OuterRef(column) for column in naming.same}
    if naming.ours:
        agreeing["fact__program"] = OuterRef("fact__program")
    named = naming.named._default_manager.filter(
        superseded_at=None, **{naming.key: OuterRef(naming.column)}, **agreeing
    )
    standing = naming.by._default_manager.filter(~Exists(named), superseded_at=None)
    return standing.exclude(**{naming.column: ""})


def gone(model: type[FactVersion], change: int) -> list[str]:
    """The keys of facts whose version the change ended without another."""
    again = model._default_manager.filter(superseded_at=None, fact_id=OuterRef("fact_id"))
    ended = model._default_manager.filter(~Exists(again), ended_by_id=change)
    return list(ended.values_list("fact__key", flat=True))


def needed(file: str, name: str, by: str) -> Fault:
    """That a fact is needed as it was, by another that names it."""
    return Fault(file, 0, "", name, _("is needed by %(fact)s") % {"fact": by})
