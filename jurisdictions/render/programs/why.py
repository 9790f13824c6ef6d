"""Why a place stands where it stands: one line, in the words of the program."""

from __future__ import annotations

from collections.abc import Iterable

from jurisdictions.read.rows import AsOf, FactRow, PlaceRow, SpanRow
from jurisdictions.render.programs import part_of


def why_line(span: SpanRow, place: PlaceRow, as_of: AsOf | None = None) -> str:
    """One line that says why `place` has the status of `span`; it ends with a full stop.

    A program may tell more with the edition and the day at hand: `why_on` in its own `why.py`.
    """
    words = part_of(span.program, "why")
    told: str = words.why_on(as_of, span, place) if as_of and hasattr(words, "why_on") else ""
    line: str = told or words.why_line(span, place)
    return line


def known_later_line(span: SpanRow, facts: Iterable[FactRow]) -> str:
    """What only later facts tell of the span; empty where nothing is."""
    line: str = part_of(span.program, "why").known_later_line(span, facts)
    return line
