"""The file the browser gets: names, states, frames and shapes in one JSON object."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from .composition import FRAMES, HEIGHT, WIDTH, Frame
from .encoding import characters, shape_numbers
from .generalise import UNITS_PER_PIXEL
from .names import KINDS, Place
from .points import GridRing


def document(
    counties: Sequence[Place], states: Sequence[Place], shapes: Mapping[str, list[GridRing]]
) -> str:
    """Return the JSON text for counties and states, both sorted by geoid."""
    geoids = [county.geoid for county in counties]
    encoded = characters(shape_numbers({geoid: shapes[geoid] for geoid in geoids}))
    content = {
        "vintage": "2010",
        "hash": fingerprint(geoids, encoded),
        "width": WIDTH,
        "height": HEIGHT,
        "scale": UNITS_PER_PIXEL,
        "places": characters(_steps(geoids)),
        "names": "|".join(county.base_name for county in counties),
        "kinds": "".join(KINDS[county.kind][0] for county in counties),
        "kindWords": dict(KINDS.values()),
        "fullNames": {n: c.name for n, c in enumerate(counties) if not c.is_regular},
        "states": [_state(state, shapes) for state in states],
        "frames": [_frame(frame) for frame in FRAMES],
        "shapes": encoded,
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"


def fingerprint(geoids: Sequence[str], shapes: str) -> str:
    """Return twelve hex digits that change with the order of the places or with any border."""
    return hashlib.sha256(f"{','.join(geoids)}\n{shapes}".encode()).hexdigest()[:12]


def _steps(geoids: Sequence[str]) -> list[int]:
    numbers = [0, *map(int, geoids)]
    return [after - before for before, after in pairwise(numbers)]


def _state(state: Place, shapes: Mapping[str, list[GridRing]]) -> list[Any]:
    points = [
        point
        for geoid, rings in shapes.items()
        if geoid.startswith(state.geoid)
        for ring in rings
        for point in ring
    ]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    box = [min(xs), min(ys), max(xs), max(ys)]
    return [state.geoid, state.name, state.state, state.kind, box]


def _frame(frame: Frame) -> dict[str, Any]:
    return {
        "key": frame.key,
        "label": frame.label,
        "note": frame.note,
        "box": [n * UNITS_PER_PIXEL for n in frame.box],
        "caption": [n * UNITS_PER_PIXEL for n in frame.caption],
    }
