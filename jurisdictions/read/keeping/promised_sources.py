"""Sources that are only proposed so far: others may rest on them already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jurisdictions.models import Action, Wish
from jurisdictions.models.proposal import DECIDED
from jurisdictions.read.rows import SourceRow
from jurisdictions.status.dates import NotADate, PartialDate


@dataclass(frozen=True, slots=True)
class PromisedSource:
    """A source as an open proposal would record it, its cells, and the proposal."""

    source: SourceRow
    cells: Mapping[str, str]
    proposal: int


def promised_sources() -> Mapping[str, PromisedSource]:
    """Every source that open proposals would record, by key; the oldest proposal's. One query."""
    return _promised({})


def source_promised(key: str) -> PromisedSource | None:
    """One of them; None where nobody proposes it."""
    return _promised({"name": f"source:{key}"}).get(key)


def _promised(which: Mapping[str, str]) -> dict[str, PromisedSource]:
    waiting = Wish.objects.of_its_revision().exclude(proposal__status__in=DECIDED)
    wishes = waiting.filter(kind="source", action=Action.RECORD, **which)
    found: dict[str, PromisedSource] = {}
    for wish in wishes.order_by("proposal_id", "position"):
        key = wish.name.partition(":")[2]
        found.setdefault(key, PromisedSource(_row(key, wish.cells), wish.cells, wish.proposal_id))
    return found


def _row(key: str, cells: Mapping[str, str]) -> SourceRow:
    return SourceRow(
        key=key,
        title=cells.get("title", ""),
        publisher=cells.get("publisher", ""),
        published_on=_day(cells.get("published_on", "")),
        url=cells.get("url", ""),
        kind=cells.get("kind", ""),
    )


def _day(cell: str) -> PartialDate | None:
    try:
        return PartialDate.parse(cell) if cell else None
    except NotADate:
        return None
