"""The five dimensions of a span, each with the facts that decided it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as noop

from jurisdictions.read.rows import FactRow, SpanRow
from jurisdictions.render.words.labels import label
from jurisdictions.status.programs.secure_communities.vocabulary import (
    AgreementRecord,
    AgreementStanding,
    Effect,
    MeasureKind,
)


@dataclass(frozen=True, slots=True)
class Dimension:
    """How one dimension stands; `css` is the class of its swatch, empty for none."""

    title: str
    standing: StrEnum
    css: str
    reasons: tuple[FactRow, ...]
    note: str = ""


Decides = Callable[[FactRow], bool]


def _position(fact: FactRow) -> bool:
    return fact.kind == "policy_event"


def _agreement(fact: FactRow) -> bool:
    return fact.kind == "agreement"


def _activation(fact: FactRow) -> bool:
    return fact.kind == "activation"


def _objection(fact: FactRow) -> bool:
    ends_inheritance = {MeasureKind.OPTS_IN, MeasureKind.REFUSES_STATE_OPT_OUT}
    return fact.kind == "opt_out" or (
        fact.kind == "local_measure" and fact.word in ends_inheritance
    )


def _limits(fact: FactRow) -> bool:
    return fact.kind == "local_measure" and fact.word == MeasureKind.DETAINER_LIMIT


DIMENSIONS: tuple[tuple[str, str, str, Decides], ...] = (
    (noop("Federal position"), "position", "position", _position),
    (noop("Agreement"), "agreement", "agreement", _agreement),
    (noop("Activation"), "activation", "", _activation),
    (noop("Objection"), "objection", "objection", _objection),
    (noop("Local limits"), "local_limits", "", _limits),
)
"""Title, field of the row, class of the swatch, and which facts decide it."""


def dimensions_of(span: SpanRow) -> list[Dimension]:
    """How each dimension stands in the span, in the order of the rule."""
    return [
        Dimension(
            gettext(title),
            getattr(span, field),
            f"{css}-{getattr(span, field)}" if css else "",
            _reasons(span, field, decides),
            note_of_agreement(span) if field == "agreement" else "",
        )
        for title, field, css, decides in DIMENSIONS
    ]


def note_of_agreement(span: SpanRow) -> str:
    """That no agreement was ever documented, where the word alone would say that there was none."""
    never = span.agreement_record is AgreementRecord.NEVER_DOCUMENTED
    if never and span.agreement is AgreementStanding.NONE:
        return label(AgreementRecord.NEVER_DOCUMENTED)
    return ""


def _reasons(span: SpanRow, field: str, decides: Decides) -> tuple[FactRow, ...]:
    found = tuple(fact for fact in span.reasons if decides(fact))
    if field == "agreement" and not found:
        # No step of the state decided it: the federal end of all agreements did, or nothing.
        return tuple(fact for fact in span.reasons if fact.word == Effect.AGREEMENTS_ENDED)
    return found
