"""What the schema says of each parameter of the query, and of the headers of an answer."""

from __future__ import annotations

from collections.abc import Iterable
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter
from rest_framework.serializers import Serializer

from jurisdictions.api import cursors, filters
from jurisdictions.api.filters import KINDS, LEVELS, YES_NO
from jurisdictions.api.paging import LARGEST_PAGE
from jurisdictions.api.parameters import LONGEST_TEXT
from jurisdictions.status.programs.section_287g import vocabulary as section_287g
from jurisdictions.status.programs.secure_communities.vocabulary import (
    ActivationStanding,
    AgreementRecord,
    AgreementStanding,
    LocalLimits,
    Objection,
    Status,
)

_STATUSES = (*Status, *section_287g.Status)
COUNTED = {"type": "integer", "minimum": 1}
CODES = {"type": "array", "items": {"type": "string", "pattern": "^[A-Za-z]{2}$"}}
TEXT = {"type": "string", "maxLength": LONGEST_TEXT}


def parameter(
    name: str,
    description: str | Promise,
    *,
    of: Any = OpenApiTypes.STR,
    words: Iterable[str] = (),
    repeatable: bool = False,
    required: bool = False,
) -> OpenApiParameter:
    """A parameter of the query; `repeatable` ones may be given several times."""
    return OpenApiParameter(
        name,
        of,
        OpenApiParameter.QUERY,
        required=required,
        description=description,
        enum=[str(word) for word in words] or None,
        many=repeatable,
    )


def path_parameter(
    name: str, description: str | Promise, limits: dict[str, Any]
) -> OpenApiParameter:
    """A part of the address."""
    of = {"type": "string", **limits}
    return OpenApiParameter(name, of, OpenApiParameter.PATH, description=description)


def sparse(*rows: type[Serializer[Any]]) -> OpenApiParameter:
    """`fields`, which names members of that row, or of that of another program."""
    return OpenApiParameter(
        "fields",
        OpenApiTypes.STR,
        OpenApiParameter.QUERY,
        description=_("Only these members of each row, between commas; without it, all."),
        enum=list(dict.fromkeys(name for row in rows for name in row().fields)),
        many=True,
        explode=False,
    )


def _named(*parameters: OpenApiParameter) -> dict[str, OpenApiParameter]:
    return {one.name: one for one in parameters}


ASKING = _named(
    parameter(
        "date",
        _(
            "The day, as YYYY-MM-DD, up to ten years before the record or after it and today. "
            "Without it, the program's opening day, or today."
        ),
        of=OpenApiTypes.DATE,
    ),
    parameter(
        "known",
        _("Leave out facts that were made public after this day. Not together with edition."),
        of=OpenApiTypes.DATE,
    ),
    parameter("edition", _("A numbered edition; without it, the newest."), of=COUNTED),
    parameter("program", _("The program's short name; without it, the tracker's own.")),
    parameter(
        "lang",
        _("The language of names and sentences; without it, English."),
        words=dict(settings.LANGUAGES),
    ),
)
PLACE_FILTERS = _named(
    parameter(
        "level",
        _("County equivalents (without it), or states, districts and territories."),
        words=LEVELS,
        repeatable=True,
    ),
    parameter("state", _("Two-letter code of a state or territory."), of=CODES),
    parameter("kind", _("The kind of place."), words=KINDS, repeatable=True),
    parameter(
        "text",
        _(
            "What a place is called: a name, a city, a ZIP code, a geoid or an old one, with or "
            "without its state. The likeliest places come first."
        ),
        of=TEXT,
    ),
)
_OF_ALL = PLACE_FILTERS | _named(
    parameter("status", _("The status on the day."), words=_STATUSES, repeatable=True),
    parameter(
        "agreement",
        _("How the state's agreement with ICE stood."),
        words=AgreementStanding,
        repeatable=True,
    ),
    parameter(
        "activation",
        _("Whether fingerprints taken there were shared."),
        words=ActivationStanding,
        repeatable=True,
    ),
    parameter(
        "objection",
        _("What had become of a formal request not to take part."),
        words=Objection,
        repeatable=True,
    ),
    parameter(
        "local_limits",
        _("Whether a local measure limited detainers."),
        words=LocalLimits,
        repeatable=True,
    ),
    parameter(
        "agreement_record",
        _("Whether any step on record, up to the day, says how the state's agreement stood."),
        words=AgreementRecord,
        repeatable=True,
    ),
    parameter("activated_after", _("Activated on this day or later."), of=OpenApiTypes.DATE),
    parameter("activated_before", _("Activated on this day or earlier."), of=OpenApiTypes.DATE),
    parameter("opt_out", _("Whether any request not to take part is on record."), words=YES_NO),
    parameter(
        "local_agreement",
        _("The strongest model in force among local agencies."),
        words=section_287g.Strongest,
        repeatable=True,
    ),
    parameter(
        "reach",
        _("How much of the county these agencies serve."),
        words=section_287g.Reach,
        repeatable=True,
    ),
    parameter(
        "state_agency",
        _("The strongest model in force among agencies of the state."),
        words=section_287g.Strongest,
        repeatable=True,
    ),
    parameter(
        "application",
        _("Whether a local agency waits for ICE."),
        words=section_287g.ApplicationStanding,
        repeatable=True,
    ),
    parameter(
        "state_law",
        _("What the state's law says of agreements."),
        words=section_287g.LawStanding,
        repeatable=True,
    ),
)
FILTERS = {name: one for name, one in _OF_ALL.items() if name in filters.FILTERS}
"""Those that any program's list takes."""
PAGES = (
    parameter("page", _("The page, from 1."), of=COUNTED),
    parameter(
        "page_size",
        format_lazy(
            _("Rows on a page, up to {most}; a greater number is cut to that."), most=LARGEST_PAGE
        ),
        of=COUNTED,
    ),
)
CURSOR = (
    parameter("cursor", _("Where to read on: the address in “next” holds it.")),
    parameter(
        "page_size",
        format_lazy(
            _("Rows on a page, {usual} without it, up to {most}; a greater number is cut to that."),
            usual=cursors.USUAL_PAGE,
            most=cursors.LARGEST_PAGE,
        ),
        of=COUNTED,
    ),
)


def _header(name: str, of: Any, description: str | Promise, *codes: int) -> OpenApiParameter:
    where = OpenApiParameter.HEADER
    return OpenApiParameter(name, of, where, description=description, response=list(codes))


OK, STOPPED = HTTPStatus.OK.value, HTTPStatus.TOO_MANY_REQUESTS.value
LINK = _header(
    "Link", OpenApiTypes.STR, _("The addresses of the next and the previous page (RFC 8288)."), OK
)
LIMITS = (
    _header("RateLimit-Limit", OpenApiTypes.INT, _("Requests in a window."), OK, STOPPED),
    _header("RateLimit-Remaining", OpenApiTypes.INT, _("Requests that are left."), OK, STOPPED),
    _header("RateLimit-Reset", OpenApiTypes.INT, _("Seconds to the next window."), OK, STOPPED),
    _header("Retry-After", OpenApiTypes.INT, _("Seconds to wait."), STOPPED),
)
