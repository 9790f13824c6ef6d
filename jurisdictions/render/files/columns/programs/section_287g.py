"""The tables of its places: on a day, and through time."""

from __future__ import annotations

from django.utils.translation import gettext_noop as _

from jurisdictions.render.files.columns.agencies import AGENCIES, AGREEMENTS
from jurisdictions.render.files.columns.counts import FROM_DAY
from jurisdictions.render.files.columns.places import (
    BEGINNING,
    DAY,
    EXACTLY,
    GEOID,
    KNOWN_ENDS,
    PLACE,
    REASONS,
    RECORD_UNTIL,
    SINCE,
    SURE,
    status_column,
)
from jurisdictions.render.files.tables import Column, ColumnKind, Table
from jurisdictions.status.programs.section_287g.vocabulary import (
    ApplicationStanding,
    LawStanding,
    Position,
    Reach,
    Status,
    Strongest,
)

WORD, DATE, EDTF = ColumnKind.WORD, ColumnKind.DATE, ColumnKind.EDTF
STATUS = status_column(Status)
POSITION = Column(
    "position",
    _("Federal position"),
    _("Which agreements federal law and policy allowed."),
    WORD,
    words=(Position,),
)
DIMENSIONS = (
    Column(
        "local_agreement",
        _("Local agreement"),
        _("The strongest model in force among local agencies."),
        WORD,
        words=(Strongest,),
    ),
    Column(
        "reach",
        _("Reach"),
        _("How much of the county these agencies serve."),
        WORD,
        words=(Reach,),
    ),
    Column(
        "state_agency",
        _("State agency"),
        _("The strongest model in force among agencies of the state."),
        WORD,
        words=(Strongest,),
    ),
    Column(
        "application",
        _("Application"),
        _("Whether a local agency waits for ICE."),
        WORD,
        words=(ApplicationStanding,),
    ),
    Column(
        "state_law",
        _("State law"),
        _("What the state's law says of agreements."),
        WORD,
        words=(LawStanding,),
    ),
)
AGREEMENT_SINCE = (
    Column(
        "agreement_since",
        _("Agreement since"),
        _("Day since which local agreements were in force without a break; empty while none was."),
        DATE,
    ),
    Column("agreement_since_edtf", _("Agreement since, as known"), EXACTLY, EDTF),
)

STATUSES = Table(
    "statuses",
    _("Places on a day"),
    (*PLACE, DAY, STATUS, *DIMENSIONS, *SINCE, *AGREEMENT_SINCE, RECORD_UNTIL, *SURE),
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
        *AGREEMENT_SINCE,
    ),
)
LISTS = (AGENCIES, AGREEMENTS)
"""Its other lists."""
MEANINGS = {
    "ended_on": _("When an agreement ended, or an application was last listed, if it did."),
    "word": _("The model, what a law says, whom a list names, what an act does, what was counted."),
    "outcome": _("What became of an application."),
    "thread": _("Empty: the facts of this program are not told in steps."),
    "seq": _("Empty: the facts of this program are not told in steps."),
    "date_basis": _("What an agreement, or the day of a list, is known from."),
}
"""What columns of facts mean here, where it is not what they mean elsewhere."""

THROUGH_TIME = Table(
    "agreements-through-time",
    _("Agreements in force through time"),
    (
        FROM_DAY,
        Column("geoid", GEOID.heading, _("Census code of the place; empty for the nation's.")),
        Column(
            "model",
            _("Model"),
            _("What the agreements allow; one for jail and task force in one is a task force's."),
            WORD,
            lambda row: row.word,
            words=(Strongest,),
        ),
        Column(
            "number",
            _("How many"),
            _(
                "How many agreements were in force from that day on: of a county, those of the "
                "agencies that serve it."
            ),
            ColumnKind.INTEGER,
        ),
    ),
)
