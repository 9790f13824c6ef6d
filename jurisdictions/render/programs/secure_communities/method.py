"""The rule of Secure Communities as tables for the public, in the order of docs/status-rules.md."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from jurisdictions.read.programs.secure_communities.limits import limits_of
from jurisdictions.read.rows import AsOf
from jurisdictions.render.words.method import Line, Meaning
from jurisdictions.status.programs.secure_communities.vocabulary import (
    AgreementStepKind,
    Effect,
    OptOutStepKind,
    Status,
)

EFFECTS: tuple[Meaning, ...] = (
    Meaning(
        Effect.PROGRAM_ANNOUNCED,
        _("The federal position becomes “voluntary”. Nothing else changes."),
    ),
    Meaning(
        Effect.PROGRAM_BEGINS,
        _("The program is in force from this day on. The federal position stays as it was."),
    ),
    Meaning(
        Effect.OPT_OUT_PROCEDURE_PUBLISHED,
        _("The federal position becomes “opt-out procedure published”. Nothing else changes."),
    ),
    Meaning(
        Effect.NOT_OPTIONAL,
        _("The federal position becomes “not optional”. Nothing else changes."),
    ),
    Meaning(
        Effect.AGREEMENTS_ENDED,
        _(
            "The federal position becomes “agreements not needed”. Every agreement that is in "
            "force, suspended or waiting for ICE counts as ended by ICE; where none was "
            "documented, there is none from this day on. What states had ended or declined "
            "themselves stays as it was."
        ),
    ),
    Meaning(
        Effect.PROGRAM_ENDS,
        _("The program is no longer in force, and the federal position becomes “program ended”."),
    ),
    Meaning(
        Effect.PROGRAM_RESTORED,
        _("The program is in force again, and the federal position is “agreements not needed”."),
    ),
    Meaning(
        Effect.CONTEXT,
        _("Nothing changes. The act is shown because it helps to understand the others."),
    ),
)

AGREEMENT_STEPS: tuple[Meaning, ...] = (
    Meaning(AgreementStepKind.SIGNED_BY_STATE, _("The agreement waits for ICE's signature.")),
    Meaning(AgreementStepKind.SIGNED, _("The agreement is in force.")),
    Meaning(AgreementStepKind.REVISED, _("The agreement is in force, in its new form.")),
    Meaning(
        AgreementStepKind.IN_FORCE_BY,
        _(
            "The agreement is in force from this day on. It may be older: before the day it stays "
            "“not documented”."
        ),
    ),
    Meaning(AgreementStepKind.INTENT_TO_SIGN, _("Shown on the timeline; changes nothing.")),
    Meaning(
        AgreementStepKind.ACTIVATIONS_PAUSED_BY_STATE,
        _("Shown on the timeline; changes nothing."),
    ),
    Meaning(AgreementStepKind.SUSPENDED_BY_STATE, _("The agreement is suspended.")),
    Meaning(AgreementStepKind.ENDED_BY_STATE, _("The agreement is ended by the state.")),
    Meaning(AgreementStepKind.ENDED_BY_ICE, _("The agreement is ended by ICE.")),
    Meaning(AgreementStepKind.DECLINED, _("The state has declined an agreement.")),
    Meaning(
        AgreementStepKind.OPERATED_WITHOUT_AGREEMENT,
        _("It is known that there was no agreement."),
    ),
)

OPT_OUT_STEPS: tuple[Meaning, ...] = (
    Meaning(OptOutStepKind.INQUIRED, _("Shown on the timeline; changes nothing.")),
    Meaning(OptOutStepKind.ANSWERED, _("Shown on the timeline; changes nothing.")),
    Meaning(OptOutStepKind.REQUESTED, _("The objection is pending.")),
    Meaning(OptOutStepKind.REFUSED, _("The objection is refused.")),
    Meaning(OptOutStepKind.OVERRIDDEN, _("The objection counts as refused.")),
    Meaning(OptOutStepKind.GRANTED, _("The objection is honored.")),
    Meaning(OptOutStepKind.WITHDRAWN, _("There is no objection any more.")),
    Meaning(OptOutStepKind.LAPSED, _("There is no objection any more.")),
)

LINES: tuple[Line, ...] = (
    Line(1, _("The program has not begun."), Status.NOT_BEGUN),
    Line(2, _("The place no longer exists, or not yet."), Status.DOES_NOT_EXIST),
    Line(3, _("The program has ended."), Status.PROGRAM_ENDED),
    Line(4, _("Not activated, and its objection is honored."), Status.OPTED_OUT),
    Line(5, _("Not activated, and its objection is pending or refused."), Status.OPT_OUT_SOUGHT),
    Line(6, _("Not activated."), Status.NOT_ACTIVATED),
    Line(
        7,
        _("Activated before its objection was honored, and the objection is honored."),
        Status.OPTED_OUT,
    ),
    Line(
        8,
        _(
            "Activated, and its objection is refused; or activated after an objection arose "
            "that still stands."
        ),
        Status.ACTIVE_OVER_OBJECTION,
    ),
    Line(9, _("Activated, and its objection is pending."), Status.ACTIVE_OPT_OUT_PENDING),
    Line(
        10,
        _("Activated, and the state's agreement is in force or waits for ICE's signature."),
        Status.ACTIVE_UNDER_AGREEMENT,
    ),
    Line(
        11,
        _("Activated, and no agreement of the state is documented."),
        Status.ACTIVE_AGREEMENT_NOT_DOCUMENTED,
    ),
    Line(12, _("Activated."), Status.ACTIVE_WITHOUT_AGREEMENT),
)


def told(as_of: AsOf) -> dict[str, object]:
    """What only this program's methodology tells: its steps, and the limits of its record."""
    return {
        "agreement_steps": AGREEMENT_STEPS,
        "opt_out_steps": OPT_OUT_STEPS,
        "limits": limits_of(as_of),
    }
