"""Gives each request a number, which its answer, its error page and the log have in common."""

from __future__ import annotations

import logging
from collections.abc import Callable
from time import perf_counter

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from jurisdictions.operating.logs.number import new_number, numbered
from jurisdictions.operating.logs.paths import path_for_log
from jurisdictions.operating.metrics.counting import count_request

HEADER = "X-Request-Id"
NO_VIEW = "(none)"
"""An answer that no view made: one that is kept, a redirect to https, an address of nothing."""
log = logging.getLogger("tracker.requests")


class NumberedRequestsMiddleware:
    """Outside of all that may fail: what goes wrong inside is told with the number.

    With LOG_REQUESTS every request has a line: method, path, view, status, milliseconds. It says
    neither who asked nor what stood behind `?`, where people write what they look for.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        with numbered(new_number()) as number:
            request.number = number  # type: ignore[attr-defined]
            began = perf_counter()
            response = self.get_response(request)
            seconds = perf_counter() - began
            response[HEADER] = number
            view = request.resolver_match.view_name if request.resolver_match else NO_VIEW
            count_request(view or NO_VIEW, response.status_code, seconds)
            if settings.LOG_REQUESTS:
                _note(request, view or NO_VIEW, response.status_code, seconds)
        return response


def _note(request: HttpRequest, view: str, status: int, seconds: float) -> None:
    path, milliseconds = path_for_log(request.path), round(seconds * 1000, 1)
    told = {
        "method": request.method,
        "path": path,
        "view": view,
        "status": status,
        "ms": milliseconds,
    }
    log.info("%s %s %d %.1f ms", request.method, path, status, milliseconds, extra={"told": told})
