"""What every JSON says of a place, in one order: files and the API add what is their own."""

from __future__ import annotations

from typing import Any

from jurisdictions.read.rows import PlaceRow

MEMBERS = (
    *("geoid", "name", "name_es", "label", "kind", "state", "parent", "ocd_id", "population_2010"),
    "aliases",
)


def place_members(place: PlaceRow) -> dict[str, Any]:
    """The members that name a place and say where it lies, as the row has them."""
    return {name: getattr(place, name) for name in MEMBERS}
