"""What the sentence above the map counts, on every day on which it turns."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from jurisdictions.read.kept_once import kept_once
from jurisdictions.read.program_reading import reading_of
from jurisdictions.read.rows import AsOf
from jurisdictions.status.geoids import NATION
from jurisdictions.status.programs import rule_of


class Headline(NamedTuple):
    """From a day on: the program's own numbers, and the federal position."""

    day: date
    numbers: tuple[int, ...]
    position: StrEnum


def positions_of(slug: str) -> type[StrEnum]:
    """The federal positions of a program, the first that of days before all acts."""
    return rule_of(slug).DIMENSIONS[0].values


def headlines_of(as_of: AsOf) -> tuple[Headline, ...]:
    """Each day on which a number or the position changes, first to last; kept."""
    return _headlines(replace(as_of, language="", on=date.max))


@kept_once(maxsize=8)
def _headlines(as_of: AsOf) -> tuple[Headline, ...]:
    rows: Iterable[Sequence[object]] = reading_of(as_of.program.slug).headlines(as_of)
    return tuple(Headline(day, tuple(numbers), position) for day, *numbers, position in rows)  # type: ignore[arg-type]


def headline_on(as_of: AsOf) -> Headline:
    """The headline of the day that is asked for."""
    found = headlines_of(as_of)
    at = bisect_right(found, as_of.on, key=lambda one: one.day)
    if at:
        return found[at - 1]
    slug = as_of.program.slug
    none = (0,) * len(reading_of(slug).COUNTED)
    return Headline(date.min, none, next(iter(positions_of(slug))))


def numbers_of_state(as_of: AsOf, state: str) -> tuple[int, ...]:
    """The program's numbers of a state (its geoid) on the day."""
    program = reading_of(as_of.program.slug)
    rows = _by_state(replace(as_of, language="", on=date.max)).get(state, [])
    at = bisect_right(rows, as_of.on, key=lambda row: row[0])
    return tuple(rows[at - 1][1:]) if at else (0,) * len(program.COUNTED_OF_STATE)


def numbers_through_time(as_of: AsOf, number: str, geoid: str) -> list[tuple[date, int]]:
    """One of the program's numbers, of the nation or a state, from each day on which any turns.

    Raises ValueError for a number that is not counted there.
    """
    program = reading_of(as_of.program.slug)
    if geoid == NATION:
        at = program.COUNTED.index(number)
        return [(one.day, one.numbers[at]) for one in headlines_of(as_of)]
    at = 1 + program.COUNTED_OF_STATE.index(number)
    rows = _by_state(replace(as_of, language="", on=date.max)).get(geoid, [])
    return [(row[0], row[at]) for row in rows]


def counted_numbers(as_of: AsOf, state: str = "") -> dict[str, int]:
    """The program's numbers on the day by their names: of a state (its geoid), or of the nation."""
    program = reading_of(as_of.program.slug)
    if state:
        return dict(zip(program.COUNTED_OF_STATE, numbers_of_state(as_of, state), strict=True))
    return dict(zip(program.COUNTED, headline_on(as_of).numbers, strict=True))


@kept_once(maxsize=8)
def _by_state(as_of: AsOf) -> dict[str, list[tuple[Any, ...]]]:
    return dict(reading_of(as_of.program.slug).numbers_by_state(as_of))
