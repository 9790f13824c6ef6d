"""When the worker makes the next backup, and how old the newest is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings

from jurisdictions.backup.making import PREFIX, newest_backup

STAMP = f"{PREFIX}%Y%m%dT%H%M%SZ"


def turn_at(at: datetime) -> int | None:
    """The number of the turn that a moment falls in; None where no backups are scheduled."""
    if settings.BACKUP_TO is None:
        return None
    return int(at.timestamp() // timedelta(hours=settings.BACKUP_HOURS).total_seconds())


def newest_at(to: Path) -> datetime | None:
    """When the newest backup in `to` was made, by the name of its folder; None without one."""
    newest = newest_backup(to)
    try:
        return datetime.strptime(newest.name, STAMP).replace(tzinfo=UTC) if newest else None
    except ValueError:
        return None


def overdue(made: datetime | None, at: datetime) -> bool:
    """Whether a scheduled backup is missing: none, or none for two turns."""
    return made is None or at - made > 2 * timedelta(hours=settings.BACKUP_HOURS)
