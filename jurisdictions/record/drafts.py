"""Drafts: what somebody wrote into a form of the desk and has not sent; nobody else sees it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from jurisdictions.models import Draft

MOST_DRAFTS = 50
"""Of one person; the oldest makes way."""
MOST_CHARACTERS = 300_000
LONGEST_PATH = 500


@transaction.atomic
def keep_draft(
    *, person: int, path: str, fields: Sequence[tuple[str, str]], at: datetime
) -> int | None:
    """Keep what was written into the form at a path, in place of what was kept of it before.

    Answers the draft's id; None for more than a form of ours can hold.
    """
    size = sum(len(name) + len(text) for name, text in fields)
    if size > MOST_CHARACTERS or len(path) > LONGEST_PATH:
        return None
    kept, _made = Draft.objects.update_or_create(
        person_id=person,
        path=path,
        defaults={"fields": [list(pair) for pair in fields], "kept_at": at},
    )
    own = Draft.objects.filter(person_id=person).order_by("-kept_at", "-pk")
    Draft.objects.filter(pk__in=[one.pk for one in own[MOST_DRAFTS:]]).delete()
    return kept.pk


def forget_draft_at(*, person: int, path: str) -> bool:
    """The form at a path was sent: nothing is kept of it; whether there was anything."""
    mine = Draft.objects.filter(person_id=person, path=path)
    # Looked at first: mostly there is nothing to delete, and then nobody is kept waiting.
    return mine.exists() and bool(mine.delete()[0])


def delete_draft(*, person: int, draft: int) -> bool:
    """Delete a draft of one's own; whether there was one."""
    return bool(Draft.objects.filter(person_id=person, pk=draft).delete()[0])


def sweep_drafts(*, at: datetime) -> int:
    """Delete drafts that grew too old; answers how many there were."""
    old = Draft.objects.filter(kept_at__lt=at - timedelta(days=settings.DRAFTS_DAYS))
    return old.delete()[0] if old.exists() else 0
