"""Sessions: ended everywhere at once, or swept when they have run out."""

from __future__ import annotations

from datetime import datetime

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction

AT_ONCE = 500
"""The most sessions that one sweep deletes: within SQLite's limit on parameters."""


def sign_out_everywhere(account_id: int | None) -> None:
    """End every session of an account."""
    for session in UserSession.objects.filter(user_id=account_id):
        session.end()


def sweep_sessions(*, at: datetime) -> int:
    """Delete sessions that ran out, and what they are listed by; answers how many there were."""
    over = Session.objects.filter(expire_date__lt=at).values_list("session_key", flat=True)
    # Looked at first: mostly there is nothing to delete, and then nobody is kept waiting.
    if not (keys := list(over[:AT_ONCE])):
        return 0
    with transaction.atomic():
        UserSession.objects.filter(session_key__in=keys).delete()
        Session.objects.filter(session_key__in=keys).delete()
    return len(keys)
