"""What a picture of the map shows."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from jurisdictions.render.pictures.map_legend import LegendItem
from jurisdictions.render.programs.color_tokens import Hatch

OTHER = "#808080"
"""A value that the style sheet has no colour for."""


@dataclass(frozen=True, slots=True)
class MapPicture:
    """What a picture shows; `values` and `limited` are by geoid.

    `undocumented` counts the active places whose agreement was never documented, None where the
    program knows no such doubt.
    `folded` counts the values that no place has that day.
    `state` is a two-letter code, `chosen` the geoid of a place to be outlined; "" for none.
    """

    title: str
    description: str
    layer: str
    legend: Sequence[LegendItem]
    limits_label: str
    hatch: Hatch
    undocumented_label: str
    undocumented: int | None
    source_line: str
    values: Mapping[str, str]
    limited: Collection[str]
    captions: Mapping[str, Sequence[str]]
    state: str = ""
    isolated: str = ""
    chosen: str = ""
    folded: int = 0
