"""Since when something on record stands as it stands in an edition: most editions change little."""

from __future__ import annotations

from django.db.models import Max

from jurisdictions.models import Edition
from jurisdictions.models.base import Version
from jurisdictions.read.kept_once import kept_once


@kept_once(maxsize=64)
def unchanged_since(of: type[Version], last_change: int, stamp: str) -> tuple[int, str]:
    """The last change up to `last_change` that touched such versions, and whose edition told of it.

    The second is the stamp of the first edition after that change, as change numbers are not unique
    across databases. What is derived of such versions alone is kept by both: an edition that left
    them as they were then finds what an earlier one derived. Both arguments are given back where
    no edition has followed. Three queries, then none.
    """
    versions = of._default_manager.all()
    came = versions.filter(change_id__lte=last_change).aggregate(last=Max("change_id"))["last"]
    went = versions.filter(ended_by_id__lte=last_change).aggregate(last=Max("ended_by_id"))["last"]
    change = max(came or 0, went or 0)
    editions = Edition.objects.filter(last_change_id__gte=change, last_change_id__lte=last_change)
    first = editions.order_by("last_change_id", "pk").first()
    return (change, first.token.hex) if first else (last_change, stamp)
