"""What a kept answer was the answer to: all of a request that could make it another."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.core.exceptions import DisallowedHost, TooManyFieldsSent
from django.http import HttpRequest
from django.utils.timezone import localdate

from jurisdictions.shelf.code import code_stamp
from jurisdictions.web.site.compression import best_coding

LONGEST_QUERY = 1000
"""Longer ones are answered, but not kept."""
API = "/api/"
"""Where the answer depends on the Accept header as well."""


@dataclass(frozen=True, slots=True)
class Question:
    """A request for something public; `coding` is how its answer may be packed."""

    parts: tuple[object, ...]
    coding: str

    def name(self, word: str) -> str:
        """Under which its answer is kept while `word` says what stands."""
        return sha256(repr((word, self.coding, self.parts)).encode()).hexdigest()[:40]


def question_of(request: HttpRequest) -> Question | None:
    """The question that a GET or HEAD asks; None for a host or a query that is not taken."""
    if len(request.META.get("QUERY_STRING", "")) > LONGEST_QUERY:
        return None
    try:
        host, query = request.get_host(), sorted(request.GET.lists())
    except (DisallowedHost, TooManyFieldsSent):
        return None
    accept = request.headers.get("Accept", "") if request.path.startswith(API) else ""
    parts = (
        code_stamp(Path(settings.BASE_DIR)),
        _settings_told(),
        localdate().isoformat(),
        request.scheme,
        host,
        request.path,
        query,
        accept,
    )
    return Question(parts, best_coding(request.headers.get("Accept-Encoding", "")))


def _settings_told() -> tuple[object, ...]:
    """The settings that pages tell of."""
    return (
        settings.SITE_URL,
        sorted(settings.OPERATOR.items()),
        settings.SOURCE_URL,
        settings.DEFAULT_PROGRAM,
        settings.DEBUG,
    )
