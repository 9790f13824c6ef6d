"""Keys for the steps of requests and agreements; those of other facts are in `record/keys.py`."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from decimal import Decimal

from jurisdictions.record.keys import PlaceNamed, Taken, free, place_slug


def thread_key(place: PlaceNamed, days: Iterable[str], taken: Taken) -> str:
    """The key of a new request or agreement: place and first year, "harris-tx-2011"."""
    years = sorted(day[:4] for day in days if day)
    return free("-".join([place_slug(place), *years[:1]]), taken)


def step_name(number: Decimal, taken: Collection[str]) -> str:
    """What a new step is called in its thread: its number, or the next that was never given."""
    return str(number) if str(number) not in taken else str(highest(taken) + 1)


def highest(names: Collection[str]) -> Decimal:
    """The highest number that a step was ever called by; 0 when there is none."""
    return max((Decimal(name) for name in names if name.isdecimal()), default=Decimal(0))
