"""Written names that may mean several places: the places to choose from, state by state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.http import HttpRequest
from django.utils.translation import get_language

from jurisdictions.read.keeping.uploads import Question, UploadDetail
from jurisdictions.read.places import all_places, fold
from jurisdictions.read.rows import PlaceRow
from jurisdictions.record.faults import Refused
from jurisdictions.record.uploads.naming import place_named
from jurisdictions.status.geoids import state_of

NONE = "none"
"""What is chosen when no place is meant."""
FEW = 6
"""So many places stand one below the other; more are chosen from a list by state."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a written name may mean."""

    geoid: str
    name: str
    state: str


@dataclass(frozen=True, slots=True)
class PlaceAsked:
    """A question about a written name, with the places that it may mean."""

    at: int
    question: Question
    candidates: tuple[Candidate, ...]
    states: tuple[tuple[str, tuple[Candidate, ...]], ...]
    chosen: str
    typed: str
    wrong: str


def places_asked(request: HttpRequest, found: UploadDetail) -> list[PlaceAsked]:
    """Each written name with the places that it may mean: the likeliest first, many by state."""
    places = all_places(get_language() or "en") if found.questions else {}
    return [_asked(request, at, one, places) for at, one in enumerate(found.questions)]


def _asked(
    request: HttpRequest, at: int, question: Question, places: Mapping[str, PlaceRow]
) -> PlaceAsked:
    told = tuple(_candidate(geoid, places) for geoid in question.candidates)
    typed = request.POST.get(f"place-{at}-named", "").strip()
    return PlaceAsked(
        at,
        question,
        told,
        _by_state(told) if len(told) > FEW else (),
        request.POST.get(f"place-{at}", ""),
        typed,
        _no_place(typed),
    )


def _by_state(told: Sequence[Candidate]) -> tuple[tuple[str, tuple[Candidate, ...]], ...]:
    by_name = sorted(told, key=lambda one: (fold(one.state), fold(one.name)))
    return tuple((state, tuple(own)) for state, own in groupby(by_name, lambda one: one.state))


def _candidate(geoid: str, places: Mapping[str, PlaceRow]) -> Candidate:
    place, state = places.get(geoid), places.get(state_of(geoid))
    return Candidate(geoid, place.label if place else geoid, state.name if state else "")


def _no_place(typed: str) -> str:
    """Why what was typed names no place; "" when it does, or nothing was."""
    try:
        if typed:
            place_named(typed)
    except Refused as wrong:
        return wrong.faults[0].reason
    return ""
