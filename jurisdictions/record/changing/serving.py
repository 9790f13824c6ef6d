"""Where what is about an agency is decided: the smallest region that holds all that it serves.

The facts themselves name the agency's state; who works in a county proposes and decides what
concerns the agencies of that county alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from jurisdictions.models import Agency
from jurisdictions.models.agency import places_served
from jurisdictions.models.base import FactVersion
from jurisdictions.models.standing import Standing, in_parts, place_of
from jurisdictions.status.geoids import smallest_around
from jurisdictions.status.kinds import OF_AGENCIES, FactKind

Regions = Mapping[str, str]
"""The region of each agency, by its key."""
ABOUT_AGENCIES = frozenset({FactKind.AGENCY.value, *OF_AGENCIES})


def region_served(cells: Mapping[str, Any]) -> str:
    """The region of an agency with these cells."""
    told = (str(cells.get(name) or "") for name in ("geoid", "reach", "geoids"))
    return smallest_around(places_served(*told))


def regions_of_agencies(agencies: Iterable[str]) -> dict[str, str]:
    """The region of each of these agencies that is on record. One query for every 500."""
    found: dict[str, str] = {}
    for part in in_parts(list(dict.fromkeys(agencies))):
        named = Agency.objects.current().filter(agency__in=part)
        for row in named.values("agency", "geoid", "reach", "geoids"):
            found[row["agency"]] = region_served(row)
    return found


def region_told(kind: str, cells: Mapping[str, Any], regions: Regions) -> str:
    """Where a fact with these cells is decided; "" for one that names no place."""
    state = str(cells.get("geoid") or "")
    if kind == FactKind.AGENCY:
        return region_served(cells)
    return regions.get(str(cells.get("agency") or ""), state) if kind in OF_AGENCIES else state


def region_of_standing(standing: Standing, regions: Regions) -> str:
    """Where a fact on record is decided; `regions` has that of its agency."""
    if standing.kind in ABOUT_AGENCIES:
        return region_told(standing.kind, standing.cells, regions)
    return standing.place


def regions_of_versions(kind: str, versions: Iterable[FactVersion]) -> dict[int, str]:
    """Where the fact of each version is decided, by the id of the fact."""
    rows: list[Any] = list(versions)
    if kind not in ABOUT_AGENCIES:
        return {row.fact_id: place_of(row) for row in rows}
    known = regions_of_agencies(row.agency for row in rows) if kind in OF_AGENCIES else {}
    return {row.fact_id: region_told(kind, vars(row), known) for row in rows}
