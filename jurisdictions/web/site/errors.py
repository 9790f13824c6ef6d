"""The pages that Django asks for when something is not there or goes wrong."""

from __future__ import annotations

import sys

from django.http import HttpRequest, HttpResponse
from django.views.defaults import server_error

from jurisdictions.web.site.kept.away import UNREACHABLE, away_answer
from jurisdictions.web.site.page import error_page


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The 404 page, in the language of the address."""
    del exception
    return error_page(request, "404.html", 404, {})


def failed(request: HttpRequest) -> HttpResponse:
    """The 500 page; 503 when it was the database, of which a session too makes use."""
    if isinstance(sys.exception(), UNREACHABLE):
        return away_answer(request)
    return server_error(request)
