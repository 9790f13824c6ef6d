"""The dimensions of a span, each with the facts that decided it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext

from jurisdictions.read.rows import FactRow, SpanRow
from jurisdictions.render.programs import part_of
from jurisdictions.render.words.shown import Shown


@dataclass(frozen=True, slots=True)
class Dimension:
    """How one dimension stands; `css` is the class of its swatch, empty for none."""

    title: str
    standing: StrEnum
    css: str
    reasons: tuple[FactRow, ...]
    note: str = ""


def shown_of(program: str) -> tuple[Shown, ...]:
    """A program's dimensions as they are shown, in the order of the rule."""
    found: tuple[Shown, ...] = part_of(program, "shown").SHOWN
    return found


def dimensions_of(span: SpanRow) -> list[Dimension]:
    """How each dimension stands in the span, in the order of the rule."""
    return [
        Dimension(
            gettext(one.title),
            one.standing(span),
            f"{one.css}-{one.standing(span)}" if one.swatch else "",
            one.reasons(span),
            one.note(span),
        )
        for one in shown_of(span.program)
    ]


def note_of(span: SpanRow, member: str) -> str:
    """What is said beside the word of one dimension; empty for nothing."""
    return next(one.note(span) for one in shown_of(span.program) if one.member == member)
