"""Compresses answers on their way out, save those that are compressed already."""

from __future__ import annotations

import brotli
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import patch_vary_headers

from jurisdictions.shelf.marked import is_marked

PACKED = (
    "image/png",
    "application/pdf",
    "application/zip",
    "application/vnd.openxmlformats-officedocument",
)
"""Beginnings of the content types that packing would only make slower to send."""
QUALITY = 5
"""Brotli's: a place's page is a sixth lighter than with gzip, in less processor."""
SHORTEST = 200
"""Bytes of a text that is worth packing, as Django's middleware has it."""


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


class TextPackingMiddleware(GZipMiddleware):
    """Brotli for what is published, Django's gzip for other texts; neither where it is refused.

    Gzip comes with random bytes, against guesses at a form's token by the length of an answer.
    Brotli has no room for them: it packs what is the same for everybody.
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """The answer, compressed when that helps and the reader's program takes it."""
        if response.has_header("Content-Range"):
            # A part of the bytes as they are: packed, it would be a part of nothing.
            return response
        if response.get("Content-Type", "").startswith(PACKED):
            return response
        taken = codings(request.headers.get("Accept-Encoding", ""))
        if (
            "br" in taken
            and isinstance(response, HttpResponse)
            and _has_no_secret(request, response)
        ):
            return packed(response)
        if "gzip" not in taken:
            patch_vary_headers(response, ("Accept-Encoding",))
            return response
        return super().process_response(request, response)


def packed(response: HttpResponse) -> HttpResponse:
    """The answer as brotli, unless it is short or packed already."""
    if len(response.content) < SHORTEST or response.has_header("Content-Encoding"):
        return response
    patch_vary_headers(response, ("Accept-Encoding",))
    response.content = brotli.compress(response.content, quality=QUALITY)
    response["Content-Encoding"] = "br"
    response["Content-Length"] = str(len(response.content))
    if response.get("ETag", "").startswith('"'):
        response["ETag"] = f"W/{response['ETag']}"
    return response


def _has_no_secret(request: HttpRequest, response: HttpResponse) -> bool:
    return (
        is_marked(response)
        and not response.cookies
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
    )
