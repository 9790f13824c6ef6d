"""The five dimensions, as pictures and tables show them."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext_noop as noop

from jurisdictions.read.rows import FactRow, SpanRow
from jurisdictions.render.words.labels import label
from jurisdictions.render.words.shown import Shown
from jurisdictions.status.programs.secure_communities.vocabulary import (
    AgreementRecord,
    AgreementStanding,
    Effect,
    MeasureKind,
)


def _of(decides: Callable[[FactRow], bool]) -> Callable[[SpanRow], tuple[FactRow, ...]]:
    return lambda span: tuple(fact for fact in span.reasons if decides(fact))


def _agreement(span: SpanRow) -> tuple[FactRow, ...]:
    found = tuple(fact for fact in span.reasons if fact.kind == "agreement")
    # No step of the state decided it: the federal end of all agreements did, or nothing.
    return found or tuple(fact for fact in span.reasons if fact.word == Effect.AGREEMENTS_ENDED)


def _never_documented(span: SpanRow) -> str:
    """That no agreement was ever documented, where the word alone would say that there was none."""
    never = span.agreement_record is AgreementRecord.NEVER_DOCUMENTED
    if never and span.agreement is AgreementStanding.NONE:
        return label(AgreementRecord.NEVER_DOCUMENTED)
    return ""


def _objection(fact: FactRow) -> bool:
    ends_inheritance = {MeasureKind.OPTS_IN, MeasureKind.REFUSES_STATE_OPT_OUT}
    return fact.kind == "opt_out" or (
        fact.kind == "local_measure" and fact.word in ends_inheritance
    )


def _limits(fact: FactRow) -> bool:
    return fact.kind == "local_measure" and fact.word == MeasureKind.DETAINER_LIMIT


SHOWN = (
    Shown(
        noop("Federal position"),
        "position",
        "position",
        frozenset({"policy_event"}),
        _of(lambda fact: fact.kind == "policy_event"),
        swatch=True,
    ),
    Shown(
        noop("Agreement"),
        "agreement",
        "agreement",
        frozenset({"agreement"}),
        _agreement,
        swatch=True,
        note=_never_documented,
    ),
    Shown(
        noop("Activation"),
        "activation",
        "activation",
        frozenset({"activation"}),
        _of(lambda fact: fact.kind == "activation"),
    ),
    Shown(
        noop("Objection"),
        "objection",
        "objection",
        frozenset({"opt_out"}),
        _of(_objection),
        swatch=True,
    ),
    Shown(
        noop("Local limits"),
        "local_limits",
        "limits",
        frozenset({"local_measure"}),
        _of(_limits),
        lane=noop("Local measures"),
    ),
)
"""In the order of the rule, top to bottom."""
