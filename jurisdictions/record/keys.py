"""Keys for facts, made from what was written so that nobody has to think one up."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from itertools import count
from typing import Protocol

from django.utils.text import slugify

from jurisdictions.models.folding import fold
from jurisdictions.status.programs.section_287g.vocabulary import Model

LONGEST = 48
_KIND_OF_PLACE = re.compile(r"-(county|parish|borough|census-area|municipality|municipio)$")
MODELS: Mapping[str, str] = {
    Model.TASK_FORCE: "tfm",
    Model.JAIL_ENFORCEMENT: "jem",
    Model.WARRANT_SERVICE: "wso",
    Model.JAIL_AND_TASK_FORCE: "jem-tfm",
    Model.NOT_RECORDED: "unknown",
}
"""The models of agreements under 287(g) as ICE shortens them, and as keys name them."""
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


def agency_key(state: str, cells: Mapping[str, str], taken: Taken) -> str:
    """The key of an agency, by the letters of its state: "fl-lee-county-sheriff-s-office"."""
    return free("-".join([state.lower(), slug(cells["name"])]), taken)


def agency_agreement_key(cells: Mapping[str, str], taken: Taken) -> str:
    """The key of an agency's agreement: agency, model, day, "fl-lee-county-sheriff:tfm:2025-03"."""
    on = cells.get("signed_on") or cells.get("listed_from", "")
    return _free_whole(":".join([cells["agency"], MODELS[cells["model"]], _first(on)]), taken)


def application_key(state: str, cells: Mapping[str, str], taken: Taken) -> str:
    """The key of an application: agency, or who is named, model, and day of the first list."""
    who = cells.get("agency") or f"{state.lower()}-{slug(cells['name'])}"
    on = _first(cells["pending_from"])
    return _free_whole(":".join([who, MODELS[cells["model"]], on]), taken)


def law_key(state: str, cells: Mapping[str, str], taken: Taken) -> str:
    """The key of a state's law: the letters of the state, and what the law is called."""
    return free("-".join([state.lower(), slug(cells["name"])]), taken)


def list_key(cells: Mapping[str, str], taken: Taken) -> str:
    """The key of a list: whom it names, and its day, "pending-2026-01-08"."""
    return free("-".join([cells["kind"], _first(cells["listed_on"])]), taken)


def _first(day: str) -> str:
    """A day, or the first of two that it lies between: no key has a slash."""
    return day.partition("/")[0]


def _free_whole(wanted: str, taken: Taken) -> str:
    """The key of several parts, or the same with the first number behind it that nobody has."""
    keys = set(taken(wanted))
    numbered = (f"{wanted}-{number}" for number in count(2))
    return wanted if wanted not in keys else next(key for key in numbered if key not in keys)


def free(wanted: str, taken: Taken) -> str:
    """The key, or the same with the first number behind it that nobody has."""
    keys = {key.partition(":")[0] for key in taken(wanted)}
    if wanted not in keys:
        return wanted
    return next(key for number in count(2) if (key := f"{wanted}-{number}") not in keys)
