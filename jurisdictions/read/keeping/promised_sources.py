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


def not_on_record(known: Mapping[str, SourceRow]) -> Mapping[str, PromisedSource]:
    """Those of them that are not on record yet."""
    return {key: one for key, one in promised_sources().items() if key not in known}


def all_known(known: Mapping[str, SourceRow]) -> Mapping[str, SourceRow]:
    """The sources on record, and those that are only proposed so far."""
    return {**known, **{key: one.source for key, one in not_on_record(known).items()}}


def source_promised(key: str) -> PromisedSource | None:
    """One of them; None where nobody proposes it."""
    return _promised({"name": f"source:{key}"}).get(key)


def _promised(which: Mapping[str, str]) -> dict[str, PromisedSource]:
    waiting = Wish.objects.of_its_revision().exclude(proposal__status__in=DECIDED)
    wishes = waiting.filter(kind="source", action=Action.RECORD, **which)
    found: dict[str, PromisedSource] = {}
    for wish in wishes.order_by("proposal_id", "position"):
        key = wish.name.partition(":")[2]
        found.setdefault(
            key, PromisedSource(row_of_cells(key, wish.cells), wish.cells, wish.proposal_id)
        )
    return found


def row_of_cells(key: str, cells: Mapping[str, str]) -> SourceRow:
    """A source from the cells in which it is described."""
    return SourceRow(
        key=key,
        title=cells.get("title", ""),
        publisher=cells.get("publisher", ""),
        published_on=_day(cells.get("published_on", "")),
        url=cells.get("url", ""),
        kind=cells.get("kind", ""),
        archive_url=cells.get("archive_url", ""),
        language=cells.get("language", ""),
    )


def _day(cell: str) -> PartialDate | None:
    try:
        return PartialDate.parse(cell) if cell else None
    except NotADate:
        return None
