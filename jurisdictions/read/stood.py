"""Facts with the federal rule that stood when they happened, where they rest on one.

What rests on what, a program says itself: `stood` in its folder of `status/programs/`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from jurisdictions.read.places import places_of
from jurisdictions.read.rows import AsOf, FactRow, StoodRow
from jurisdictions.status import programs
from jurisdictions.status.dates import PartialDate
from jurisdictions.status.programs import part_in
from jurisdictions.status.stood import Turn, days_between, stood_on


@dataclass(frozen=True, slots=True)
class Doing:
    """An act of a place: the kind and the word of its fact, what its day rests on, its day."""

    kind: str
    word: str
    basis: str
    on: PartialDate | None


class Rules:
    """The federal acts of an edition, to be asked for many acts of places."""

    def __init__(self, slug: str, acts: Sequence[FactRow]) -> None:
        own = part_in(programs.__name__, slug, "stood")
        self._says = own.says if own else None
        self._acts = {act.name: act for act in acts}
        self.at = cache(self._at)

    def _at(self, doing: Doing, who: str = "") -> StoodRow | None:
        """What stood; None where the act rests on nothing or that cannot be told."""
        if self._says is None or doing.on is None:
            return None
        said = (
            (act, self._says(doing.kind, doing.word, doing.basis, act.word))
            for act in self._acts.values()
        )
        turns = [Turn(act.name, act.on, word) for act, word in said if act.on and word]
        stood = stood_on(turns, doing.on)
        if stood is None:
            return None
        begun, ended = stood.begun, stood.ended
        return StoodRow(
            who,
            begun=self._acts[begun.act] if begun else None,
            since=days_between(begun.on, doing.on) if begun else None,
            ended=self._acts[ended.act] if ended else None,
            until=days_between(doing.on, ended.on) if ended else None,
        )


def rests(slug: str, kind: str) -> bool:
    """Whether facts of a kind may rest on a federal rule."""
    own = part_in(programs.__name__, slug, "stood")
    return bool(own) and kind in own.KINDS


def with_stood(as_of: AsOf, rows: Iterable[FactRow], acts: Sequence[FactRow]) -> list[FactRow]:
    """The rows, each with what stood; `acts` are the federal acts in the order of effect."""
    rules, places = Rules(as_of.program.slug, acts), places_of(as_of)
    found: list[FactRow] = []
    for row in rows:
        place = places.get(row.geoid)
        doing = Doing(row.kind, row.word, row.basis, row.on)
        stood = rules.at(doing, place.spoken_name if place else "")
        found.append(replace(row, stood=stood) if stood else row)
    return found
