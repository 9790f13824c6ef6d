"""What the program's list is filtered by, what its map shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from operator import attrgetter
from typing import Any

from jurisdictions.read.program_reading import Test, Value
from jurisdictions.read.raw_spans import RawSpan
from jurisdictions.read.rows import AsOf
from jurisdictions.read.spans import all_spans
from jurisdictions.status.geoids import is_county
from jurisdictions.status.programs.priority_enforcement.vocabulary import Status

FACETS = ()
OWN: Mapping[str, str] = {}
SORTS = ()
LAYERS = ("status",)
GONE = None
COUNTED = ("asked",)
COUNTED_OF_STATE = ("asked",)
COUNTED_BY_ICE = ""
COUNTED_AS: Mapping[str, str] = {}
BRIEFED = False
TELLS = ()


def tests(as_of: AsOf, own: Mapping[str, Any]) -> list[Test]:
    """The program has no filters of its own."""
    del as_of, own
    return []


def layer_values(as_of: AsOf, layer: str) -> tuple[str, ...]:
    """The words of a layer, in the order of its legend."""
    del as_of
    return {"status": tuple(Status)}[layer]


def value_of(as_of: AsOf, layer: str) -> Value:
    """What takes the word of a layer from a span."""
    del as_of
    return attrgetter(layer)


def hatched(span: RawSpan) -> bool:
    """Nothing is hatched."""
    del span
    return False


def own_turns(as_of: AsOf, layer: str) -> None:
    """Spans tell all layers."""
    del as_of, layer


def undocumented(counties: Iterable[RawSpan]) -> None:
    """Nothing of the record waits for a document."""
    del counties


def documented(as_of: AsOf) -> None:
    """No state's agreement is awaited."""
    del as_of


def headlines(as_of: AsOf) -> list[tuple[Any, ...]]:
    """How many county equivalents are asked, and the position, whenever they change."""
    found: dict[date, list[Any]] = {}
    for span in all_spans(as_of):
        if is_county(span.geoid):
            told = found.setdefault(span.start or date.min, [0, span.position])
            told[0] += span.status == Status.ASKED
    return [(day, asked, position) for day, (asked, position) in sorted(found.items())]


def numbers_by_state(as_of: AsOf) -> dict[str, list[tuple[Any, ...]]]:
    """How many of a state's are asked."""
    found: dict[str, dict[date, int]] = {}
    for span in all_spans(as_of):
        if is_county(span.geoid):
            days = found.setdefault(span.geoid[:2], {})
            day = span.start or date.min
            days[day] = days.get(day, 0) + (span.status == Status.ASKED)
    return {state: sorted(days.items()) for state, days in found.items()}


def told_pages(as_of: AsOf) -> tuple[()]:
    """None but those of every program."""
    del as_of
    return ()


def last_list(as_of: AsOf) -> None:
    """The record rests on no list."""
    del as_of
