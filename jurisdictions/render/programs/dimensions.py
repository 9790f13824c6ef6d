"""The dimensions of a span, each with the facts that decided it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext

from jurisdictions.read.rows import FactRow, SpanRow
from jurisdictions.render.programs import part_of
from jurisdictions.render.words.shown import Shown


@dataclass(frozen=True, slots=True)
class Dimension:
    """How one dimension stands; `css` is the class of its swatch, empty for none.

    `reasons` are the facts that decided, `counted` how many more there are that are not named.
    """

    title: str
    standing: StrEnum
    css: str
    reasons: tuple[FactRow, ...]
    note: str = ""
    counted: int = 0

    @property
    def further(self) -> int:
        """How many facts decided beside the first few."""
        return max(0, len(self.reasons) - FEW)


FEW = 5
"""So many facts are named."""


def shown_of(program: str) -> tuple[Shown, ...]:
    """A program's dimensions as they are shown, in the order of the rule."""
    found: tuple[Shown, ...] = part_of(program, "shown").SHOWN
    return found


def dimensions_of(
    span: SpanRow,
    decided: Mapping[str, tuple[FactRow, ...]] | None = None,
    only_counted: Container[str] = (),
) -> list[Dimension]:
    """How each dimension stands in the span, in the order of the rule.

    `decided`: the facts that decided, by member, where their kind alone does not tell. Facts of the
    kinds that are `only_counted` are not named.
    """
    return [_dimension(one, span, decided or {}, only_counted) for one in shown_of(span.program)]


def _dimension(
    one: Shown,
    span: SpanRow,
    decided: Mapping[str, tuple[FactRow, ...]],
    only_counted: Container[str],
) -> Dimension:
    reasons = decided[one.member] if one.member in decided else one.reasons(span)
    named = tuple(fact for fact in reasons if fact.kind not in only_counted)
    return Dimension(
        gettext(one.title),
        one.standing(span),
        f"{one.css}-{one.standing(span)}" if one.swatch else "",
        named,
        one.note(span),
        len(reasons) - len(named),
    )


@dataclass(frozen=True, slots=True)
class Period:
    """A span as a row of a table: how each dimension stood, in the order of the rule."""

    span: SpanRow
    words: tuple[StrEnum, ...]
    current: bool


def periods_of(spans: Iterable[SpanRow], current: SpanRow) -> list[Period]:
    """Every span, first to last."""
    return [
        Period(span, tuple(one.standing(span) for one in shown_of(span.program)), span is current)
        for span in spans
    ]


def note_of(span: SpanRow, member: str) -> str:
    """What is said beside the word of one dimension; empty for nothing."""
    return next(one.note(span) for one in shown_of(span.program) if one.member == member)
