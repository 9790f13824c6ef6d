"""The tables of its places: on a day, and through time."""

from __future__ import annotations

from django.utils.translation import gettext_noop as _

from jurisdictions.read.programs.secure_communities.requests import RequestRow
from jurisdictions.render.files.columns.places import (
    BEGINNING,
    DAY,
    EXACTLY,
    GEOID,
    KNOWN_ENDS,
    PLACE,
    REASONS,
    SINCE,
    SURE,
    status_column,
)
from jurisdictions.render.files.tables import Column, ColumnKind, Table, Value
from jurisdictions.status.programs.secure_communities.vocabulary import (
    ActivationStanding,
    AgreementRecord,
    AgreementStanding,
    LocalLimits,
    Objection,
    OptOutStepKind,
    Position,
    Status,
)

WORD, DATE, EDTF = ColumnKind.WORD, ColumnKind.DATE, ColumnKind.EDTF
INTEGER, LIST = ColumnKind.INTEGER, ColumnKind.LIST
STATUS = status_column(Status)
POSITION = Column(
    "position",
    _("Federal position"),
    _("What the federal government said about taking part."),
    WORD,
    words=(Position,),
)
DIMENSIONS = (
    Column(
        "agreement",
        _("Agreement"),
        _("How the state's agreement with ICE stood."),
        WORD,
        words=(AgreementStanding,),
    ),
    Column(
        "activation",
        _("Activation"),
        _("Whether fingerprints taken there were shared."),
        WORD,
        words=(ActivationStanding,),
    ),
    Column(
        "objection",
        _("Objection"),
        _("What had become of a formal request not to take part."),
        WORD,
        words=(Objection,),
    ),
    Column(
        "local_limits",
        _("Local limits"),
        _("Whether a local measure limited detainers."),
        WORD,
        words=(LocalLimits,),
    ),
)
SHARING = (
    Column(
        "activated_on",
        _("Activated on"),
        _("Day of the activation that stood, the first in a state; empty while there was none."),
        DATE,
    ),
    Column("activated_on_edtf", _("Activated on, as known"), EXACTLY, EDTF),
    Column(
        "sharing_since",
        _("Sharing since"),
        _("Day since which fingerprints were shared without a break; empty while they were not."),
        DATE,
    ),
    Column("sharing_since_edtf", _("Sharing since, as known"), EXACTLY, EDTF),
)

RECORD = Column(
    "agreement_record",
    _("Agreement on record"),
    _("Whether any step on record, up to the day, says how the state's agreement stood."),
    WORD,
    words=(AgreementRecord,),
)

STATE_CODE = _("Two-letter postal code of the state or territory.")
WHEN = _("When it happened: a day, a month or a year, as recorded.")
STEP = _("What was done.")
SUPPORT = _("Keys of the sources that support its steps.")
STEPS = (OptOutStepKind,)


def _thread(one: RequestRow) -> Value:
    return one.thread


def _steps(one: RequestRow) -> Value:
    return len(one.steps)


def _sources(one: RequestRow) -> Value:
    cited = (c for step in one.steps for c in step.citations if not c.contradicts)
    return tuple(dict.fromkeys(citation.source.key for citation in cited))


STATUSES = Table(
    "statuses",
    _("Places on a day"),
    (*PLACE, DAY, STATUS, *DIMENSIONS, *SINCE, *SHARING, RECORD, *SURE),
)
SPANS = Table(
    "spans",
    _("Places through time"),
    (
        *PLACE,
        *BEGINNING,
        STATUS,
        POSITION,
        *DIMENSIONS,
        REASONS,
        *KNOWN_ENDS,
        *SHARING,
        RECORD,
    ),
)
REQUESTS = Table(
    "requests",
    _("Opt-out requests"),
    (
        Column("request", _("Request"), _("Key of the request; it never changes."), value=_thread),
        Column("geoid", GEOID.heading, GEOID.meaning, value=lambda one: one.place.geoid),
        Column("name", _("Name"), _("Name of the place."), value=lambda one: one.place.label),
        Column("state", _("State"), STATE_CODE, value=lambda one: one.place.state),
        Column("by", _("By"), _("Who asked first."), value=lambda one: one.first.by),
        Column("first_on", _("First step on"), WHEN, DATE, lambda one: one.first.on),
        Column("first_step", _("First step"), STEP, WORD, lambda one: one.first.word, words=STEPS),
        Column("last_on", _("Last step on"), WHEN, DATE, lambda one: one.last.on),
        Column("last_step", _("Last step"), STEP, WORD, lambda one: one.last.word, words=STEPS),
        Column("steps", _("Steps"), _("How many are on record."), INTEGER, _steps),
        Column(
            "days",
            _("Days to the last answer"),
            _("From the first step; empty where a day is not known, or nobody answered."),
            INTEGER,
        ),
        Column("sources", _("Sources"), SUPPORT, LIST, _sources),
    ),
)
LISTS = (REQUESTS,)
"""Its other lists."""
