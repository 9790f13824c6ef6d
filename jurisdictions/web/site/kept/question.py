"""What a kept answer was the answer to: all of a request that could make it another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.core.exceptions import DisallowedHost, TooManyFieldsSent
from django.http import HttpRequest
from django.utils.timezone import localdate

from jurisdictions.shelf.code import code_stamp
from jurisdictions.web.site.compression import best_coding, codings

LONGEST_QUERY = 1000
"""Longer ones are answered, but not kept."""
API = "/api/"
"""Where the answer depends on the Accept header as well."""
PACKED_AHEAD = "/map/"
"""Where a view packs its answers itself, and best as brotli: each coding is kept for itself."""
FORMS = {"br": ("br", "gzip"), "gzip": ("gzip", "br"), "": ("", "br", "gzip")}
"""By the best coding that a reader takes, whose forms of an answer serve, the best first.

What a reader cannot open is opened and packed anew for them.
"""
DAYS_BACK = 7
"""While the database is away, what was answered so many days ago still serves."""


@dataclass(frozen=True, slots=True)
class Question:
    """A request for something public, at a site on a day; `coding` is how it may be packed."""

    site: str
    day: date
    path: str
    parts: tuple[object, ...]
    coding: str

    def names(self, word: str) -> list[str]:
        """Under which an answer for this reader may be kept while `word` says what stands."""
        if self.path.startswith(PACKED_AHEAD):
            return [self._name(word, self.coding)]
        return [self._name(word, coding) for coding in FORMS[self.coding]]

    def name(self, word: str) -> str:
        """Under which an answer made for this reader is to be kept."""
        return self.names(word)[0]

    def otherwise(self) -> Iterator[Question]:
        """The same question as asked here or at the tracker's own address, today and before."""
        for back in range(DAYS_BACK + 1):
            for site in dict.fromkeys((self.site, settings.MAIL_SITE_URL)):
                yield replace(self, site=site, day=self.day - timedelta(days=back))

    def _name(self, word: str, coding: str) -> str:
        asked = (word, coding, self.site, self.day.isoformat(), self.path, self.parts)
        return sha256(repr(asked).encode()).hexdigest()[:40]


def question_of(request: HttpRequest) -> Question | None:
    """The question that a GET or HEAD asks; None for a host or a query that is not taken.

    Nor is one with an address of mail in it, which somebody may type into a search: pages say
    again what was searched for, and what is kept is to tell of nobody.
    """
    asked = request.META.get("QUERY_STRING", "")
    if len(asked) > LONGEST_QUERY or "@" in asked or "%40" in asked:
        return None
    try:
        host, query = request.get_host(), sorted(request.GET.lists()) if asked else []
    except (DisallowedHost, TooManyFieldsSent):
        return None
    accept = _accepted(request) if request.path.startswith(API) else ""
    parts = (code_stamp(Path(settings.BASE_DIR)), _settings_told(), query, accept)
    accepted = request.headers.get("Accept-Encoding", "")
    # What else is packed for who takes brotli is gzip: without it they may be given neither.
    coding = best_coding(accepted) if "gzip" in codings(accepted) else ""
    return Question(f"{request.scheme}://{host}", localdate(), request.path, parts, coding)


def _accepted(request: HttpRequest) -> str:
    """What the API's answer is chosen by; "" for who takes whatever there is."""
    said = request.headers.get("Accept", "")
    kinds = {kind.partition(";")[0].strip() for kind in said.split(",")}
    return "" if "*/*" in kinds else said


def _settings_told() -> tuple[object, ...]:
    """The settings that pages tell of."""
    return (
        settings.SITE_URL,
        sorted(settings.OPERATOR.items()),
        settings.SOURCE_URL,
        settings.DEFAULT_PROGRAM,
        settings.DEBUG,
    )
