"""A form whose token is not the page's any more: what was typed comes back with a fresh one."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.middleware import csrf

from jurisdictions.web.site.page import error_page
from jurisdictions.web.site.typed_back import typed_back

FORBIDDEN = 403
FOREIGN = ("Origin checking failed", "Referer checking failed")
"""How Django's reasons begin when a form was sent from another site."""


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A page that says why, in the reader's language.

    Only a form that surely came from a page of ours is offered to be sent again: one that another
    site had filled in must not need but a press of a button.
    """
    ours = came_from_here(request, reason)
    context = {
        "back": typed_back(request),
        "ours": ours,
        "no_cookie": reason == csrf.REASON_NO_CSRF_COOKIE and not request.COOKIES,
    }
    return error_page(request, "errors/csrf.html", FORBIDDEN, context)


def came_from_here(request: HttpRequest, reason: str) -> bool:
    """Whether the browser says that a page of this site sent the form."""
    if reason.startswith(FOREIGN):
        return False
    said = request.headers.get("Origin") or request.headers.get("Referer", "")
    return bool(said) and urlsplit(said).netloc == request.get_host()
