"""What the schema says of the addresses that a token opens."""

from __future__ import annotations

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import (
    OpenApiParameter,
    OpenApiResponse,
    extend_schema,
    extend_schema_view,
)

from jurisdictions.api import shapes as common
from jurisdictions.api.described_parameters import ASKING, LIMITS, parameter
from jurisdictions.api.writing import shapes

PROBLEM = "application/problem+json"
TOKEN: Any = [{"token": []}]
"""How OpenAPI says that the address asks for the token."""
STATUS = parameter("status", _("Where it stands."), words=shapes.STATUSES)
COUNTED = {"type": "integer", "minimum": 1}
BEFORE = parameter("before", _("Only proposals with a smaller number."), of=COUNTED)
PAGE_SIZE = parameter("page_size", _("Rows on a page; 100 at most."), of=COUNTED)
KEY = OpenApiParameter(
    "Idempotency-Key",
    {"type": "string", "maxLength": 200, "pattern": "^[!-~]*$"},
    OpenApiParameter.HEADER,
    description=_("A word of yours: what is sent again under it makes no second proposal."),
)
NUMBER = OpenApiParameter(
    "proposal",
    OpenApiTypes.INT64,
    OpenApiParameter.PATH,
    description=_("The number of a proposal of yours."),
)
LANG = ASKING["lang"]


def _problems(*, writes: bool, missing: bool) -> dict[Any, Any]:
    told: dict[int, str | Promise] = {
        400: _("A bad parameter, or a body that is no JSON."),
        401: _("No valid token."),
        403: _("The token, or its person, may not do this there."),
        429: _("Too many calls with this token, or from one network."),
        503: _("The record cannot be reached at the moment."),
    }
    if missing:
        told[404] = _("No such proposal of yours.")
    if writes:
        told[409] = _("A fact was changed since what you saw.")
        told[413] = _("The body is larger than a megabyte.")
        told[415] = _("The body is not sent as JSON.")
        told[422] = _("Refused whole; the faults are listed.")
    with_faults = {401, 403, 409, 413, 415, 422} if writes else {401, 403}
    return {
        (status, PROBLEM): OpenApiResponse(
            shapes.Refusal if status in with_faults else common.Problem, description=said
        )
        for status, said in sorted(told.items())
    }


proposals = extend_schema_view(
    get=extend_schema(
        operation_id="proposals",
        summary=_("One’s own proposals"),
        description=_("Those of the token’s person where it reaches, the newest first."),
        tags=["v1"],
        auth=TOKEN,
        parameters=[STATUS, BEFORE, PAGE_SIZE, LANG, *LIMITS],
        responses={200: shapes.ProposalsTold, **_problems(writes=False, missing=False)},
    ),
    post=extend_schema(
        operation_id="propose",
        summary=_("Propose a change of the record"),
        description=_(
            "The same rules as the forms of the desk. All wishes are accepted together or not at"
            " all; what cannot be read is refused whole, with every fault."
        ),
        tags=["v1"],
        auth=TOKEN,
        parameters=[KEY, LANG, *LIMITS],
        request={"application/json": shapes.ProposalSent},
        responses={
            200: OpenApiResponse(shapes.Tried, description=_("It was only tried (dry_run).")),
            201: shapes.ProposalTold,
            **_problems(writes=True, missing=False),
        },
    ),
)
proposal = extend_schema_view(
    get=extend_schema(
        operation_id="proposal",
        summary=_("What became of a proposal"),
        description=_("Where it stands, what was asked, how it was decided, and the edition."),
        tags=["v1"],
        auth=TOKEN,
        parameters=[NUMBER, LANG, *LIMITS],
        responses={200: shapes.ProposalTold, **_problems(writes=False, missing=True)},
    ),
)
