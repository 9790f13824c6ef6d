"""No cache keeps a page about an account, whoever made it."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers

from jurisdictions.web.account.devices import mark_device
from jurisdictions.web.account.page import ALLAUTH


class UncachedAccountsMiddleware:
    """Marks allauth's answers as not to be kept, and a browser that signed in as known."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        mark_device(request, response)
        name = request.resolver_match.url_name if request.resolver_match else None
        if (name or "").startswith(ALLAUTH):
            add_never_cache_headers(response)
        return response
