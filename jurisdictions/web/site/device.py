"""What a page may ask of the reader's device: nothing, but where a view says otherwise."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

HEADER = "Permissions-Policy"
NOTHING = "camera=(), geolocation=(), microphone=()"
LOCATION = "camera=(), geolocation=(self), microphone=()"
"""Where the reader is, for the page's own scripts alone and only when it is asked for."""


class DevicePolicyMiddleware:
    """Says so of every answer that says nothing else."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer with its policy."""
        response = self.get_response(request)
        response.headers.setdefault(HEADER, NOTHING)
        return response
