"""Why a place stands where it stands: one line, from the reasons of its span."""

from __future__ import annotations

from collections.abc import Container, Iterable
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from jurisdictions.read.rows import FactRow, PlaceRow, SpanRow
from jurisdictions.render.programs.secure_communities.who_asked import (
    Request,
    decided_request,
    open_request,
    overruled_request,
)
from jurisdictions.render.words.fact_days import fact_when, known_by
from jurisdictions.render.words.lives import end_line
from jurisdictions.status.programs.secure_communities.vocabulary import (
    AgreementStanding,
    AgreementStepKind,
    Effect,
    Objection,
    OptOutStepKind,
    Status,
)

_ENDS = {Effect.PROGRAM_ENDS.value}
_REFUSED = {OptOutStepKind.REFUSED.value}
_OVERRIDDEN = {OptOutStepKind.OVERRIDDEN.value}
_GRANTED = {OptOutStepKind.GRANTED.value}


def why_line(span: SpanRow, place: PlaceRow) -> str:
    """One line that says why `place` has the status of `span`; it ends with a full stop."""
    match span.status:
        case Status.NOT_BEGUN:
            return _("The program had not begun.")
        case Status.PROGRAM_ENDED:
            ended = _when(span, "policy_event", _ENDS)
            return (
                _("The program ended %(when)s.") % {"when": ended}
                if ended
                else _("The program had ended.")
            )
        case Status.DOES_NOT_EXIST:
            return end_line(place) or _("This place did not exist yet.")
        case Status.NOT_ACTIVATED:
            return (
                _("No activation in any of its jurisdictions is on record up to this day.")
                if place.is_state
                else _("No activation is on record up to this day.")
            )
        case Status.OPTED_OUT | Status.OPT_OUT_SOUGHT:
            return _sentence(objection_clause(span, place))
        case _:
            return _while_active(span, place)


def _while_active(span: SpanRow, place: PlaceRow) -> str:
    if span.status is Status.ACTIVE_OVER_OBJECTION:
        clause = _overruled_clause(span, place)
    elif span.status is Status.ACTIVE_OPT_OUT_PENDING:
        clause = objection_clause(span, place)
    else:
        clause = agreement_clause(span)
    began = _when(span, "activation")
    if not began:
        return _sentence(clause)
    template = (
        _("Its first jurisdiction was activated %(when)s; %(clause)s.")
        if place.is_state
        else _("Activated %(when)s; %(clause)s.")
    )
    return template % {"when": began, "clause": clause}


def _overruled_clause(span: SpanRow, place: PlaceRow) -> str:
    """Why it counts as over objection: the refusal, or else the request that came before."""
    if span.objection is Objection.REFUSED:
        return objection_clause(span, place)
    return overruled_request(Request.of(span, place))


def objection_clause(span: SpanRow, place: PlaceRow) -> str:
    """How the wish not to take part stands, and who had it, as a clause without a full stop."""
    request = Request.of(span, place)
    if span.objection is Objection.HONOURED:
        return decided_request(request, _("was granted %(when)s"), _when(span, "opt_out", _GRANTED))
    if span.objection is Objection.PENDING:
        return open_request(request)
    # The status began with the request, whatever was answered later: both days are told.
    dated = span.status is Status.OPT_OUT_SOUGHT
    if overridden := _when(span, "opt_out", _OVERRIDDEN):
        return decided_request(request, _("was overridden %(when)s"), overridden, dated=dated)
    refused = _when(span, "opt_out", _REFUSED)
    return decided_request(request, _("was refused %(when)s"), refused, dated=dated)


AGREEMENT_CLAUSES: dict[AgreementStanding, str] = {
    AgreementStanding.NOT_DOCUMENTED: noop("no agreement of the state with ICE is documented"),
    AgreementStanding.AWAITING_ICE: noop(
        "the agreement that the state signed %(when)s was not yet signed by ICE"
    ),
    AgreementStanding.IN_FORCE: noop(
        "the state's agreement with ICE, signed %(when)s, was in force"
    ),
    AgreementStanding.SUSPENDED: noop("the state suspended its agreement %(when)s"),
    AgreementStanding.ENDED_BY_STATE: noop("the state ended its agreement %(when)s"),
    AgreementStanding.ENDED_BY_ICE: noop("ICE ended the state's agreement %(when)s"),
    AgreementStanding.DECLINED: noop("the state declined an agreement %(when)s"),
    AgreementStanding.NONE: noop("the state had no agreement, as recorded %(when)s"),
}


def agreement_clause(span: SpanRow) -> str:
    """How the state's agreement stands, as a clause without a full stop."""
    own = _when(span, "agreement")
    if _known_by(span):
        return _(
            "an agreement of the state with ICE was in force %(when)s; when it began is not known"
        ) % {"when": own}
    federal = _when(span, "policy_event", {Effect.AGREEMENTS_ENDED.value})
    if span.agreement is AgreementStanding.NONE and not own:
        return _("ICE declared %(when)s that it needed no agreement, and none is documented") % {
            "when": federal
        }
    return _(AGREEMENT_CLAUSES[span.agreement]) % {"when": own or federal}


def known_later_line(span: SpanRow, facts: Iterable[FactRow]) -> str:
    """What is known of an agreement while none is documented yet: a later day by which it stood.

    Empty where nothing is, or where the span has an agreement of its own.
    """
    if span.agreement is not AgreementStanding.NOT_DOCUMENTED:
        return ""
    standing = (f for f in facts if f.word == AgreementStepKind.IN_FORCE_BY and f.on)
    first = min(standing, key=lambda f: f.effective_on or date.max, default=None)
    if first is None:
        return ""
    return _("An agreement of the state was in force %(when)s; when it began is not known.") % {
        "when": fact_when(first)
    }


def _known_by(span: SpanRow) -> bool:
    """Whether all that is known of the agreement is a day by which it stood."""
    fact = _last(span.reasons, "agreement", None)
    return span.agreement is AgreementStanding.IN_FORCE and fact is not None and known_by(fact)


def _when(span: SpanRow, kind: str, words: Container[str] | None = None) -> str:
    """When the last reason of that kind, with one of the words, happened; empty when none did."""
    fact = _last(span.reasons, kind, words)
    return fact_when(fact) if fact else ""


def _last(reasons: tuple[FactRow, ...], kind: str, words: Container[str] | None) -> FactRow | None:
    return next(
        (
            fact
            for fact in reversed(reasons)
            if fact.kind == kind and (words is None or fact.word in words)
        ),
        None,
    )


def _sentence(clause: str) -> str:
    return f"{clause[:1].upper()}{clause[1:]}."
