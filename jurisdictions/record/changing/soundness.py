"""What a change may not leave behind: what refers to nothing, steps that are out of order."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from jurisdictions.models import Citation, Jurisdiction, Source
from jurisdictions.models.base import FactVersion
from jurisdictions.models.standing import MODELS, in_parts
from jurisdictions.record.changing.order import out_of_order
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.status.kinds import PLACED, FactKind

PLACES = {kind: "parent" if kind == FactKind.JURISDICTION else "geoid" for kind in PLACED}
"""For each kind of fact about a place, the field that names it."""
SHOWN = 20
"""Faults told: a place may have thousands of facts."""


def refuse_unsound(change: int) -> None:
    """Raise Refused for what the record may not hold, whatever way it came to be.

    A change may not take away what others refer to, refer to nothing, or put a step where it
    surely did not come.
    """
    faults = [*_about_nowhere(change), *_from_nowhere(change), *out_of_order(change)]
    if faults:
        raise Refused(faults[:SHOWN])


def _about_nowhere(change: int) -> Iterator[Fault]:
    """Facts about places that are not on record once the change is made."""
    gone = _gone(Jurisdiction, change)
    for kind, column in PLACES.items():
        places = Jurisdiction.objects.current().filter(geoid=OuterRef(column))
        standing = MODELS[kind]._default_manager.filter(superseded_at=None)
        lost = standing.filter(~Exists(places)).exclude(**{column: ""})
        touched = [lost.filter(change_id=change)]
        touched += [lost.filter(**{f"{column}__in": part}) for part in in_parts(gone)]
        for found in touched:
            for place, key in found.values_list(column, "fact__key")[:SHOWN]:
                yield _fault("jurisdictions.csv", f"jurisdiction:{place}", f"{kind}:{key}")


def _from_nowhere(change: int) -> Iterator[Fault]:
    """Citations of sources that are not on record once the change is made."""
    standing = Source.objects.current().filter(fact_id=OuterRef("source_id"))
    cited = Citation.objects.current().filter(~Exists(standing))
    touched = [cited.filter(change_id=change)]
    touched += [cited.filter(source__key__in=part) for part in in_parts(_gone(Source, change))]
    for found in touched:
        named = found.values_list("source__key", "fact__kind", "fact__key")
        for source, kind, key in named[:SHOWN]:
            yield _fault("sources.csv", f"source:{source}", f"{kind}:{key}")


def _gone(model: type[FactVersion], change: int) -> list[str]:
    """The keys of facts whose version the change ended without another."""
    again = model._default_manager.filter(superseded_at=None, fact_id=OuterRef("fact_id"))
    ended = model._default_manager.filter(~Exists(again), ended_by_id=change)
    return list(ended.values_list("fact__key", flat=True))


def _fault(file: str, name: str, by: str) -> Fault:
    return Fault(file, 0, "", name, _("is needed by %(fact)s") % {"fact": by})
