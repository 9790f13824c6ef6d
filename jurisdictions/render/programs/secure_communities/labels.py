"""The public label of every word that the facts of Secure Communities are written in."""

from __future__ import annotations

from enum import StrEnum

from django.utils.translation import gettext_noop as _

from jurisdictions.status.programs.secure_communities.flags import OwnFlag
from jurisdictions.status.programs.secure_communities.vocabulary import (
    ActivationStanding,
    AgreementBasis,
    AgreementRecord,
    AgreementStanding,
    AgreementStepKind,
    DateBasis,
    Effect,
    LocalLimits,
    MeasureKind,
    MeasureOutcome,
    Objection,
    OptOutStepKind,
    Position,
    Status,
)

LABELS: dict[type[StrEnum], dict[str, str]] = {
    OwnFlag: {
        OwnFlag.NO_AGREEMENT: _("An activation without an agreement on record"),
    },
    Status: {
        Status.NOT_BEGUN: _("Program not begun"),
        Status.PROGRAM_ENDED: _("Program ended"),
        Status.DOES_NOT_EXIST: _("No longer exists"),
        Status.OPTED_OUT: _("Opted out"),
        Status.OPT_OUT_SOUGHT: _("Not active, opt-out sought"),
        Status.NOT_ACTIVATED: _("No activation recorded"),
        Status.ACTIVE_OVER_OBJECTION: _("Active over objection"),
        Status.ACTIVE_OPT_OUT_PENDING: _("Active, opt-out pending"),
        Status.ACTIVE_UNDER_AGREEMENT: _("Active under an agreement"),
        Status.ACTIVE_AGREEMENT_NOT_DOCUMENTED: _("Active, agreement not documented"),
        Status.ACTIVE_WITHOUT_AGREEMENT: _("Active without an agreement"),
    },
    Position: {
        Position.UNSTATED: _("Not stated"),
        Position.VOLUNTARY: _("Voluntary"),
        Position.OPT_OUT_PROCEDURE: _("Opt-out procedure published"),
        Position.NOT_OPTIONAL: _("Not optional"),
        Position.AGREEMENTS_NOT_NEEDED: _("Agreements not needed"),
        Position.ENDED: _("Program ended"),
    },
    AgreementStanding: {
        AgreementStanding.NOT_DOCUMENTED: _("Not documented"),
        AgreementStanding.AWAITING_ICE: _("Signed by the state, awaiting ICE"),
        AgreementStanding.IN_FORCE: _("In force"),
        AgreementStanding.SUSPENDED: _("Suspended by the state"),
        AgreementStanding.ENDED_BY_STATE: _("Ended by the state"),
        AgreementStanding.ENDED_BY_ICE: _("Ended by ICE"),
        AgreementStanding.DECLINED: _("Declined by the state"),
        AgreementStanding.NONE: _("No agreement"),
    },
    AgreementRecord: {
        AgreementRecord.DOCUMENTED: _("Documented"),
        AgreementRecord.NEVER_DOCUMENTED: _("Never documented"),
    },
    ActivationStanding: {
        ActivationStanding.ACTIVATED: _("Activated"),
        ActivationStanding.NOT_ACTIVATED: _("Not activated"),
    },
    Objection: {
        Objection.NONE: _("No objection"),
        Objection.PENDING: _("Pending"),
        Objection.REFUSED: _("Refused"),
        Objection.HONOURED: _("Honored"),
    },
    LocalLimits: {
        LocalLimits.NONE_RECORDED: _("None recorded"),
        LocalLimits.LIMITS_DETAINERS: _("Limits detainers"),
    },
    Effect: {
        Effect.PROGRAM_ANNOUNCED: _("Program announced"),
        Effect.PROGRAM_BEGINS: _("Program begins"),
        Effect.OPT_OUT_PROCEDURE_PUBLISHED: _("Opt-out procedure published"),
        Effect.NOT_OPTIONAL: _("Declared not optional"),
        Effect.AGREEMENTS_ENDED: _("Agreements ended"),
        Effect.PROGRAM_ENDS: _("Program ends"),
        Effect.PROGRAM_RESTORED: _("Program restored"),
        Effect.CONTEXT: _("Context"),
    },
    AgreementStepKind: {
        AgreementStepKind.SIGNED_BY_STATE: _("Signed by the state"),
        AgreementStepKind.SIGNED: _("Signed"),
        AgreementStepKind.REVISED: _("Revised"),
        AgreementStepKind.INTENT_TO_SIGN: _("Intent to sign"),
        AgreementStepKind.ACTIVATIONS_PAUSED_BY_STATE: _("Activations paused by the state"),
        AgreementStepKind.SUSPENDED_BY_STATE: _("Suspended by the state"),
        AgreementStepKind.ENDED_BY_STATE: _("Ended by the state"),
        AgreementStepKind.ENDED_BY_ICE: _("Ended by ICE"),
        AgreementStepKind.DECLINED: _("Declined by the state"),
        AgreementStepKind.OPERATED_WITHOUT_AGREEMENT: _("Operated without an agreement"),
        AgreementStepKind.IN_FORCE_BY: _("In force by then"),
    },
    AgreementBasis: {
        AgreementBasis.SIGNED: _("Day of the signature"),
        AgreementBasis.ANNOUNCED: _("As announced"),
        AgreementBasis.IN_FORCE_BY: _("By that day; it may be older"),
    },
    OptOutStepKind: {
        OptOutStepKind.INQUIRED: _("Asked about opting out"),
        OptOutStepKind.ANSWERED: _("Inquiry answered"),
        OptOutStepKind.REQUESTED: _("Opt-out requested"),
        OptOutStepKind.REFUSED: _("Request refused"),
        OptOutStepKind.OVERRIDDEN: _("Activated regardless"),
        OptOutStepKind.GRANTED: _("Request granted"),
        OptOutStepKind.WITHDRAWN: _("Request withdrawn"),
        OptOutStepKind.LAPSED: _("Request lapsed"),
    },
    MeasureKind: {
        MeasureKind.RESOLUTION: _("Resolution"),
        MeasureKind.DETAINER_LIMIT: _("Detainer limit"),
        MeasureKind.OPTS_IN: _("Choice to take part"),
        MeasureKind.REFUSES_STATE_OPT_OUT: _("Refusal of the state's opt-out"),
        MeasureKind.COMMUNITY_REQUEST: _("Community request"),
        MeasureKind.REQUEST_BY_CITY: _("Request by a city"),
        MeasureKind.STATEMENT: _("Statement"),
        MeasureKind.BILL: _("Bill"),
        MeasureKind.CONSIDERED: _("Considered"),
        MeasureKind.CITY_DETAINER_LIMIT: _("Detainer limit of a city"),
    },
    DateBasis: {
        DateBasis.ENACTED: _("Day of the act itself"),
        DateBasis.ANNOUNCED: _("As announced"),
        DateBasis.REPORTED: _("As reported"),
        DateBasis.REPORTED_BY: _("By that day, as a list reported"),
    },
    MeasureOutcome: {
        MeasureOutcome.ADOPTED: _("Adopted"),
        MeasureOutcome.NOT_ADOPTED: _("Not adopted"),
        MeasureOutcome.PASSED_CHAMBER: _("Passed one chamber"),
        MeasureOutcome.PENDING: _("Pending"),
        MeasureOutcome.NOT_PURSUED: _("Not pursued"),
        MeasureOutcome.OVERTAKEN: _("Overtaken by events"),
        MeasureOutcome.UNKNOWN: _("Outcome not found"),
    },
}
METRICS: dict[str, str] = {
    "active-jurisdictions": _("Active jurisdictions"),
    "states-with-active-jurisdictions": _("States and territories with an active jurisdiction"),
    "agreements-in-force": _("Agreements in force"),
    "agreements-executed": _("Agreements signed"),
    "states-opted-in": _("States that had joined"),
    "fingerprint-submissions": _("Fingerprint submissions"),
    "arrested-or-booked-into-ice-custody": _("Arrested or booked into ICE custody"),
    "removals": _("Removals"),
    "criminal-removals": _("Removals with a criminal record"),
    "convicted-criminal-removals": _("Removals after a criminal conviction"),
    "felony-removals": _("Removals after a felony conviction"),
    "level1-removals": _("Level 1 removals"),
    "noncriminal-removals": _("Removals without a conviction"),
    "noncriminal-removals-change": _("Change in removals without a conviction"),
    "noncriminal-removals-change-pct": _("Change in removals without a conviction, percent"),
    "noncriminal-share-of-removals-pct": _("Share of removals without a conviction"),
    "noncriminal-or-low-level-share-pct": _("Share without a conviction or with a low-level one"),
    "low-level-or-no-record-share-pct": _("Share with a low-level record or none"),
    "never-convicted-share-pct": _("Share never convicted"),
    "serious-crime-share-pct": _("Share with a serious crime"),
}
"""What figures of the program count."""
WORDS: dict[str, type[StrEnum]] = {
    "agreement": AgreementStepKind,
    "opt_out": OptOutStepKind,
    "local_measure": MeasureKind,
}
"""Which vocabulary the word of a fact of each kind belongs to."""
KINDS: dict[str, str] = {
    "activation": _("Activation"),
    "agreement": _("Agreement"),
    "opt_out": _("Opt-out request"),
    "local_measure": _("Local measure"),
}
"""The kinds of facts, as headings and badges name them."""
OUTCOMES: dict[str, type[StrEnum]] = {"local_measure": MeasureOutcome}
"""Which vocabulary tells what became of a fact of each kind."""
BASES: dict[str, type[StrEnum]] = {"agreement": AgreementBasis, "local_measure": DateBasis}
"""Which vocabulary tells what the day of a fact of each kind rests on."""
THREADS: dict[str, str] = {
    "activation": _("Activation"),
    "agreement": _("The state's agreement with ICE"),
    "opt_out": _("Request not to take part"),
    "local_measure": _("Local measures"),
}
"""Under which heading the facts of a kind stand on a place's page, in this order."""
THREADS_BY: dict[str, str] = {"opt_out": _("Request not to take part: %(by)s")}
"""The heading of each thread of a kind that is told thread by thread."""
THREADS_OF: dict[str, str] = {"opt_out": _("Request of %(day)s")}
"""What the later steps of a thread are told to be about, in a list by time."""
