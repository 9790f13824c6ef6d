"""Why a place stands where it stands: what decided, else what its status means."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from jurisdictions.read.rows import FactRow, PlaceRow, SpanRow
from jurisdictions.render.programs import part_of
from jurisdictions.render.words.sentences import fact_text


class PlainWhy:
    """What a `why` says."""

    def __init__(self, slug: str) -> None:
        self._meanings = part_of(slug, "glossary").STATUS_TEXTS

    def why_line(self, span: SpanRow, place: PlaceRow) -> str:
        """The fact that decided last."""
        del place
        decided = fact_text(span.reasons[-1]) if span.reasons else ""
        return decided or _(self._meanings[span.status])

    def known_later_line(self, span: SpanRow, facts: Iterable[FactRow]) -> str:
        """Only later facts tell nothing more."""
        del span, facts
        return ""


def plain(slug: str) -> PlainWhy:
    """That of a program."""
    return PlainWhy(slug)
