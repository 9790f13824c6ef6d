"""What a change would do, place by place: the words and pictures of a preview."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jurisdictions.read.places import places_of
from jurisdictions.read.records import SHAPES, facts_named
from jurisdictions.read.rows import AsOf, FactRow
from jurisdictions.record.changing.wishes import RECORD, WishDraft
from jurisdictions.record.proposing.preview import Effect, PlaceEffect
from jurisdictions.render.effects import Turn, days_said, effect_picture, turns_of
from jurisdictions.render.timeline_svg import AXIS, Picture
from jurisdictions.status.dates import PartialDate

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


def effect_context(
    effect: Effect, as_of: AsOf, wishes: Sequence[WishDraft], region: str = ""
) -> dict[str, object]:
    """What desk/effect.html reads: the place itself first, then those whose status changes.

    Places whose reasons alone differ are only counted.
    """
    seen = [place for place in effect.places if turns_of(place)]
    # Those whose status changes are what a reader of the map will see.
    seen.sort(key=lambda place: (place.geoid != region, not place.other_status))
    facts = _facts(seen[: DRAWN + LISTED], as_of, wishes)
    return {
        "effect": effect,
        "drawn": [_shown(place, as_of, facts, drawn=True) for place in seen[:DRAWN]],
        "listed": [
            _shown(place, as_of, facts, drawn=False) for place in seen[DRAWN : DRAWN + LISTED]
        ],
        "unlisted": max(0, len(seen) - DRAWN - LISTED),
        "reasons_only": len(effect.places) - len(seen),
        "with_other_status": sum(place.other_status for place in seen),
    }


def _shown(
    effect: PlaceEffect, as_of: AsOf, facts: Mapping[str, FactRow], *, drawn: bool
) -> PlaceShown:
    place = places_of(as_of).get(effect.geoid)
    picture = effect_picture(effect, facts, as_of.on) if drawn else None
    return PlaceShown(
        effect.name,
        place.slug if place else "",
        effect.geoid,
        turns_of(effect, days_said(facts.values())),
        picture,
        picture.height - AXIS if picture else 0,
    )


def _facts(
    drawn: Sequence[PlaceEffect], as_of: AsOf, wishes: Sequence[WishDraft]
) -> dict[str, FactRow]:
    """The facts behind the spans, on record or wished for: they tell how precise a day is."""
    named = {
        name for place in drawn for span in (*place.before, *place.after) for name in span.reasons
    }
    known = dict(facts_named(as_of, named))
    wanted = (_fact(wish) for wish in wishes if wish.action == RECORD and wish.kind in SHAPES)
    return {**{fact.name: fact for fact in wanted if fact}, **known}


def _fact(wish: WishDraft) -> FactRow | None:
    """A wished fact, as far as a picture needs it."""
    on = wish.cells.get(SHAPES[wish.kind].on, "")
    if not on:
        return None
    day = PartialDate.parse(on)
    return FactRow(_name(wish), wish.kind, "", day, day.first_day, None, "")


def _name(wish: WishDraft) -> str:
    cells = wish.cells
    thread = cells.get("request") or cells.get("agreement")
    key = f"{thread}:{cells['seq']}" if thread else cells.get("measure") or cells.get("event")
    return f"{wish.kind}:{key or cells.get('geoid', '')}"
