"""What is answered when the database does not: 503, in the form and the language asked for."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.utils.cache import add_never_cache_headers
from django.utils.translation import get_language_from_path, override
from django.utils.translation import gettext as _

from jurisdictions.operating.logs.number import number_now
from jurisdictions.operating.logs.paths import path_for_log
from jurisdictions.read.asking import LANGUAGES
from jurisdictions.render.files.problem import PROBLEM, problem_bytes
from jurisdictions.web.site.typed_back import typed_back

UNREACHABLE = (OperationalError, InterfaceError)
"""What a database that is away, full or overloaded raises."""
STATUS = 503
RETRY_SECONDS = 30
PROGRAMS = ("/api/",)
FILE = re.compile(r"\.(csv|xlsx|geojson|pdf|png|svg|zip|bib|txt|xml|json|atom|ics)$")
log = logging.getLogger(__name__)


class DatabaseAwayMiddleware:
    """Answers 503 where a view could not reach the database."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The answer for what the database raises; None for anything else."""
        if not isinstance(error, UNREACHABLE):
            return None
        log.warning("%s %s: %s", request.method, path_for_log(request.path), error)
        return away_answer(request)


def away_answer(request: HttpRequest) -> HttpResponse:
    """A page, a problem document or a line of text; asks nothing of the database or the session."""
    with override(_language(request)):
        response = _answer(request)
        response["Content-Language"] = _language(request)
    response["Retry-After"] = str(RETRY_SECONDS)
    add_never_cache_headers(response)
    return response


def _language(request: HttpRequest) -> str:
    said = request.GET.get("lang", "")
    named = said if said in LANGUAGES else get_language_from_path(request.path_info)
    return named or settings.LANGUAGE_CODE


def _answer(request: HttpRequest) -> HttpResponse:
    title = _("The record cannot be reached at the moment")
    detail = _(
        "The main pages, and whatever was read before, can still be read. Try again in a minute."
    )
    if request.path.startswith(PROGRAMS):
        response = HttpResponse(problem_bytes(STATUS, title, detail), PROBLEM, STATUS)
        response["Access-Control-Allow-Origin"] = "*"
        response["Access-Control-Expose-Headers"] = "Retry-After"
        return response
    if FILE.search(request.path):
        return HttpResponse(f"{title}. {detail}\n", "text/plain; charset=utf-8", STATUS)
    back = typed_back(request) if request.method == "POST" else None
    context = {
        "title": title,
        "detail": detail,
        "back": back,
        "path": request.path,
        "error_number": number_now(),
    }
    return HttpResponse(render_to_string("errors/away.html", context), status=STATUS)
