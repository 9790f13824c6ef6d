"""Sources that may be one: of one address, or of one title and day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from jurisdictions.models import Citation, Source
from jurisdictions.models.folding import fold
from jurisdictions.models.web_addresses import address_key, archived_page, same_page
from jurisdictions.read.rows import SourceRow

__all__ = [
    "Likeness",
    "Pair",
    "archived_page",
    "pairs_of",
    "same_page",
    "stands_for",
    "twins_of",
]
FARTHEST = 5
"""How often a source was perhaps united with another, one after the other."""


class Likeness(StrEnum):
    """What two sources have in common."""

    ADDRESS = "address"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sources that may be one, the one that was recorded first before the other."""

    first: SourceRow
    second: SourceRow
    likeness: Likeness


def twins_of(one: SourceRow, known: Iterable[SourceRow]) -> list[Pair]:
    """The sources that may be the same as one, which is not among them or has another key."""
    mine = dict(_names(one))
    found: dict[str, Pair] = {}
    for other in known:
        if other.key == one.key:
            continue
        for name, likeness in _names(other):
            if name in mine:
                found.setdefault(other.key, Pair(other, one, likeness))
    return list(found.values())


def pairs_of(known: Iterable[SourceRow]) -> list[Pair]:
    """Every two sources that may be one, in the order in which they were recorded."""
    named: dict[str, list[SourceRow]] = defaultdict(list)
    told: dict[tuple[str, str], Pair] = {}
    for row in known:
        for name, likeness in _names(row):
            for earlier in named[name]:
                if earlier.key != row.key:
                    told.setdefault((earlier.key, row.key), Pair(earlier, row, likeness))
            named[name].append(row)
    return list(told.values())


def stands_for(key: str) -> str:
    """The key of the source in which one that was united lives on; "" for any other.

    Three queries.
    """
    for _turn in range(FARTHEST):
        ended = Source.objects.filter(key=key, ended_by__isnull=False).order_by("-pk").first()
        if ended is None or Source.objects.current().filter(key=key).exists():
            return ""
        moved = Citation.objects.filter(source__key=key, ended_by=ended.ended_by_id).values(
            "fact_id"
        )
        anew = Citation.objects.filter(change=ended.ended_by_id, fact_id__in=moved)
        found = anew.exclude(source__key=key).values_list("source__key", flat=True).first()
        if not found or Source.objects.current().filter(key=found).exists():
            return found or ""
        key = found
    return ""


def _names(row: SourceRow) -> Iterator[tuple[str, Likeness]]:
    for url in dict.fromkeys(filter(None, (address_key(row.url), address_key(row.archive_url)))):
        yield f"address {url}", Likeness.ADDRESS
    if row.published_on and row.title:
        yield f"title {fold(row.title)} {row.published_on}", Likeness.TITLE
