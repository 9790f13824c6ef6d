"""A place's answer in three lines: is it so, from when to when, could it say no."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from jurisdictions.read.place_records import span_at
from jurisdictions.read.rows import AsOf, PlaceRow, SpanRow
from jurisdictions.render.programs import own_part
from jurisdictions.render.programs.why import why_line
from jurisdictions.render.words.days import since_text
from jurisdictions.render.words.labels import label

WORDS = 60
"""The three lines have so many words at most."""


class InShort(NamedTuple):
    """The three lines; none is empty where the program has words of its own."""

    whether: str
    when: str
    refusal: str

    @property
    def text(self) -> str:
        """All three in one."""
        return " ".join(filter(None, self))


def fitting(variants: Iterable[InShort]) -> InShort:
    """The first that is short enough, from the one that says most; else the last."""
    found = InShort("", "", "")
    for found in variants:
        if len(found.text.split()) <= WORDS:
            break
    return found


def in_short(as_of: AsOf, place: PlaceRow, spans: Sequence[SpanRow]) -> InShort:
    """The answer of the edition's program; `spans` are those of the place, first to last.

    A program without an `in_short.py` tells its status on the day, since when, and why.
    """
    if own := own_part(as_of.program.slug, "in_short"):
        told: InShort = own.in_short(as_of, place, spans)
        return told
    span = span_at(spans, as_of.on)
    since = f"{label(span.status)} {since_text(span.since_on)}." if span.since_on else ""
    return InShort(f"{label(span.status)}.", since, why_line(span, place, as_of))
