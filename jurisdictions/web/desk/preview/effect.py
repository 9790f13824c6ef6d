"""What a change would do, place by place: the words and pictures of a preview."""

from __future__ import annotations

from dataclasses import dataclass

from jurisdictions.read.places import places_of
from jurisdictions.read.rows import AsOf
from jurisdictions.record.proposing.preview import Effect, PlaceEffect
from jurisdictions.render.pictures.effects import Turn, effect_picture, turns_of
from jurisdictions.render.pictures.timeline_svg import AXIS, Picture
from jurisdictions.web.desk.preview.cautions import cautions_told

DRAWN, LISTED = 3, 20
"""How many places get a picture, and how many more are named."""


@dataclass(frozen=True, slots=True)
class PlaceShown:
    """A place that a change touches: `href` is empty for one that is not on record yet."""

    name: str
    href_slug: str
    geoid: str
    turns: list[Turn]
    picture: Picture | None
    axis: int


def effect_context(effect: Effect, as_of: AsOf, region: str = "") -> dict[str, object]:
    """What desk/effect.html reads: the place itself first, then those whose status changes.

    Places whose reasons alone differ are only counted.
    """
    seen = [place for place in effect.places if turns_of(place)]
    # Those whose status changes are what a reader of the map will see.
    seen.sort(key=lambda place: (place.geoid != region, not place.other_status))
    return {
        "effect": effect,
        "cautions": cautions_told((c.fact, c.column, c.reason, c.row) for c in effect.cautions),
        "drawn": [_shown(place, as_of, drawn=True) for place in seen[:DRAWN]],
        "listed": [_shown(place, as_of, drawn=False) for place in seen[DRAWN : DRAWN + LISTED]],
        "unlisted": max(0, len(seen) - DRAWN - LISTED),
        "reasons_only": len(effect.places) - len(seen),
        "with_other_status": sum(place.other_status for place in seen),
    }


def _shown(effect: PlaceEffect, as_of: AsOf, *, drawn: bool) -> PlaceShown:
    place = places_of(as_of).get(effect.geoid)
    picture = effect_picture(effect, as_of.on) if drawn else None
    return PlaceShown(
        effect.name,
        place.slug if place else "",
        effect.geoid,
        turns_of(effect),
        picture,
        picture.height - AXIS if picture else 0,
    )
