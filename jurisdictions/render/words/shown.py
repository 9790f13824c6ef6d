"""How a dimension is shown: its titles, its classes, and which facts are its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext_noop as noop

from jurisdictions.read.rows import FactRow, SpanRow


def _nothing_more(span: SpanRow) -> str:
    del span
    return ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A dimension as pictures and tables show it; titles are in English, to be translated.

    `member` of a span; `css`: class of its bars; `kinds`: facts that are marked in its lane, which
    bears the title `lane`; `swatch`: whether its word has a swatch; `reasons`: the facts among a
    span's that decided it; `note`: what is said beside its word.
    """

    title: str
    member: str
    css: str
    kinds: frozenset[str]
    reasons: Callable[[SpanRow], tuple[FactRow, ...]]
    swatch: bool = False
    lane: str = ""
    note: Callable[[SpanRow], str] = _nothing_more

    def standing(self, span: SpanRow) -> StrEnum:
        """The word of the dimension."""
        word: StrEnum = getattr(span, self.member)
        return word


STATUS = Shown(noop("Status"), "status", "status", frozenset(), lambda span: span.reasons, True)
"""The status, which every program has: the first lane."""
