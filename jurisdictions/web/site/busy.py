"""Somebody else holds the record: an answer that says so, gives back what was typed, and when."""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse

from jurisdictions.operating.logs.paths import path_for_log
from jurisdictions.web.site.page import error_page
from jurisdictions.web.site.typed_back import typed_back

log = logging.getLogger(__name__)
BUSY, RETRY_SECONDS = 503, 10
SQLITE_CODES = frozenset({5, 6})
"""SQLITE_BUSY and SQLITE_LOCKED: the low byte of every kind of them."""
POSTGRESQL_CODES = frozenset({"55P03", "40P01", "40001"})
"""Lock not available, deadlock, serialization: another transaction was before this one."""


class BusyMiddleware:
    """Turns a wait for another writer that took too long into a page; nothing was written then."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The page, for who waited in vain; any other error is not ours."""
        if request.path.startswith("/api/") or not is_busy(exception):
            return None
        path = path_for_log(request.path)
        log.warning("%s %s: somebody else writes for long", request.method, path)
        return busy_page(request)


def is_busy(exception: BaseException) -> bool:
    """Whether the database refused because another holds what was asked for."""
    if not isinstance(exception, OperationalError):
        return False
    cause = exception.__cause__
    code = getattr(cause, "sqlite_errorcode", None)
    if code is not None:
        return code & 0xFF in SQLITE_CODES
    state = getattr(cause, "pgcode", None) or getattr(cause, "sqlstate", None)
    return state in POSTGRESQL_CODES


def busy_page(request: HttpRequest) -> HttpResponse:
    """That somebody is publishing, with what was typed."""
    back = typed_back(request) if request.method == "POST" else None
    response = error_page(request, "errors/busy.html", BUSY, {"back": back})
    response["Retry-After"] = str(RETRY_SECONDS)
    return response
