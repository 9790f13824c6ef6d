"""The pages that Django asks for when something is not there or goes wrong."""

from __future__ import annotations

import sys

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.template.loader import render_to_string
from django.utils.translation import get_language_from_path
from django.utils.translation.trans_real import parse_accept_lang_header

from jurisdictions.operating.logs.number import number_now
from jurisdictions.read.asking import LANGUAGES
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
    told = {"error_number": number_now(), "first": _first_language(request)}
    return HttpResponseServerError(render_to_string("500.html", told))


def _first_language(request: HttpRequest) -> str:
    """Which language the page begins with, for it says all in both.

    That of the address; where it names none, the browser's, for here nothing else is lost by it.
    """
    asked = request.headers.get("Accept-Language", "")[:200]
    wanted = parse_accept_lang_header(asked)
    browsers = next((one[:2] for one, _much in wanted if one[:2] in LANGUAGES), "")
    return get_language_from_path(request.path_info) or browsers or settings.LANGUAGE_CODE
