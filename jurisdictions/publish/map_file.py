"""The small file that the map's slider plays: each day's changes, time-major."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

Turn = tuple[date, str]
Changes = list[list[int]]


def encode_layer(
    turns: Mapping[str, Sequence[Turn]],
    places: Sequence[str],
    values: Sequence[str],
    initial: str,
    epoch: date,
) -> tuple[int, Changes]:
    """The index of the first value, and `[days since the last entry, value, index, difference…]`.

    `turns` gives, for each place, the days on which its value becomes another.
    """
    by_day: dict[tuple[date, int], list[int]] = {}
    numbers = {value: number for number, value in enumerate(values)}
    for index, place in enumerate(places):
        for day, value in turns.get(place, ()):
            by_day.setdefault((day, numbers[value]), []).append(index)
    changes: Changes = []
    last = epoch
    for (day, number), indexes in sorted(by_day.items()):
        changes.append([(day - last).days, number, *differences(indexes)])
        last = day
    return numbers[initial], changes


def differences(indexes: Sequence[int]) -> list[int]:
    """The first index, then each one's distance from the one before."""
    return [*indexes[:1], *(after - before for before, after in pairwise(indexes))]


def encode_days(days: Iterable[tuple[Any, ...]], epoch: date) -> list[list[Any]]:
    """Rows that begin with a day -> the same with the days since the row before."""
    encoded: list[list[Any]] = []
    last = epoch
    for day, *rest in days:
        encoded.append([(day - last).days, *rest])
        last = day
    return encoded


def encode_partial(
    turns: Mapping[str, Sequence[Turn]], places: Sequence[str], epoch: date
) -> list[list[Any]]:
    """The days that are not known to the day, and of which places.

    `turns` gives, for each place, days with what is known of them (EDTF); the answer has
    `[days since the last entry, what is known, index, difference…]`.
    """
    by_day: dict[Turn, list[int]] = {}
    for index, place in enumerate(places):
        for day, known in turns.get(place, ()):
            if known and known != day.isoformat():
                by_day.setdefault((day, known), []).append(index)
    return encode_days(
        ((day, known, *differences(indexes)) for (day, known), indexes in sorted(by_day.items())),
        epoch,
    )


def turns_of(spans: Iterable[Any], value: Callable[[Any], str], initial: str) -> list[Turn]:
    """The days on which a place's value becomes another, from its spans first to last."""
    turns: list[Turn] = []
    last = initial
    for span in spans:
        now = value(span)
        if now != last and span.start is not None:
            turns.append((span.start, now))
        last = now
    return turns
