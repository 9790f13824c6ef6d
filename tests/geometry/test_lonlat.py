"""The places on the globe: all there, in GeoJSON's order, where they are known to be."""

import csv
import gzip
from itertools import chain, pairwise
from pathlib import Path

import pytest

from jurisdictions.render.files.lonlat import FILE, MultiPolygon, load_outlines, multipolygon

ROOT = Path(__file__).resolve().parents[2]
LIST = ROOT / "jurisdictions/data/secure-communities/jurisdictions.csv"
# West, south, east, north of the mainland or main island, to a hundredth of a degree.
KNOWN_BOXES = {
    "06075": (-122.51, 37.71, -122.36, 37.81),
    "11001": (-77.12, 38.79, -76.91, 39.00),
    "15003": (-158.28, 21.26, -157.65, 21.71),
    "66010": (144.62, 13.24, 144.96, 13.65),
    "51610": (-77.19, 38.87, -77.15, 38.90),
    "08": (-109.06, 36.99, -102.04, 41.00),
    "11": (-77.12, 38.79, -76.91, 39.00),
}
ALEUTIANS_WEST = "02016"


@pytest.fixture(scope="module")
def places() -> dict[str, MultiPolygon]:
    return {geoid: multipolygon(geoid) for geoid in load_outlines().places}


def _rings(places: dict[str, MultiPolygon]):
    for geoid, polygons in places.items():
        for ring in chain.from_iterable(polygons):
            yield geoid, ring


def _area(ring) -> float:
    """Return twice the signed area, taken from the first point for precision."""
    (x, y), *_ = ring
    return sum((ax - x) * (by - y) - (bx - x) * (ay - y) for (ax, ay), (bx, by) in pairwise(ring))


def _box(ring) -> tuple[float, float, float, float]:
    longitudes, latitudes = zip(*ring, strict=True)
    return min(longitudes), min(latitudes), max(longitudes), max(latitudes)


def _points(polygons: MultiPolygon) -> set[tuple[float, ...]]:
    return {tuple(point) for ring in chain.from_iterable(polygons) for point in ring}


def _edges(polygons: MultiPolygon) -> set[tuple[tuple[float, ...], tuple[float, ...]]]:
    return {
        (tuple(a), tuple(b)) for ring in chain.from_iterable(polygons) for a, b in pairwise(ring)
    }


def test_every_listed_county_and_state_has_a_geometry_and_nothing_else_does(places):
    with LIST.open(encoding="utf-8", newline="") as file:
        listed = {row["geoid"] for row in csv.DictReader(file)} - {"US"}
    assert places.keys() == listed
    assert sum(len(geoid) == 5 for geoid in places) == 3234
    assert all(polygons and all(polygons) for polygons in places.values())


def test_every_ring_closes_and_passes_any_point_once(places):
    for geoid, ring in _rings(places):
        assert ring[0] == ring[-1], geoid
        assert len({tuple(point) for point in ring}) == len(ring) - 1 >= 3, geoid


def test_outer_rings_go_counter_clockwise_and_holes_clockwise(places):
    for geoid, polygons in places.items():
        for outer, *holes in polygons:
            assert _area(outer) > 0, geoid
            assert all(_area(hole) < 0 for hole in holes), geoid


def test_every_hole_is_inside_the_box_of_its_outer_ring(places):
    pairs = [(polygon[0], hole) for p in places.values() for polygon in p for hole in polygon[1:]]
    assert pairs
    for outer, hole in pairs:
        west, south, east, north = _box(outer)
        assert all(west <= x <= east and south <= y <= north for x, y in hole)


def test_coordinates_are_on_the_globe_and_have_five_decimals_at_most(places):
    for geoid, ring in _rings(places):
        west, south, east, north = _box(ring)
        assert -180 <= west < east <= 180, geoid
        assert -15 < south < north < 72, geoid
        assert all(round(n, 5) == n for point in ring for n in point), geoid


def test_no_ring_crosses_the_180th_meridian(places):
    for geoid, ring in _rings(places):
        west, _, east, _ = _box(ring)
        assert east - west < 60, geoid


@pytest.mark.parametrize("geoid", [ALEUTIANS_WEST, "02"])
def test_the_aleutians_lie_on_both_sides_of_the_180th_meridian(places, geoid):
    sides = {outer[0][0] > 0 for outer, *_ in places[geoid]}
    assert sides == {True, False}


@pytest.mark.parametrize(("geoid", "known"), KNOWN_BOXES.items())
def test_a_well_known_place_is_where_it_is(places, geoid, known):
    outer = max((polygon[0] for polygon in places[geoid]), key=_area)
    assert _box(outer) == pytest.approx(known, abs=0.012)


@pytest.mark.parametrize(
    ("one", "other"), [("11001", "51013"), ("06001", "06085"), ("28151", "05017")]
)
def test_neighbours_keep_one_border_walked_either_way(places, one, other):
    there = {(b, a) for a, b in _edges(places[one])}
    assert len(there & _edges(places[other])) >= 2


def test_bedford_city_fills_the_hole_in_bedford_county(places):
    ((city,),) = places["51515"]
    ((_, hole),) = places["51019"]
    assert _points([[city]]) == _points([[hole]])


def test_a_state_is_its_counties_without_the_borders_between_them(places):
    for state in (geoid for geoid in places if len(geoid) == 2):
        members = [polygons for geoid, polygons in places.items() if geoid[:2] == state != geoid]
        edges = set().union(*map(_edges, members))
        assert _edges(places[state]) == {(a, b) for a, b in edges if (b, a) not in edges}, state


def test_the_caller_may_change_what_it_gets():
    multipolygon("11001")[0][0][0][0] = 0.0
    assert multipolygon("11001")[0][0][0][0] != 0.0


def test_a_geoid_that_is_no_county_of_2010_is_refused():
    with pytest.raises(KeyError):
        multipolygon("46102")


def test_the_file_is_small_enough_to_keep_and_holds_no_time_of_day():
    content = FILE.read_bytes()
    assert len(content) < 1_500_000
    assert content[4:8] == bytes(4)
    assert gzip.decompress(content).startswith(b'{"type":"Topology",')
