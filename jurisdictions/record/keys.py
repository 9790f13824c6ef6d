"""Keys for facts, made from what was written so that nobody has to think one up."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from itertools import count
from typing import Protocol

from django.utils.text import slugify

from jurisdictions.models.folding import fold

LONGEST = 48
_KIND_OF_PLACE = re.compile(r"-(county|parish|borough|census-area|municipality|municipio)$")
Taken = Callable[[str], Collection[str]]
"""The keys in use that begin so."""


class PlaceNamed(Protocol):
    """A place as far as keys name it."""

    @property
    def name(self) -> str:
        """What the place is called, "Harris County"."""

    @property
    def state(self) -> str:
        """The two letters of its state."""

    @property
    def is_state(self) -> bool:
        """Whether it is a state itself."""


def slug(text: str) -> str:
    """A text as a part of a key, cut at a word."""
    whole = slugify(fold(text))
    cut = whole[: LONGEST + 1].rpartition("-")[0] or whole[:LONGEST]
    return whole if len(whole) <= LONGEST else cut


def place_slug(place: PlaceNamed) -> str:
    """A place as keys name it: "harris-tx" for a county, "illinois" for a state."""
    name = slug(place.name)
    return name if place.is_state else f"{_KIND_OF_PLACE.sub('', name)}-{place.state.lower()}"


def measure_key(place: PlaceNamed, cells: Mapping[str, str], taken: Taken) -> str:
    """The key of a local measure: who acted, month, kind, "oakland-2011-06-resolution"."""
    acted = slug(cells.get("place", "")) or place_slug(place)
    told = (acted, cells.get("on", "")[:7], cells.get("kind", ""))
    return free("-".join(filter(None, told)), taken)


def event_key(cells: Mapping[str, str], taken: Taken) -> str:
    """The key of a federal act: what it is called, and its year."""
    return free("-".join(filter(None, [slug(cells["title"]), cells.get("on", "")[:4]])), taken)


def source_key(cells: Mapping[str, str], taken: Taken) -> str:
    """The key of a source: who published it, and its year."""
    said = slug(cells.get("publisher", "")) or slug(cells["title"]) or "source"
    return free("-".join(filter(None, [said, cells.get("published_on", "")[:4]])), taken)


def free(wanted: str, taken: Taken) -> str:
    """The key, or the same with the first number behind it that nobody has."""
    keys = {key.partition(":")[0] for key in taken(wanted)}
    if wanted not in keys:
        return wanted
    return next(key for number in count(2) if (key := f"{wanted}-{number}") not in keys)
