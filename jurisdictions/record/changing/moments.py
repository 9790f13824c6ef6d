"""The moment of a change: who makes it and when, one writer at a time; what became of each row."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from django.db.models import Max

from jurisdictions.models import Change, Program
from jurisdictions.record.public_words import tidy

TICK = timedelta(microseconds=1)
"""The least by which one change follows another."""
APART = timedelta(minutes=1)
"""Clocks of several machines that are further apart are worth a word in the log."""
log = logging.getLogger(__name__)


class Outcome(StrEnum):
    """What became of one row."""

    CREATED = "created"
    CORRECTED = "corrected"
    UNCHANGED = "unchanged"
    RETRACTED = "retracted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Moment:
    """The change that versions are written under, and when."""

    change: Change
    at: datetime


def lock_record() -> None:
    """Let one writer at a time decide on the record: all programs share places and sources.

    SQLite takes its one write lock when the transaction begins.
    """
    list(Program.objects.select_for_update().order_by("pk").values_list("pk", flat=True))


def open_change(*, by: str, reason: str, at: datetime, account_id: int | None = None) -> Moment:
    """A change, made at `at` or just after the latest change when clocks disagree.

    What was known when is asked of these moments: they never run backwards (decision 0123).
    """
    latest = Change.objects.aggregate(latest=Max("made_at"))["latest"]
    if latest is not None and at <= latest:
        if latest - at > APART:
            log.warning("The clock says %s, and the latest change was made at %s", at, latest)
        at = latest + TICK
    change = Change.objects.create(
        made_at=at, made_by=by, reason=tidy(reason), account_id=account_id
    )
    return Moment(change, at)
