"""What the schema says of each parameter of the query, and of the headers of an answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.utils.functional import Promise, lazy
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter
from rest_framework.serializers import Serializer

from jurisdictions.api import cursors
from jurisdictions.api.filters import KINDS, LEVELS, YES_NO
from jurisdictions.api.labels import LABELS
from jurisdictions.api.paging import LARGEST_PAGE
from jurisdictions.api.parameters import LONGEST_TEXT
from jurisdictions.api.programs import in_order, shapes_of
from jurisdictions.read.many_days import MOST
from jurisdictions.read.program_reading import DAY, facets_of, reading_of
from jurisdictions.render.files.columns.programs import tables_of

lazy_text = lazy(gettext, str)
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


LABELLED = parameter(
    LABELS,
    _("1: what people call each word stands beside it, in a member of its name and “_label”."),
    words=("0", "1"),
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


def _of_words(name: str) -> OpenApiParameter:
    """A filter by a member of rows, told as its column is: the words are those of all programs."""
    words = dict.fromkeys(
        str(word)
        for slug in in_order()
        if name in facets_of(slug)
        for word in facets_of(slug)[name]
    )
    if name == "status":
        return parameter(name, _("The status on the day."), words=words, repeatable=True)
    columns = (column for slug in in_order() for column in tables_of(slug).STATUSES.columns)
    told = next(column.meaning for column in columns if column.name == name)
    return parameter(name, lazy_text(told), words=words, repeatable=True)


def _own(slug: str, name: str) -> OpenApiParameter:
    """A filter of one program's own."""
    told = shapes_of(slug).OWN_FILTERS[name]
    if reading_of(slug).OWN[name] == DAY:
        return parameter(name, told, of=OpenApiTypes.DATE)
    return parameter(name, told, words=YES_NO)


def _of_programs() -> Iterator[OpenApiParameter]:
    for slug in in_order():
        yield from (_of_words(name) for name in facets_of(slug))
        yield from (_own(slug, name) for name in reading_of(slug).OWN)


DAYS = parameter(
    "dates",
    format_lazy(
        _(
            "Several days, as YYYY-MM-DD between commas, up to {most}: a row for each place and "
            "day, one day after the other. Not together with date."
        ),
        most=MOST,
    ),
)
FILTERS = PLACE_FILTERS | _named(*_of_programs())
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
