"""The closed vocabularies: words that facts are written in, and words the rule answers with."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """Where a jurisdiction stands on a day: the answer of the rule."""

    NOT_BEGUN = "not-begun"
    PROGRAM_ENDED = "program-ended"
    DOES_NOT_EXIST = "does-not-exist"
    OPTED_OUT = "opted-out"
    OPT_OUT_SOUGHT = "opt-out-sought"
    NOT_ACTIVATED = "not-activated"
    ACTIVE_OVER_OBJECTION = "active-over-objection"
    ACTIVE_OPT_OUT_PENDING = "active-opt-out-pending"
    ACTIVE_UNDER_AGREEMENT = "active-under-agreement"
    ACTIVE_AGREEMENT_NOT_DOCUMENTED = "active-agreement-not-documented"
    ACTIVE_WITHOUT_AGREEMENT = "active-without-agreement"


class Position(StrEnum):
    """What the federal government says of taking part."""

    UNSTATED = "unstated"
    VOLUNTARY = "voluntary"
    OPT_OUT_PROCEDURE = "opt-out-procedure"
    NOT_OPTIONAL = "not-optional"
    AGREEMENTS_NOT_NEEDED = "agreements-not-needed"
    ENDED = "ended"


class AgreementStanding(StrEnum):
    """How a state's agreement with ICE stands."""

    NOT_DOCUMENTED = "not-documented"
    AWAITING_ICE = "awaiting-ice"
    IN_FORCE = "in-force"
    SUSPENDED = "suspended"
    ENDED_BY_STATE = "ended-by-state"
    ENDED_BY_ICE = "ended-by-ice"
    DECLINED = "declined"
    NONE = "none"


class AgreementRecord(StrEnum):
    """Whether anything on record, up to a day, says how a state's agreement stood.

    `never-documented` stays when the federal end of all agreements turns `not-documented` into
    `none`: the doubt does not end with it.
    """

    DOCUMENTED = "documented"
    NEVER_DOCUMENTED = "never-documented"


class ActivationStanding(StrEnum):
    """Whether fingerprints are being shared there."""

    ACTIVATED = "activated"
    NOT_ACTIVATED = "not-activated"


class Objection(StrEnum):
    """How a formal wish not to take part stands."""

    NONE = "none"
    PENDING = "pending"
    REFUSED = "refused"
    HONOURED = "honoured"


class LocalLimits(StrEnum):
    """Whether an adopted local measure limits detainers."""

    NONE_RECORDED = "none-recorded"
    LIMITS_DETAINERS = "limits-detainers"


class Effect(StrEnum):
    """What a federal act does to the rules."""

    PROGRAM_ANNOUNCED = "program-announced"
    PROGRAM_BEGINS = "program-begins"
    OPT_OUT_PROCEDURE_PUBLISHED = "opt-out-procedure-published"
    NOT_OPTIONAL = "not-optional"
    AGREEMENTS_ENDED = "agreements-ended"
    PROGRAM_ENDS = "program-ends"
    PROGRAM_RESTORED = "program-restored"
    CONTEXT = "context"


class AgreementStepKind(StrEnum):
    """A dated step of an agreement."""

    SIGNED_BY_STATE = "signed-by-state"
    SIGNED = "signed"
    REVISED = "revised"
    INTENT_TO_SIGN = "intent-to-sign"
    ACTIVATIONS_PAUSED_BY_STATE = "activations-paused-by-state"
    SUSPENDED_BY_STATE = "suspended-by-state"
    ENDED_BY_STATE = "ended-by-state"
    ENDED_BY_ICE = "ended-by-ice"
    DECLINED = "declined"
    OPERATED_WITHOUT_AGREEMENT = "operated-without-agreement"
    IN_FORCE_BY = "in-force-by"


class AgreementBasis(StrEnum):
    """What the date of an agreement's step rests on: shown, never used by the rule."""

    SIGNED = "signed"
    ANNOUNCED = "announced"
    IN_FORCE_BY = "in-force-by"


class OptOutStepKind(StrEnum):
    """A dated step of an opt-out request."""

    INQUIRED = "inquired"
    ANSWERED = "answered"
    REQUESTED = "requested"
    REFUSED = "refused"
    OVERRIDDEN = "overridden"
    GRANTED = "granted"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"


class MeasureKind(StrEnum):
    """What kind of local act a measure is."""

    RESOLUTION = "resolution"
    DETAINER_LIMIT = "detainer-limit"
    OPTS_IN = "opts-in"
    REFUSES_STATE_OPT_OUT = "refuses-state-opt-out"
    COMMUNITY_REQUEST = "community-request"
    REQUEST_BY_CITY = "request-by-city"
    STATEMENT = "statement"
    BILL = "bill"
    CONSIDERED = "considered"
    CITY_DETAINER_LIMIT = "city-detainer-limit"


class DateBasis(StrEnum):
    """What the date of a local measure rests on: shown, never used by the rule.

    `reported-by`: known from a list of that day, so the measure is of that day or an earlier one.
    """

    ENACTED = "enacted"
    ANNOUNCED = "announced"
    REPORTED = "reported"
    REPORTED_BY = "reported-by"


class MeasureOutcome(StrEnum):
    """What became of a local measure."""

    ADOPTED = "adopted"
    NOT_ADOPTED = "not-adopted"
    PASSED_CHAMBER = "passed-chamber"
    PENDING = "pending"
    NOT_PURSUED = "not-pursued"
    OVERTAKEN = "overtaken"
    UNKNOWN = "unknown"
