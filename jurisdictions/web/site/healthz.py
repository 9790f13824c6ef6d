"""Whether the tracker can do its whole work: database, disk, the number of the edition."""

from __future__ import annotations

from collections.abc import Mapping
from os import urandom
from pathlib import Path

from django.conf import settings
from django.db import Error
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from jurisdictions.backup.schedule import newest_at, overdue
from jurisdictions.operating.clock.kept import doubted_words
from jurisdictions.read.newest import editions_standing
from jurisdictions.shelf.sealed import write_whole
from jurisdictions.web.site.clock import what_is_odd
from jurisdictions.web.site.kept.away import RETRY_SECONDS
from jurisdictions.web.site.kept.middleware import watch

BLOCK = 4096
"""Bytes that are written to try the disk: a small file may still fit on a full one."""


@require_safe
@never_cache
def healthz(request: HttpRequest) -> JsonResponse:
    """200 with the number of each program's edition; 503 with what is wrong.

    `edition` is that of the default program. What is kept is served all the same. Where backups are
    scheduled, `backup` is when the newest was made, or null, and `backup_overdue` whether one is
    missing; `clock` says what is odd about the machine's clock, if anything is, and that nothing is
    deleted by one that is doubted: nothing that a load balancer should act upon.
    """
    del request
    wrong, editions = _database()
    faults = {"database": wrong, "disk": _disk()}
    told = {name: fault for name, fault in faults.items() if fault}
    if not told and not editions:
        return _ailing("no edition published yet", editions, {})
    if told:
        return _ailing("only what is kept is served", editions, told)
    return JsonResponse({"status": "ok", **_numbers(editions), **_backup(), **_clock()})


def _ailing(status: str, editions: Mapping[str, int], told: dict[str, str]) -> JsonResponse:
    response = JsonResponse({"status": status, **_numbers(editions), **told}, status=503)
    response["Retry-After"] = str(RETRY_SECONDS)
    return response


def _numbers(editions: Mapping[str, int]) -> dict[str, object]:
    told = dict(sorted(editions.items()))
    return {"edition": editions.get(settings.DEFAULT_PROGRAM), "editions": told}


def _database() -> tuple[str, Mapping[str, int]]:
    """What is wrong with the database, and the editions that stand as far as is known."""
    if settings.ANSWERS_QUOTA:
        known = watch().known()
        return ("does not answer" if watch().away else ""), known.newest.editions if known else {}
    try:
        return "", editions_standing()
    except Error as error:
        return f"does not answer ({type(error).__name__})", {}


def _clock() -> dict[str, str]:
    odd = what_is_odd(Path(settings.DATA_DIR) / "newest") or doubted_words()
    return {"clock": odd} if odd else {}


def _backup() -> dict[str, object]:
    if settings.BACKUP_TO is None:
        return {}
    now = timezone.now()
    made = newest_at(settings.BACKUP_TO, now)
    late = overdue(made, now)
    return {"backup": made.isoformat() if made else None, "backup_overdue": late}


def _disk() -> str:
    """Why nothing can be written to DATA_DIR; "" when something can."""
    tried = Path(settings.DATA_DIR) / "health" / "tried"
    try:
        write_whole(tried, urandom(BLOCK))
    except OSError as error:
        return f"cannot be written ({error.strerror})"
    return ""
