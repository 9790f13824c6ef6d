"""The tips that wait in somebody's region, on the first page of their desk."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import get_language

from jurisdictions.read.keeping.regions import region_name
from jurisdictions.read.keeping.tips import TipRow, answers_to, tip_queue
from jurisdictions.record.people.permissions import EDITOR, Actor

SHOWN = 5


@dataclass(frozen=True, slots=True)
class TipShown:
    """A tip, the place that it is about, and how many proposals answer it so far."""

    tip: TipRow
    place: str
    proposals: int


def tips_context(actor: Actor) -> dict[str, object]:
    """The tips that have waited longest, for who answers tips somewhere."""
    regions = actor.regions(EDITOR)
    if not regions:
        return {}
    found = tip_queue(regions, status="waiting")
    first: tuple[TipRow, ...] = found.rows[:SHOWN]
    answers = answers_to([tip.tip_id for tip in first])
    language = get_language() or "en"
    shown = [
        TipShown(tip, region_name(tip.geoid, language), answers.get(tip.tip_id, 0)) for tip in first
    ]
    return {"tips": shown, "tips_total": found.total}
