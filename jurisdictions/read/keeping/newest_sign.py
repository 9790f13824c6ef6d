"""The latest moment that the tracker wrote down itself."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Max

from jurisdictions.models import Change, Job


def newest_sign() -> datetime | None:
    """When the record was last changed or work was last asked for; None of an empty tracker."""
    changed = Change.objects.aggregate(latest=Max("made_at"))["latest"]
    asked = Job.objects.aggregate(latest=Max("asked_at"))["latest"]
    return max((one for one in (changed, asked) if one is not None), default=None)
