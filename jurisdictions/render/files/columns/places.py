"""Places on a day, and places through time; those of Secure Communities."""

from __future__ import annotations

from django.utils.translation import gettext_noop as _

from jurisdictions.render.files.tables import Column, ColumnKind, Table
from jurisdictions.status.programs.secure_communities.vocabulary import (
    ActivationStanding,
    AgreementRecord,
    AgreementStanding,
    LocalLimits,
    Objection,
    Position,
    Status,
)
from jurisdictions.status.vocabulary import PlaceKind

WORD, DATE, EDTF, LIST = ColumnKind.WORD, ColumnKind.DATE, ColumnKind.EDTF, ColumnKind.LIST

GEOID = Column(
    "geoid",
    _("Census geoid"),
    _("Census code of the place: two digits for a state, five for a county. Text: zeros count."),
)
PLACE = (
    GEOID,
    Column("name", _("Name"), _("Name of the place.")),
    Column("state", _("State"), _("Two-letter postal code of the state or territory.")),
    Column("kind", _("Kind of place"), _("What the place is."), WORD, words=(PlaceKind,)),
)
STATUS = Column(
    "status",
    _("Status"),
    _("How the place stood, by the rule of this tracker."),
    WORD,
    words=(Status,),
)
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

EXACTLY = _(
    "The same as precise as the record knows it, in EDTF: 2010, 2010-07, 2010-07-13, or between "
    "two of these, 2026-05-14/2026-05-18."
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

DAY = Column(
    "date",
    _("Day"),
    _("The day that the row is about."),
    DATE,
    asked=lambda as_of: as_of.on,
)
SINCE = (
    Column("since", _("Since"), _("First day of the status; empty from the beginning."), DATE),
    Column("since_edtf", _("Since, as known"), EXACTLY, EDTF),
)
BEGINNING = (
    Column("start", _("From"), _("First day of the span; empty from the beginning."), DATE),
    Column("end", _("Until"), _("First day after the span; empty while it lasts."), DATE),
)
REASONS = Column(
    "reasons",
    _("Reasons"),
    _("Names of the facts that decided, between blanks, in the order of effect."),
    LIST,
)
KNOWN_ENDS = (
    Column("start_edtf", _("From, as known"), EXACTLY, EDTF),
    Column("end_edtf", _("Until, as known"), EXACTLY, EDTF),
)

STATUSES = Table(
    "statuses",
    _("Places on a day"),
    (*PLACE, DAY, STATUS, *DIMENSIONS, *SINCE, *SHARING, RECORD),
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
