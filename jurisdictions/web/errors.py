"""The pages that Django asks for when something is not there or goes wrong."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from jurisdictions.web.page import error_page


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The 404 page, in the language of the address."""
    del exception
    return error_page(request, "404.html", 404, {})
