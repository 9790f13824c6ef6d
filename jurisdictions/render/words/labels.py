"""The public label of every vocabulary word, in the reader's language."""

from __future__ import annotations

from enum import StrEnum

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from jurisdictions.render.words.own_labels import own
from jurisdictions.status.kinds import FactKind
from jurisdictions.status.programs import effects_of, packages
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
from jurisdictions.status.vocabulary import Instrument, PlaceKind, Qualifier

LABELS: dict[type[StrEnum], dict[str, str]] = {
    Qualifier: {
        Qualifier.MORE_THAN: _("More than"),
        Qualifier.AT_LEAST: _("At least"),
        Qualifier.ABOUT: _("Roughly"),
        Qualifier.ALMOST: _("Almost"),
        Qualifier.AT_MOST: _("At most"),
        Qualifier.LESS_THAN: _("Less than"),
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
    PlaceKind: {
        PlaceKind.NATION: _("Nation"),
        PlaceKind.STATE: _("State"),
        PlaceKind.DISTRICT: _("District"),
        PlaceKind.TERRITORY: _("Territory"),
        PlaceKind.COUNTY: _("County"),
        PlaceKind.PARISH: _("Parish"),
        PlaceKind.BOROUGH: _("Borough"),
        PlaceKind.CENSUS_AREA: _("Census area"),
        PlaceKind.MUNICIPALITY: _("Municipality"),
        PlaceKind.INDEPENDENT_CITY: _("Independent city"),
        PlaceKind.MUNICIPIO: _("Municipio"),
        PlaceKind.ISLAND: _("Island"),
        PlaceKind.COUNTY_EQUIVALENT: _("County equivalent"),
    },
    Instrument: {
        Instrument.ACTIVATION: _("Activation"),
        Instrument.ANNOUNCEMENT: _("Announcement"),
        Instrument.BILL: _("Bill"),
        Instrument.COURT_ORDER: _("Court order"),
        Instrument.EMAIL: _("Email"),
        Instrument.EXECUTIVE_ORDER: _("Executive order"),
        Instrument.LAWSUIT: _("Lawsuit"),
        Instrument.LETTER: _("Letter"),
        Instrument.MEETING: _("Meeting"),
        Instrument.MEMO: _("Memo"),
        Instrument.NEWS_REPORT: _("News report"),
        Instrument.NOTICE: _("Notice"),
        Instrument.PRESS_CONFERENCE: _("Press conference"),
        Instrument.PROGRAM_START: _("Program start"),
        Instrument.RECORDS_RELEASE: _("Records release"),
        Instrument.RECORDS_REQUEST: _("Records request"),
        Instrument.REFORM: _("Reform"),
        Instrument.REPLY: _("Reply"),
        Instrument.REPORT: _("Report"),
        Instrument.RESOLUTION: _("Resolution"),
        Instrument.SETTLEMENT: _("Settlement"),
        Instrument.STATEMENT: _("Statement"),
        Instrument.SUSPENSION: _("Suspension"),
        Instrument.TASK_FORCE: _("Advisory task force"),
        Instrument.TELEPHONE: _("Telephone call"),
        Instrument.TERMINATION: _("Termination"),
        Instrument.WEB_PAGE_REMOVED: _("Web page removed"),
        Instrument.WITHDRAWAL: _("Withdrawal"),
    },
}

LABELS |= own("LABELS")

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

UNITS: dict[str, str] = {
    "jurisdictions": _("jurisdictions"),
    "states and territories": _("states and territories"),
    "states": _("states"),
    "persons": _("persons"),
    "percent": _("percent"),
    "submissions": _("submissions"),
}

WORDS: dict[str, type[StrEnum]] = {
    "jurisdiction": PlaceKind,
    "agreement": AgreementStepKind,
    "opt_out": OptOutStepKind,
    "local_measure": MeasureKind,
    "policy_event": Effect,
    **own("WORDS"),
}
"""Which vocabulary the word of a fact of each kind belongs to."""

KINDS: dict[str, str] = {
    "activation": _("Activation"),
    "agreement": _("Agreement"),
    "opt_out": _("Opt-out request"),
    "local_measure": _("Local measure"),
    "policy_event": _("Federal act"),
    "reported_figure": _("Reported figure"),
    **own("KINDS"),
}
"""The kinds of facts, as headings and badges name them."""


def label(value: StrEnum) -> str:
    """The public label of a vocabulary word: "Active over objection"."""
    return gettext(LABELS[type(value)][value])


def word_label(kind: str, word: str) -> str:
    """The label of a fact's word: "Request refused" for an opt_out's `refused`.

    An activation has no word of its own and is called by its kind; an unlisted metric by its name.
    """
    if kind == "reported_figure":
        return gettext(METRICS.get(word) or own("METRICS").get(word, word))
    if kind not in WORDS:
        return gettext(KINDS[kind])
    return label(vocabulary_word(kind, word))


def vocabulary_word(kind: str, word: str) -> StrEnum:
    """A fact's word in its vocabulary; a federal act's in that of the program that has it."""
    vocabularies = [WORDS[kind]]
    if kind == FactKind.POLICY_EVENT:
        vocabularies += map(effects_of, packages())
    for vocabulary in vocabularies:
        if word in {one.value for one in vocabulary}:
            return vocabulary(word)
    raise ValueError(word)


def unit_label(unit: str) -> str:
    """The unit of a reported figure: "persons"; an unlisted unit as it was recorded."""
    known = UNITS.get(unit) or own("UNITS").get(unit)
    return gettext(known) if known else unit


def outcome_label(outcome: str) -> str:
    """What became of a local measure: "Adopted"; empty stays empty."""
    return label(MeasureOutcome(outcome)) if outcome else ""


def instrument_label(instrument: str) -> str:
    """The form of an act: "Letter"; one that is not in the vocabulary as it was recorded."""
    known = {word.value for word in Instrument}
    return label(Instrument(instrument)) if instrument in known else instrument
