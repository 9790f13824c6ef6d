"""The tables of its places: on a day, and through time."""

from __future__ import annotations

from django.utils.translation import gettext_noop as _

from jurisdictions.render.files.columns.places import (
    BEGINNING,
    DAY,
    EXACTLY,
    KNOWN_ENDS,
    PLACE,
    REASONS,
    SINCE,
    SURE,
    status_column,
)
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

WORD, DATE, EDTF = ColumnKind.WORD, ColumnKind.DATE, ColumnKind.EDTF
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
