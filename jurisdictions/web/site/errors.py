"""The pages that Django asks for when something is not there or goes wrong."""

from __future__ import annotations

import sys

from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.template.loader import render_to_string

from jurisdictions.operating.logs.number import number_now
from jurisdictions.web.site.kept.away import UNREACHABLE, away_answer
from jurisdictions.web.site.page import error_page


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The 404 page, in the language of the address."""
    del exception
    return error_page(request, "404.html", 404, {})


def failed(request: HttpRequest) -> HttpResponse:
    """The 500 page, with the number that the log has; 503 when it was the database."""
    if isinstance(sys.exception(), UNREACHABLE):
        return away_answer(request)
    told = {"error_number": number_now()}
    return HttpResponseServerError(render_to_string("500.html", told))
