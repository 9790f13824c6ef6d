"""The legend of each layer: its values in the order of reading, their labels, their counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from jurisdictions.render.programs import part_of


@dataclass(frozen=True, slots=True)
class LegendItem:
    """A value of a layer and how many county equivalents have it.

    `is_shown`: whether the legend has it today; that a place is gone is said only where one is.
    """

    value: str
    label: str
    count: int
    is_shown: bool = True


def statuses_of(program: str) -> Sequence[StrEnum]:
    """The statuses of a program in the order of reading."""
    found: Sequence[StrEnum] = part_of(program, "legend").STATUSES
    return found


def layer_labels(program: str) -> dict[str, str]:
    """The layers as the reader chooses among them."""
    found: dict[str, str] = part_of(program, "legend").layer_labels()
    return found


def legend_values(program: str, layer: str, years: Iterable[str]) -> list[dict[str, str]]:
    """The values of a layer with their labels; `years` are those of a layer that has years."""
    found: list[dict[str, str]] = part_of(program, "legend").legend_values(layer, years)
    return found


def legend_items(
    program: str, layer: str, years: Iterable[str], counts: Mapping[str, int]
) -> list[LegendItem]:
    """The legend of a layer with its counts; a value that nobody has counts 0."""
    gone = part_of(program, "legend").GONE
    return [
        LegendItem(
            entry["value"],
            entry["label"],
            counts.get(entry["value"], 0),
            counts.get(entry["value"], 0) > 0 or entry["value"] != gone,
        )
        for entry in legend_values(program, layer, years)
    ]
