"""The boundaries file, decoded for pictures made on the server; twin of static/js/core/geometry.js.

The format is described in script/geometry/README.md. Coordinates are whole map units: `scale` of
them to a pixel of the `width` by `height` picture, y downwards.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any, TypeAlias

from jurisdictions.render.pictures.boundary_lines import (
    Line,
    Point,
    Shapes,
    decode_numbers,
    sort_arcs,
)

Box: TypeAlias = tuple[int, int, int, int]
TRIANGLE = 4
"""Points of the shortest ring that encloses something; its last one is its first."""


@dataclass(frozen=True)
class State:
    """A state, district or territory; its box is (left, top, right, bottom) in map units."""

    geoid: str
    name: str
    abbreviation: str
    kind: str
    box: Box


@dataclass(frozen=True)
class Frame:
    """A part of the picture with a scale of its own; box is (x, y, width, height) in map units."""

    key: str
    label: str
    note: str
    box: Box
    caption: Point


@dataclass(frozen=True)
class Boundaries:
    """All places in the order of `places` (geoids), and the lines between them."""

    vintage: str
    hash: str
    width: int
    height: int
    scale: int
    places: tuple[str, ...]
    names: tuple[str, ...]
    full_names: tuple[str, ...]
    kinds: str
    states: tuple[State, ...]
    frames: tuple[Frame, ...]
    rings: tuple[tuple[Line, ...], ...]
    coast: tuple[Line, ...]
    state_lines: tuple[Line, ...]
    county_lines: tuple[Line, ...]

    @property
    def extent(self) -> Point:
        """The width and height of the picture in map units, for a view box."""
        return self.width * self.scale, self.height * self.scale

    def svg_paths(self) -> tuple[str, ...]:
        """Return SVG path data in map units for each place, in order; made once."""
        return self._svg_paths

    @cached_property
    def _svg_paths(self) -> tuple[str, ...]:
        return tuple("".join(f"{line_path(ring[:-1])}z" for ring in rings) for rings in self.rings)

    @cached_property
    def svg_path_of(self) -> Mapping[str, str]:
        """The same by geoid."""
        return dict(zip(self.places, self._svg_paths, strict=True))

    def coarse_path_of(self, geoid: str, step: int) -> str:
        """SVG path data of a place in units of `step` map units, each point at the nearest.

        Neighbors still meet: a point that they share goes to the same place for both. What
        encloses nothing any more is left out, and a place of which nothing is left is a square.
        """
        if step == 1:
            return self.svg_path_of[geoid]
        if (geoid, step) not in self._coarse:
            rings = [coarse(ring, step) for ring in self.rings[self._order[geoid]]]
            paths = [f"{line_path(ring[:-1])}z" for ring in rings if len(ring) >= TRIANGLE]
            (x, y), *_others = rings[0]
            self._coarse[geoid, step] = "".join(paths) or f"M{x},{y}l1,0 0,1 -1,0z"
        return self._coarse[geoid, step]

    @cached_property
    def _coarse(self) -> dict[tuple[str, int], str]:
        return {}

    @cached_property
    def _order(self) -> Mapping[str, int]:
        return {geoid: order for order, geoid in enumerate(self.places)}

    @cached_property
    def line_paths(self) -> Mapping[str, str]:
        """SVG path data in map units of the "coast", the "state" lines and the "county" lines."""
        lines = {"coast": self.coast, "state": self.state_lines, "county": self.county_lines}
        return {name: lines_path(found) for name, found in lines.items()}


def coarse(line: Line, step: int) -> Line:
    """The line in units of `step`, without the points that fall on the one before."""
    points = [(round(x / step), round(y / step)) for x, y in line]
    return (*points[:1], *(after for before, after in pairwise(points) if before != after))


def line_path(line: Line) -> str:
    """Return SVG path data of a line of two or more points: absolute start, relative steps."""
    steps = " ".join(f"{bx - ax},{by - ay}" for (ax, ay), (bx, by) in pairwise(line))
    return f"M{line[0][0]},{line[0][1]}l{steps}"


def lines_path(lines: Sequence[Line]) -> str:
    """Return SVG path data of several lines, each started anew."""
    return "".join(map(line_path, lines))


@cache
def load_boundaries(path: Path) -> Boundaries:
    """Read and decode the boundaries file, once for each path.

    Raises OSError when it cannot be read, ValueError or KeyError when it is not such a file.
    """
    return decode(json.loads(path.read_text(encoding="utf-8")))


def decode(file: dict[str, Any]) -> Boundaries:
    """Decode the parsed boundaries file; raises KeyError when a part is missing."""
    places = tuple(f"{geoid:05}" for geoid in accumulate(decode_numbers(file["places"])))
    names = tuple(file["names"].split("|"))
    shapes = Shapes(decode_numbers(file["shapes"]))
    rings = tuple(shapes.rings(place) for place in range(len(places)))
    return Boundaries(
        vintage=file["vintage"],
        hash=file["hash"],
        width=file["width"],
        height=file["height"],
        scale=file["scale"],
        places=places,
        names=names,
        full_names=_full_names(file, names),
        kinds=file["kinds"],
        states=tuple(_state(*fields) for fields in file["states"]),
        frames=tuple(_frame(frame) for frame in file["frames"]),
        rings=rings,
        **sort_arcs(shapes.arcs, places),
    )


def _full_names(file: dict[str, Any], names: Sequence[str]) -> tuple[str, ...]:
    words, exceptions = file["kindWords"], file["fullNames"]
    return tuple(
        exceptions.get(str(place), f"{name} {words[kind]}".strip())
        for place, (name, kind) in enumerate(zip(names, file["kinds"], strict=True))
    )


def _state(geoid: str, name: str, abbreviation: str, kind: str, box: list[int]) -> State:
    return State(geoid, name, abbreviation, kind, (box[0], box[1], box[2], box[3]))


def _frame(frame: dict[str, Any]) -> Frame:
    return Frame(
        frame["key"],
        frame["label"],
        frame["note"],
        tuple(frame["box"]),
        tuple(frame["caption"]),
    )
