"""What a change may not leave behind: what refers to nothing, steps that are out of order."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Exists, OuterRef

from jurisdictions.models import Citation, Jurisdiction, Source
from jurisdictions.models.standing import MODELS, in_parts
from jurisdictions.record.changing.naming import gone, needed, of_nobody
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
    faults = [
        *_about_nowhere(change),
        *_from_nowhere(change),
        *of_nobody(change),
        *out_of_order(change),
    ]
    if faults:
        raise Refused(faults[:SHOWN])


def _about_nowhere(change: int) -> Iterator[Fault]:
    """Facts about places that are not on record once the change is made."""
    lost_places = gone(Jurisdiction, change)
    for kind, column in PLACES.items():
        places = Jurisdiction.objects.current().filter(geoid=OuterRef(column))
        standing = MODELS[kind]._default_manager.filter(superseded_at=None)
        lost = standing.filter(~Exists(places)).exclude(**{column: ""})
        touched = [lost.filter(change_id=change)]
        touched += [lost.filter(**{f"{column}__in": part}) for part in in_parts(lost_places)]
        for found in touched:
            for place, key in found.values_list(column, "fact__key")[:SHOWN]:
                yield needed("jurisdictions.csv", f"jurisdiction:{place}", f"{kind}:{key}")


def _from_nowhere(change: int) -> Iterator[Fault]:
    """Citations of sources that are not on record once the change is made."""
    standing = Source.objects.current().filter(fact_id=OuterRef("source_id"))
    cited = Citation.objects.current().filter(~Exists(standing))
    touched = [cited.filter(change_id=change)]
    touched += [cited.filter(source__key__in=part) for part in in_parts(gone(Source, change))]
    for found in touched:
        named = found.values_list("source__key", "fact__kind", "fact__key")
        for source, kind, key in named[:SHOWN]:
            yield needed("sources.csv", f"source:{source}", f"{kind}:{key}")
