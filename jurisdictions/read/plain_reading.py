"""What reading knows of a program that has no `reading` of its own: it is made from its rule.

Its list is filtered, and its map colored, by the status and by each dimension but the federal
position; the sentence above the map counts the county equivalents whose status is one of the
rule's `COUNTED`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import accumulate
from operator import attrgetter
from typing import Any

from jurisdictions.publish.members import dimensions_of
from jurisdictions.read.rows import AsOf
from jurisdictions.read.spans import RawSpan, all_spans
from jurisdictions.status.geoids import is_county, state_of
from jurisdictions.status.programs import rule_of


class PlainReading:
    """See `ProgramReading` for what each member says."""

    OWN: Mapping[str, str] = {}
    SORTS = ()
    GONE = None
    COUNTED = COUNTED_OF_STATE = ("counted",)
    COUNTED_BY_ICE = ""
    COUNTED_AS: Mapping[str, str] = {}
    BRIEFED = False
    TELLS = ()

    def __init__(self, slug: str) -> None:
        rule: Any = rule_of(slug)
        self.FACETS = dimensions_of(slug)[1:]
        self.LAYERS = ("status", *self.FACETS)
        self._words = {"status": rule.STATUSES}
        self._words |= {one.name: one.values for one in rule.DIMENSIONS[1:]}
        self._counted = frozenset(rule.COUNTED)

    def tests(self, as_of: AsOf, own: Mapping[str, Any]) -> list[Any]:
        """It has no filters of its own."""
        del as_of, own
        return []

    def layer_values(self, as_of: AsOf, layer: str) -> tuple[str, ...]:
        """The words of a layer, in the order of the rule; raise KeyError for no layer."""
        del as_of
        return tuple(self._words[layer])

    def value_of(self, as_of: AsOf, layer: str) -> Any:
        """What takes the word of a layer from a span."""
        del as_of
        return attrgetter(layer)

    def hatched(self, span: RawSpan) -> bool:
        """Nothing is hatched."""
        del span
        return False

    def own_turns(self, as_of: AsOf, layer: str) -> None:
        """Spans tell all layers."""
        del as_of, layer

    def undocumented(self, counties: Iterable[RawSpan]) -> None:
        """Nothing of the record waits for a document."""
        del counties

    def documented(self, as_of: AsOf) -> None:
        """No state's agreement is awaited."""
        del as_of

    def headlines(self, as_of: AsOf) -> list[tuple[Any, ...]]:
        """How many county equivalents count, and the position, on each day when one changes."""
        positions = {span.start or date.min: span.position for span in all_spans(as_of)}
        steps = self._steps(as_of, lambda _geoid: "").get("", Counter())
        days = sorted({*positions, *steps})
        found: list[tuple[Any, ...]] = []
        for day, number in zip(days, accumulate(steps[day] for day in days), strict=True):
            position = positions.get(day, found[-1][2] if found else None)
            if not found or found[-1][1:] != (number, position):
                found.append((day, number, position))
        return found

    def numbers_by_state(self, as_of: AsOf) -> dict[str, list[tuple[Any, ...]]]:
        """How many of a state's count, on each day when that changes."""
        found = {}
        for state, steps in self._steps(as_of, state_of).items():
            days = sorted(day for day, step in steps.items() if step)
            numbers = accumulate(steps[day] for day in days)
            found[state] = list(zip(days, numbers, strict=True))
        return found

    def told_pages(self, as_of: AsOf) -> tuple[()]:
        """None but those of every program."""
        del as_of
        return ()

    def last_list(self, as_of: AsOf) -> None:
        """The record rests on no list."""
        del as_of

    def _steps(self, as_of: AsOf, of: Any) -> dict[str, Counter[date]]:
        """By how many the number grows on each day, for whatever a geoid is counted under."""
        found: dict[str, Counter[date]] = {}
        for span in all_spans(as_of):
            if is_county(span.geoid) and span.status in self._counted:
                steps = found.setdefault(of(span.geoid), Counter())
                steps[span.start or date.min] += 1
                if span.end:
                    steps[span.end] -= 1
        return found
