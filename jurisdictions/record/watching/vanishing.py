"""An address at which there is nothing any more, on more than one look; and one that is back."""

from __future__ import annotations

from datetime import datetime, timedelta

from jurisdictions.models import Look, LookOutcome, Watch

CONFIRMED_AFTER = timedelta(hours=1)
"""How long after the first look that found nothing another one confirms it."""


def note_gone(watch: Watch, at: datetime) -> None:
    """A look found nothing there (404 or 410): the second one, some time later, confirms it."""
    watch.gone_since = watch.gone_since or at
    if watch.vanished_at is None and at - watch.gone_since >= CONFIRMED_AFTER:
        watch.vanished_at = at
        Look.objects.create(watch=watch, at=at, outcome=LookOutcome.VANISHED)


def note_there(watch: Watch, at: datetime) -> None:
    """A look found something there."""
    if watch.vanished_at:
        Look.objects.create(watch=watch, at=at, outcome=LookOutcome.RETURNED)
    watch.gone_since = watch.vanished_at = None
