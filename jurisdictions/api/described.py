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

from jurisdictions.api import list_shapes, section_287g_shapes, shapes
from jurisdictions.api.described_parameters import (
    ASKING,
    FILTERS,
    LIMITS,
    LINK,
    PAGES,
    path_parameter,
    sparse,
)

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
    return extend_schema_view(
        get=extend_schema(
            operation_id=operation,
            summary=summary,
            description=description,
            tags=["v1"],
            parameters=[*([path] if path else ()), *parameters, *asking, *headers],
            responses={200: shape, 304: None} | _problems(missing),
        )
    )


def either(first: Any, second: Any) -> PolymorphicProxySerializer:
    """The shape of an answer that two programs give in words of their own."""
    return PolymorphicProxySerializer(
        component_name=f"Any{first.__name__}",
        serializers=[first, second],
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
    either(shapes.Summary, section_287g_shapes.AgencySummary),
)
status = described(
    "status",
    _("Every place on a day"),
    _("One row a place, in order of geoid. The default page holds every county equivalent."),
    either(list_shapes.StatusPage, section_287g_shapes.AgencyStatusPage),
    parameters=[
        *FILTERS.values(),
        *PAGES,
        sparse(list_shapes.StatusListRow, section_287g_shapes.AgencyStatusListRow),
    ],
    paged=True,
)
place = described(
    "place",
    _("One place on a day, and why"),
    _("The place, its row for the day, and the facts that decided it, in order of effect."),
    either(shapes.PlaceOnDay, section_287g_shapes.AgencyPlaceOnDay),
    path=GEOID,
    missing=NO_SUCH_PLACE,
)
timeline = described(
    "timeline",
    _("One place through time"),
    _("Every span, each with its reasons. The first has no start, the last no end."),
    either(shapes.Timeline, section_287g_shapes.AgencyTimeline),
    path=GEOID,
    missing=NO_SUCH_PLACE,
)
