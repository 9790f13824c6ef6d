"""Keys for the steps of requests and agreements; those of other facts are made by the record."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from decimal import Decimal

from jurisdictions.read.rows import PlaceRow
from jurisdictions.record.keys import (
    LONGEST,
    Taken,
    event_key,
    free,
    measure_key,
    place_slug,
    slug,
    source_key,
)

__all__ = [
    "LONGEST",
    "Taken",
    "event_key",
    "free",
    "highest",
    "measure_key",
    "place_slug",
    "slug",
    "source_key",
    "step_name",
    "thread_key",
]


def thread_key(place: PlaceRow, days: Iterable[str], taken: Taken) -> str:
    """The key of a new request or agreement: place and first year, "harris-tx-2011"."""
    years = sorted(day[:4] for day in days if day)
    return free("-".join([place_slug(place), *years[:1]]), taken)


def step_name(number: Decimal, taken: Collection[str]) -> str:
    """What a new step is called in its thread: its number, or the next that was never given."""
    return str(number) if str(number) not in taken else str(highest(taken) + 1)


def highest(names: Collection[str]) -> Decimal:
    """The highest number that a step was ever called by; 0 when there is none."""
    return max((Decimal(name) for name in names if name.isdecimal()), default=Decimal(0))
