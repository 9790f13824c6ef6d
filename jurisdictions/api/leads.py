"""Which answers lead to which addresses: the links of the OpenAPI schema."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

FIRST = "$response.body#/results/0/"
OF_PROGRAM = {"program": f"{FIRST}slug"}
IN_EDITION = {**OF_PROGRAM, "edition": f"{FIRST}edition"}
THEIR_PLACE = {"geoid": f"{FIRST}geoid"}

FROM_PLACES: Mapping[str, Mapping[str, str]] = {"place": THEIR_PLACE, "timeline": THEIR_PLACE}
FROM_PROGRAMS: Mapping[str, Mapping[str, str]] = {
    "summary": IN_EDITION,
    "status": IN_EDITION,
    "changes": {**IN_EDITION, "from": f"{FIRST}record_from"},
    "places": IN_EDITION,
    "flags": IN_EDITION,
    "sources": IN_EDITION,
    "editions": OF_PROGRAM,
}
NUMBERED: Mapping[str, Mapping[str, str]] = {"proposal": {"proposal": "$response.body#/proposal"}}

LEADS: Mapping[tuple[str, str], Mapping[str, Mapping[str, str]]] = {
    ("programs", "200"): FROM_PROGRAMS,
    ("status", "200"): FROM_PLACES,
    ("changes", "200"): FROM_PLACES,
    ("places", "200"): {**FROM_PLACES, "flags": THEIR_PLACE},
    ("place", "200"): {
        "timeline": {"geoid": "$response.body#/place/geoid"},
        "facts": {"geoid": "$response.body#/place/geoid", "kind": "activation"},
    },
    ("timeline", "200"): {"place": {"geoid": "$response.body#/geoid"}},
    ("agencies", "200"): {
        "agency": {"agency": f"{FIRST}agency"},
        "agreements": {"agency": f"{FIRST}agency"},
        "place": {"geoid": f"{FIRST}geoids/0"},
    },
    ("agency", "200"): {"agreements": {"agency": "$request.path.agency"}},
    ("agreements", "200"): {"agency": {"agency": f"{FIRST}agency"}},
    ("proposals", "200"): {"proposal": {"proposal": f"{FIRST}proposal"}},
    ("propose", "201"): NUMBERED,
    ("proposal", "200"): NUMBERED,
}
"""By operation and status: the operations that may be asked next, and where their parameters
stand. Of a list they stand in its first row; those of the other rows are found alike.

Left out is what may stand in a row and lead nowhere: the geoid of a fact or a flag may be empty.
"""


def say_where_answers_lead(result: dict[str, Any], **_given: object) -> dict[str, Any]:
    """Give each answer of a generated schema its links."""
    for operations in result["paths"].values():
        for operation in operations.values():
            for status, answer in operation["responses"].items():
                if leads := LEADS.get((operation["operationId"], status)):
                    answer["links"] = {name: _link(name, leads[name]) for name in leads}
    return result


def _link(operation: str, parameters: Mapping[str, str]) -> dict[str, Any]:
    said: str | Promise = _("The parameters stand in the answer.")
    return {"operationId": operation, "parameters": dict(parameters), "description": str(said)}
