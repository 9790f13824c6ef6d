"""Changes of the record: who made them, when and why, and on which proposal."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max

from jurisdictions.models import Change
from jurisdictions.models.standing import in_parts


@dataclass(frozen=True, slots=True)
class RecordChange:
    """A change. `proposal` is the number of the one that was accepted, `decided_by` who did that.

    `edited`: the reviewer changed the wishes before accepting them. `region` and `author_id` are
    the proposal's: they tell who may read it. `own_review`: its author decided.
    """

    change_id: int
    made_at: datetime
    made_by: str
    reason: str
    proposal: int | None = None
    title: str = ""
    decided_by: str = ""
    edited: bool = False
    region: str = ""
    author_id: int = 0
    own_review: bool = False


def record_changes(ids: Collection[int]) -> Mapping[int, RecordChange]:
    """Changes by their numbers. One query for every 500."""
    return {
        change.pk: _told(change)
        for part in in_parts(sorted(set(ids)))
        for change in Change.objects.filter(pk__in=part).select_related("proposal__decided_by")
    }


def latest_change() -> int:
    """The number of the latest change of the record; 0 when there is none."""
    return Change.objects.aggregate(latest=Max("pk"))["latest"] or 0


def _told(change: Change) -> RecordChange:
    made = change.made_at, change.made_by, change.reason
    proposal = getattr(change, "proposal", None)
    if proposal is None:
        return RecordChange(change.pk, *made)
    return RecordChange(
        change.pk,
        *made,
        proposal.pk,
        proposal.title,
        str(proposal.decided_by),
        proposal.edited,
        proposal.geoid,
        proposal.made_by_id,
        proposal.own_review,
    )
