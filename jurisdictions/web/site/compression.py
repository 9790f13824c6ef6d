"""Compresses answers on their way out, save those that are compressed already."""

from __future__ import annotations

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import patch_vary_headers

PACKED = (
    "image/png",
    "application/pdf",
    "application/zip",
    "application/vnd.openxmlformats-officedocument",
)
"""Beginnings of the content types that gzip would only make slower to send."""


def codings(accepted: str) -> set[str]:
    """The codings that an Accept-Encoding header takes; those of weight 0 are refused."""
    found = set()
    for part in accepted.lower().split(","):
        name, *parameters = (text.strip() for text in part.split(";"))
        weights = [text.removeprefix("q=") for text in parameters if text.startswith("q=")]
        if name and not any(_is_zero(weight) for weight in weights):
            found.add(name)
    return found


def _is_zero(weight: str) -> bool:
    try:
        return float(weight) == 0
    except ValueError:
        return False


def best_coding(accepted: str) -> str:
    """The coding in which we would answer: br, gzip, or "" for none."""
    taken = codings(accepted)
    return next((coding for coding in ("br", "gzip") if coding in taken), "")


class TextGZipMiddleware(GZipMiddleware):
    """Django's, for texts alone, and only where gzip is not refused."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """The answer, compressed when that helps and the reader's program takes it."""
        if response.get("Content-Type", "").startswith(PACKED):
            return response
        if "gzip" not in codings(request.headers.get("Accept-Encoding", "")):
            patch_vary_headers(response, ("Accept-Encoding",))
            return response
        return super().process_response(request, response)
