"""When the worker makes the next backup, and how old the newest is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings

from jurisdictions.backup.making import PREFIX, backups_in

BELIEVED = timedelta(hours=1)
"""A backup of later than so long from now has its name from a clock that was ahead: it tells
nothing of whether one is missing."""
STAMP = f"{PREFIX}%Y%m%dT%H%M%SZ"


def turn_at(at: datetime) -> int | None:
    """The number of the turn that a moment falls in; None where no backups are scheduled."""
    if settings.BACKUP_TO is None:
        return None
    return int(at.timestamp() // timedelta(hours=settings.BACKUP_HOURS).total_seconds())


def newest_at(to: Path, at: datetime) -> datetime | None:
    """When the newest backup in `to` was made, by the name of its folder; None without one."""
    moments = (moment for one in reversed(backups_in(to)) if (moment := _moment(one.name)))
    return next((moment for moment in moments if moment <= at + BELIEVED), None)


def _moment(name: str) -> datetime | None:
    try:
        return datetime.strptime(name, STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None


def overdue(made: datetime | None, at: datetime) -> bool:
    """Whether a scheduled backup is missing: none, or none for two turns."""
    return made is None or at - made > 2 * timedelta(hours=settings.BACKUP_HOURS)
