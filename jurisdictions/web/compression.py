"""Compresses answers on their way out, save those that are compressed already."""

from __future__ import annotations

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

PACKED = (
    "image/png",
    "application/pdf",
    "application/zip",
    "application/vnd.openxmlformats-officedocument",
)
"""Beginnings of the content types that gzip would only make slower to send."""


class TextGZipMiddleware(GZipMiddleware):
    """Django's, for texts alone."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """The answer, compressed when that helps and the reader's program takes it."""
        if response.get("Content-Type", "").startswith(PACKED):
            return response
        return super().process_response(request, response)
