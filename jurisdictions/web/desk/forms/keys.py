"""Keys for facts, made from what was written so that nobody has to think one up."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from decimal import Decimal
from itertools import count

from django.utils.text import slugify

from jurisdictions.read.places import fold
from jurisdictions.read.rows import PlaceRow

LONGEST = 48
_KIND_OF_PLACE = re.compile(r"-(county|parish|borough|census-area|municipality|municipio)$")
Taken = Callable[[str], Collection[str]]
"""The keys in use that begin so."""


def slug(text: str) -> str:
    """A text as a part of a key, cut at a word."""
    whole = slugify(fold(text))
    cut = whole[: LONGEST + 1].rpartition("-")[0] or whole[:LONGEST]
    return whole if len(whole) <= LONGEST else cut


def place_slug(place: PlaceRow) -> str:
    """A place as keys name it: "harris-tx" for a county, "illinois" for a state."""
    name = slug(place.name)
    return name if place.is_state else f"{_KIND_OF_PLACE.sub('', name)}-{place.state.lower()}"


def thread_key(place: PlaceRow, days: Iterable[str], taken: Taken) -> str:
    """The key of a new request or agreement: place and first year, "harris-tx-2011"."""
    years = sorted(day[:4] for day in days if day)
    return free("-".join([place_slug(place), *years[:1]]), taken)


def measure_key(place: PlaceRow, cells: Mapping[str, str], taken: Taken) -> str:
    """The key of a local measure: who acted, month, kind, "oakland-2011-06-resolution"."""
    acted = slug(cells.get("place", "")) or place_slug(place)
    return free("-".join(filter(None, [acted, cells["on"][:7], cells["kind"]])), taken)


def event_key(cells: Mapping[str, str], taken: Taken) -> str:
    """The key of a federal act: what it is called, and its year."""
    return free("-".join(filter(None, [slug(cells["title"]), cells["on"][:4]])), taken)


def source_key(cells: Mapping[str, str], taken: Taken) -> str:
    """The key of a source: who published it, and its year."""
    said = slug(cells["publisher"]) or slug(cells["title"]) or "source"
    return free("-".join(filter(None, [said, cells["published_on"][:4]])), taken)


def step_name(number: Decimal, taken: Collection[str]) -> str:
    """What a new step is called in its thread: its number, or the next that was never given."""
    return str(number) if str(number) not in taken else str(highest(taken) + 1)


def highest(names: Collection[str]) -> Decimal:
    """The highest number that a step was ever called by; 0 when there is none."""
    return max((Decimal(name) for name in names if name.isdecimal()), default=Decimal(0))


def free(wanted: str, taken: Taken) -> str:
    """The key, or the same with the first number behind it that nobody has."""
    keys = {key.partition(":")[0] for key in taken(wanted)}
    if wanted not in keys:
        return wanted
    return next(key for number in count(2) if (key := f"{wanted}-{number}") not in keys)
