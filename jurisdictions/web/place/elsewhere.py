"""The ways from a place under one program to the same place under the others."""

from __future__ import annotations

from dataclasses import dataclass

from jurisdictions.read.editions import published_programs
from jurisdictions.read.rows import AsOf, PlaceRow
from jurisdictions.web.site.addresses import address


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another program, and the address of the place under it, on the day that it opens on."""

    name: str
    href: str


def elsewhere(as_of: AsOf, place: PlaceRow) -> list[Elsewhere]:
    """The programs with an edition, but for this one. One query."""
    parts = {"geoid": place.geoid, "slug": place.slug}
    return [
        Elsewhere(other.name, address("place", {}, **parts, program=other.slug))
        for other in published_programs(as_of.language)
        if other.slug != as_of.program.slug
    ]
