"""Facts that are only proposed so far: a source may say otherwise on them already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jurisdictions.models import Program, Wish
from jurisdictions.models.standing import in_parts


@dataclass(frozen=True, slots=True)
class Promise:
    """A fact as an open proposal would record it: the proposal's id, the place, the cells."""

    proposal: int
    place: str
    cells: Mapping[str, str]


def promises(program: Program, names: Sequence[str]) -> dict[str, Promise]:
    """The facts of these names that open proposals would record; the oldest proposal's."""
    found: dict[str, Promise] = {}
    for part in in_parts(names):
        for wish in Wish.objects.promising(program.pk, part):
            found.setdefault(wish.name, Promise(wish.proposal_id, wish.geoid, wish.cells))
    return found
