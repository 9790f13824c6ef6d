"""What the schema says of the addresses of agencies and agreements."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter

from jurisdictions.api import agency_shapes as shapes
from jurisdictions.api.described import described
from jurisdictions.api.described_parameters import (
    ASKING,
    CODES,
    PAGES,
    TEXT,
    parameter,
    path_parameter,
    sparse,
)
from jurisdictions.status.programs.section_287g.vocabulary import (
    AgencyKind,
    AgencyLevel,
    Ending,
    LawStanding,
    Model,
)

DAY = OpenApiTypes.DATE
PROGRAM = parameter(
    "program", _("The program's short name; without it, the one that tells of agencies.")
)
STATE = parameter("state", _("Two-letter code of a state or territory."), of=CODES)


def _asking(*names: str) -> Iterable[OpenApiParameter]:
    return [PROGRAM if name == "program" else ASKING[name] for name in names]


UNDATED = _asking("known", "edition", "program", "lang")

CHOOSING = (
    STATE,
    parameter("model", _("The model that was signed."), words=Model, repeatable=True),
    parameter("level", _("Whose agency it is."), words=AgencyLevel, repeatable=True),
    parameter("kind", _("What sort of body it is."), words=AgencyKind, repeatable=True),
    parameter("in_force_on", _("In force on this day."), of=DAY),
    parameter(
        "text", _("Words that begin a word of its name, or of another spelling of it."), of=TEXT
    ),
    parameter(
        "state_law",
        _(
            "What the law of its state says of agreements on the day of in_force_on or on_list;"
            " without these, on the day on which the program opens."
        ),
        words=LawStanding,
        repeatable=True,
    ),
    parameter("signed_after", _("Signed on this day or later."), of=DAY),
    parameter("signed_before", _("Signed on this day or earlier."), of=DAY),
    parameter("ended_after", _("Ended on this day or later, renewed ones too."), of=DAY),
    parameter("ended_before", _("Ended on this day or earlier, renewed ones too."), of=DAY),
    parameter("ending", _("How it ended."), words=Ending, repeatable=True),
    parameter(
        "on_list",
        _("Shown by ICE's list of this day, which must be the day of a list on record."),
        of=DAY,
    ),
)
"""Of agencies these ask for one agreement that fits all that is asked of agreements."""

agencies = described(
    "agencies",
    _("The law enforcement agencies"),
    _(
        "In the order of the record: by state, those found later last. What is asked of agreements,"
        " such as model and in_force_on, one agreement of the agency must fit in all."
    ),
    shapes.AgencyPage,
    parameters=[*CHOOSING, *PAGES, sparse(shapes.AgencyListRow)],
    asking=UNDATED,
    paged=True,
)
agency = described(
    "agency",
    _("One agency on a day, and all that it signed"),
    _("The agency, the models that it has in force on the day, and every agreement."),
    shapes.AgencyOnDay,
    asking=_asking("date", "known", "edition", "program", "lang"),
    path=path_parameter("agency", shapes.AGENCY_ID, {"pattern": r"^[a-z0-9-]+$"}),
    missing=_("No such agency."),
)
agreements = described(
    "agreements",
    _("The agreements that agencies signed with ICE"),
    _("In the order of the record: by state and agency, those found later last."),
    shapes.AgreementPage,
    parameters=[
        *CHOOSING,
        parameter("agency", _("Id of an agency."), repeatable=True),
        *PAGES,
        sparse(shapes.AgreementListRow),
    ],
    asking=UNDATED,
    paged=True,
)
