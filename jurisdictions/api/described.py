"""What the schema says of each address: its parameters, its answers, its problems."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import (
    OpenApiParameter,
    OpenApiResponse,
    PolymorphicProxySerializer,
    extend_schema,
    extend_schema_view,
)

from jurisdictions.api import shapes
from jurisdictions.api.described_parameters import (
    ASKING,
    DAYS,
    FILTERS,
    LABELLED,
    LIMITS,
    LINK,
    PAGES,
    path_parameter,
    sparse,
)
from jurisdictions.api.programs import of_each

PROBLEM = "application/problem+json"


def described(
    operation: str,
    summary: str | Promise,
    description: str | Promise,
    shape: Any,
    *,
    parameters: Iterable[Any] = (),
    asking: Iterable[Any] = tuple(ASKING.values()),
    path: OpenApiParameter | None = None,
    missing: str | Promise = "",
    paged: bool = False,
) -> Any:
    """A class decorator that describes the `get` of a view.

    `path` is the part of the address that may name something that is not there: `missing` says so.
    """
    headers = (*LIMITS, *((LINK,) if paged else ()))
    taken = [*parameters]
    if any(one.name == "fields" for one in taken):
        taken.append(LABELLED)
    return extend_schema_view(
        get=extend_schema(
            operation_id=operation,
            summary=summary,
            description=description,
            tags=["v1"],
            parameters=[*([path] if path else ()), *taken, *asking, *headers],
            responses={200: shape, 304: None} | _problems(missing),
        )
    )


def either(shape: str) -> PolymorphicProxySerializer:
    """The shape of an answer that each program gives in words of its own."""
    found = of_each(shape)
    return PolymorphicProxySerializer(
        component_name=f"Any{found[0].__name__}",
        serializers=found,
        resource_type_field_name=None,
    )


def _problems(missing: str | Promise) -> dict[tuple[int, str], Any]:
    told: dict[int, str | Promise] = {
        400: _("A bad parameter."),
        429: _("Too many requests from one network."),
        503: _("No edition is published yet."),
    }
    if missing:
        told[404] = missing
    return {
        (status, PROBLEM): OpenApiResponse(shapes.Problem, description=description)
        for status, description in sorted(told.items())
    }


GEOID = path_parameter(
    "geoid", _("Census geoid: two digits a state, five a county."), {"pattern": r"^(\d{2}|\d{5})$"}
)
NO_SUCH_PLACE = _("No such place.")

summary = described(
    "summary",
    _("The nation on a day"),
    _("The federal position, how many jurisdictions and states are active, and every status."),
    either("SUMMARY"),
)
status = described(
    "status",
    _("Every place on a day"),
    _("One row a place, in order of geoid. The default page holds every county equivalent."),
    either("STATUS_PAGE"),
    parameters=[
        *FILTERS.values(),
        DAYS,
        *PAGES,
        sparse(*of_each("ROW")),
    ],
    paged=True,
)
place = described(
    "place",
    _("One place on a day, and why"),
    _("The place, its row for the day, and the facts that decided it, in order of effect."),
    either("PLACE"),
    path=GEOID,
    missing=NO_SUCH_PLACE,
)
timeline = described(
    "timeline",
    _("One place through time"),
    _("Every span, each with its reasons. The first has no start, the last no end."),
    either("TIMELINE"),
    path=GEOID,
    missing=NO_SUCH_PLACE,
)
