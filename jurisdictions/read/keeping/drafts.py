"""The drafts of a person: forms that were begun and not sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings

from jurisdictions.models import Draft


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A draft: `path` is where its form is sent, without a language."""

    draft_id: int
    path: str
    fields: tuple[tuple[str, str], ...]
    kept_at: datetime
    until: datetime


def drafts_of(person: int) -> tuple[DraftRow, ...]:
    """Every draft of a person, the latest first. One query."""
    return tuple(_row(one) for one in Draft.objects.filter(person_id=person))


def draft_row(draft: int, person: int) -> DraftRow | None:
    """A draft of the person's own."""
    found = Draft.objects.filter(pk=draft, person_id=person).first()
    return _row(found) if found else None


def draft_at(path: str, person: int) -> DraftRow | None:
    """What a person began to write into the form at a path."""
    found = Draft.objects.filter(path=path, person_id=person).first()
    return _row(found) if found else None


def _row(draft: Draft) -> DraftRow:
    fields = tuple((str(name), str(text)) for name, text in draft.fields)
    until = draft.kept_at + timedelta(days=settings.DRAFTS_DAYS)
    return DraftRow(draft.pk, draft.path, fields, draft.kept_at, until)
