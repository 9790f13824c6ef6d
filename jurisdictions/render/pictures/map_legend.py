"""The legend of each layer: its values in the order of reading, their labels, their counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jurisdictions.read.maps import BASIS
from jurisdictions.render.programs import part_of
from jurisdictions.render.words.days import number_text
from jurisdictions.render.words.labels import label
from jurisdictions.status.sureness import Basis


@dataclass(frozen=True, slots=True)
class LegendItem:
    """A value of a layer and how many county equivalents have it.

    `is_shown`: whether a place has it that day; the others are folded. `group` is what it is
    counted under, "" for none.
    """

    value: str
    label: str
    count: int
    is_shown: bool = True
    group: str = ""


@dataclass(frozen=True, slots=True)
class LegendGroup:
    """Values that are counted together; a value that is in no group stands in one without title."""

    title: str
    items: tuple[LegendItem, ...]

    @property
    def total(self) -> int:
        """How many county equivalents have one of them."""
        return sum(item.count for item in self.items)


def statuses_of(program: str) -> Sequence[StrEnum]:
    """The statuses of a program in the order of reading."""
    found: Sequence[StrEnum] = part_of(program, "legend").STATUSES
    return found


def layer_labels(program: str) -> dict[str, str]:
    """The layers as the reader chooses among them."""
    found: dict[str, str] = part_of(program, "legend").layer_labels()
    return {**found, BASIS: _("How thin the record is")}


def legend_values(program: str, layer: str, years: Iterable[str]) -> list[dict[str, str]]:
    """The values of a layer with their labels; `years` are those of a layer that has years.

    Of the status some have a `group`.
    """
    if layer == BASIS:
        gone = part_of(program, "legend").GONE
        words = (*reversed(Basis), *((gone,) if gone else ()))
        return [{"value": str(word), "label": label(word)} for word in words]
    found: list[dict[str, str]] = part_of(program, "legend").legend_values(layer, years)
    if layer != "status":
        return found
    groups = {
        str(word): _(title) for title, words in part_of(program, "legend").GROUPS for word in words
    }
    return [
        {**entry, "group": groups[entry["value"]]} if entry["value"] in groups else entry
        for entry in found
    ]


def legend_items(
    program: str, layer: str, years: Iterable[str], counts: Mapping[str, int], isolated: str = ""
) -> list[LegendItem]:
    """The legend of a layer with its counts; a value that nobody has counts 0.

    One that is `isolated` is shown, whoever has it.
    """
    return [
        LegendItem(
            entry["value"],
            entry["label"],
            counts.get(entry["value"], 0),
            counts.get(entry["value"], 0) > 0 or entry["value"] == isolated,
            entry.get("group", ""),
        )
        for entry in legend_values(program, layer, years)
    ]


def grouped(items: Iterable[LegendItem]) -> list[LegendGroup]:
    """The items in their order, those beside each other that are counted together as one group."""
    return [
        LegendGroup(title, tuple(found)) for title, found in groupby(items, lambda item: item.group)
    ]


def folded_text(number: int) -> str:
    """What stands for the values that nobody has that day."""
    return folded_forms(number) % {"number": number_text(number)}


def folded_forms(number: int) -> str:
    """The same with a hole for the number."""
    return ngettext(
        "%(number)s more, none on this day", "%(number)s more, none on this day", number
    )


def folded_items(program: str, items: Iterable[LegendItem]) -> list[LegendItem]:
    """Those that nobody has that day; that places may be gone is said only where one is."""
    gone = part_of(program, "legend").GONE
    return [item for item in items if not item.is_shown and item.value != gone]
