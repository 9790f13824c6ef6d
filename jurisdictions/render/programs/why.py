"""Why a place stands where it stands: one line, in the words of the program."""

from __future__ import annotations

from collections.abc import Iterable

from jurisdictions.read.rows import FactRow, PlaceRow, SpanRow
from jurisdictions.render.programs import part_of


def why_line(span: SpanRow, place: PlaceRow) -> str:
    """One line that says why `place` has the status of `span`; it ends with a full stop."""
    line: str = part_of(span.program, "why").why_line(span, place)
    return line


def known_later_line(span: SpanRow, facts: Iterable[FactRow]) -> str:
    """What only later facts tell of the span; empty where nothing is."""
    line: str = part_of(span.program, "why").known_later_line(span, facts)
    return line
