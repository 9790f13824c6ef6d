"""The boundaries that ship: whole, in order, inside the picture, the counties of 2010."""

import csv
import hashlib
import json
import re
from pathlib import Path

import pytest

from jurisdictions.render.pictures.boundaries import Boundaries, Box, load_boundaries
from jurisdictions.render.pictures.boundary_lines import Line

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / "static/geo/us-counties-2010.json"
LIST = ROOT / "jurisdictions/data/secure-communities/jurisdictions.csv"
ONE_RING = re.compile(r"M-?\d+,-?\d+l-?\d+,-?\d+( -?\d+,-?\d+)+z")
# Places drawn elsewhere than in the frame of their territory.
FRAMES = {
    "02": "alaska",
    "15": "hawaii",
    "60": "american-samoa",
    "66": "guam",
    "69": "northern-marianas",
    "72": "puerto-rico-virgin-islands",
    "78": "puerto-rico-virgin-islands",
    "60040": "swains-island",
    "69085": "northern-islands",
}


@pytest.fixture(scope="module")
def boundaries() -> Boundaries:
    return load_boundaries(FILE)


@pytest.fixture(scope="module")
def listed() -> dict[str, dict[str, str]]:
    with LIST.open(encoding="utf-8", newline="") as file:
        return {row["geoid"]: row for row in csv.DictReader(file)}


def _box(boundaries: Boundaries, place: int) -> Box:
    points = [point for ring in boundaries.rings[place] for point in ring]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _holds(outer: Box, inner: Box) -> bool:
    return (
        outer[0] <= inner[0]
        and outer[1] <= inner[1]
        and inner[2] <= outer[2]
        and inner[3] <= outer[3]
    )


def test_every_listed_county_is_drawn_once_in_order_of_geoid(boundaries, listed):
    assert boundaries.places == tuple(sorted(geoid for geoid in listed if len(geoid) == 5))
    assert len(boundaries.places) == 3234


def test_every_county_has_one_path_that_encloses_something(boundaries):
    paths = boundaries.svg_paths()
    assert len(paths) == 3234
    for geoid, path, rings in zip(boundaries.places, paths, boundaries.rings, strict=True):
        assert len(ONE_RING.findall(path)) == len(rings) > 0, geoid
        assert "".join(match[0] for match in ONE_RING.finditer(path)) == path, geoid
        for ring in rings:
            assert ring[0] == ring[-1], geoid
            assert len(set(ring)) >= 3, geoid


def test_every_county_is_inside_the_picture(boundaries):
    picture = (0, 0, *boundaries.extent)
    for place, geoid in enumerate(boundaries.places):
        assert _holds(picture, _box(boundaries, place)), geoid


def test_what_is_outside_the_lower_48_is_inside_its_frame_and_nothing_else_is(boundaries):
    frames = {
        frame.key: (*frame.box[:2], frame.box[0] + frame.box[2], frame.box[1] + frame.box[3])
        for frame in boundaries.frames
    }
    assert frames.keys() == set(FRAMES.values())
    for place, geoid in enumerate(boundaries.places):
        key = FRAMES.get(geoid, FRAMES.get(geoid[:2]))
        if key:
            assert _holds(frames[key], _box(boundaries, place)), geoid
        else:
            rings = boundaries.rings[place]
            assert not any(_reaches_into(frame, rings) for frame in frames.values()), geoid


def _reaches_into(frame: Box, rings: tuple[Line, ...]) -> bool:
    return any(_holds(frame, (*point, *point)) for ring in rings for point in ring)


def test_captions_start_inside_their_frames(boundaries):
    for frame in boundaries.frames:
        left, top, width, height = frame.box
        assert left < frame.caption[0] < left + width, frame.key
        assert top < frame.caption[1] < top + height, frame.key


@pytest.mark.parametrize("geoid", ["51515", "46113", "02270"])
def test_a_county_that_changed_after_2010_is_drawn_as_it_was(boundaries, geoid):
    assert geoid in boundaries.places


@pytest.mark.parametrize("geoid", ["51019", "46102", "02158"])
def test_only_the_county_of_2010_is_drawn(boundaries, geoid):
    assert (geoid in boundaries.places) == (geoid == "51019")


def test_bedford_city_is_cut_out_of_bedford_county(boundaries):
    (city,) = boundaries.rings[boundaries.places.index("51515")]
    county = boundaries.rings[boundaries.places.index("51019")]
    assert set(city) in [set(ring) for ring in county[1:]]


def test_names_and_kinds_are_those_of_the_list(boundaries, listed):
    kinds = {}
    for geoid, name, letter in zip(
        boundaries.places, boundaries.full_names, boundaries.kinds, strict=True
    ):
        assert name == listed[geoid]["name"]
        assert kinds.setdefault(letter, listed[geoid]["kind"]) == listed[geoid]["kind"], geoid
    assert len(kinds) == len(set(kinds.values())) == 10


def test_the_states_are_those_of_the_list_and_their_boxes_hold_their_counties(boundaries, listed):
    states = {state.geoid: state for state in boundaries.states}
    assert list(states) == sorted(geoid for geoid in listed if len(geoid) == 2 and geoid != "US")
    for geoid, state in states.items():
        row = listed[geoid]
        assert (state.name, state.abbreviation, state.kind) == (
            row["name"],
            row["state"],
            row["kind"],
        )
    for place, geoid in enumerate(boundaries.places):
        assert _holds(states[geoid[:2]].box, _box(boundaries, place)), geoid


def test_the_hash_names_the_order_of_places_and_their_borders(boundaries):
    shapes = json.loads(FILE.read_text(encoding="utf-8"))["shapes"]
    content = f"{','.join(boundaries.places)}\n{shapes}"
    assert boundaries.hash == hashlib.sha256(content.encode()).hexdigest()[:12]


def test_neighbours_across_a_state_line_keep_one_border(boundaries):
    washington, arlington = (
        set(boundaries.rings[boundaries.places.index(geoid)][0]) for geoid in ("11001", "51013")
    )
    assert len(washington & arlington) >= 2
