"""The places found so far, each by the best that was found, and their order."""

from __future__ import annotations

from collections.abc import Iterable

from jurisdictions.gazetteer.index import PlaceIndex
from jurisdictions.gazetteer.reading import EXACT, How, Match

OUTRIGHT = 0
ORDER = {How.BEGINNING: 1, How.INSIDE: 2, How.NEAR: 3}
"""How a match ranks; all that are exact rank alike, and then the more people come first."""


class Candidates:
    """Matches by place. What is found again by something better, or weightier, takes its place."""

    def __init__(self, index: PlaceIndex) -> None:
        self.index = index
        self._found: dict[str, tuple[tuple[float, ...], Match]] = {}

    def __bool__(self) -> bool:
        return bool(self._found)

    def __len__(self) -> int:
        return len(self._found)

    @property
    def exact(self) -> bool:
        """Whether any place fits exactly."""
        return any(match.how in EXACT for _rank, match in self._found.values())

    def add(
        self, geoid: str, how: How, weight: float, *, said: str = "", step: float = 0, back: int = 0
    ) -> None:
        """A place by what fits it: an earlier `step` comes first, then less `back`, more weight."""
        if geoid not in self.index.places:
            return
        rank = (ORDER.get(how, OUTRIGHT), step, back, -weight)
        before = self._found.get(geoid)
        if before is None:
            self._found[geoid] = (rank, Match(geoid, how, said))
            return
        # By which of two names it is said to be found: its own comes before a city's in it.
        best = min(before[1].how, how)
        named = Match(geoid, how, said) if best == how and how != before[1].how else before[1]
        self._found[geoid] = (min(rank, before[0]), named)

    def in_order(self) -> tuple[Match, ...]:
        """Every place once, the likeliest first."""
        ranked: Iterable[tuple[str, tuple[tuple[float, ...], Match]]] = self._found.items()
        ordered = sorted(ranked, key=lambda pair: (pair[1][0], pair[0]))
        return tuple(match for _geoid, (_rank, match) in ordered)
