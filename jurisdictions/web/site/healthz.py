"""Whether the tracker can do its whole work: database, disk, the number of the edition."""

from __future__ import annotations

from os import urandom
from pathlib import Path

from django.conf import settings
from django.db import Error
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from jurisdictions.read.editions import newest_edition
from jurisdictions.shelf.sealed import write_whole
from jurisdictions.web.site.kept.away import RETRY_SECONDS
from jurisdictions.web.site.kept.middleware import watch

BLOCK = 4096
"""Bytes that are written to try the disk: a small file may still fit on a full one."""


@require_safe
@never_cache
def healthz(request: HttpRequest) -> JsonResponse:
    """200 with the edition number; 503 with what is wrong, while what is kept is still served."""
    del request
    wrong, edition = _database()
    faults = {"database": wrong, "disk": _disk()}
    told = {name: fault for name, fault in faults.items() if fault}
    if not told and edition is None:
        return _ailing("no edition published yet", None, {})
    if told:
        return _ailing("only what is kept is served", edition, told)
    return JsonResponse({"status": "ok", "edition": edition})


def _ailing(status: str, edition: int | None, told: dict[str, str]) -> JsonResponse:
    response = JsonResponse({"status": status, "edition": edition, **told}, status=503)
    response["Retry-After"] = str(RETRY_SECONDS)
    return response


def _database() -> tuple[str, int | None]:
    """What is wrong with the database, and the edition that stands as far as is known."""
    if settings.ANSWERS_QUOTA:
        known = watch().known()
        number = known.newest.editions.get(settings.DEFAULT_PROGRAM) if known else None
        return ("does not answer" if watch().away else ""), number
    try:
        found = newest_edition(settings.DEFAULT_PROGRAM)
    except Error as error:
        return f"does not answer ({type(error).__name__})", None
    return "", found.number if found else None


def _disk() -> str:
    """Why nothing can be written to DATA_DIR; "" when something can."""
    tried = Path(settings.DATA_DIR) / "health" / "tried"
    try:
        write_whole(tried, urandom(BLOCK))
    except OSError as error:
        return f"cannot be written ({error.strerror})"
    return ""
