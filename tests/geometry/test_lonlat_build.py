"""How outlines on the globe are made: what crosses is drawn finer, what touches is taken apart."""

import gzip
import json

import pytest

from script.geometry.crossings import crossing_arcs, meet_wrongly
from script.geometry.generalise import LostPlaceError
from script.geometry.lonlat import lonlat_document
from script.geometry.polygons import LooseRingError, Outlines
from script.geometry.topology import Topology


def _square(west, south, side):
    """Return a square with the land on its right, as in a shapefile."""
    east, north = west + side, south + side
    return ((west, south), (west, north), (east, north), (east, south), (west, south))


def _polygons(places):
    """Return what the places cover together, as polygons of sets of points."""
    topology = Topology(places)
    outlines = Outlines(topology.arcs)
    polygons = outlines.polygons([ring for rings in topology.places.values() for ring in rings])
    return [[set(outlines.points(ring)) for ring in rings] for rings in polygons]


def _written(places):
    return json.loads(gzip.decompress(lonlat_document(places)))


@pytest.mark.parametrize(
    ("first", "second", "wrong"),
    [
        (((0, 0), (4, 4)), ((0, 4), (4, 0)), True),
        (((0, 0), (4, 0)), ((2, 0), (2, 4)), True),
        (((0, 0), (4, 0)), ((1, 0), (3, 0)), True),
        (((0, 0), (4, 0)), ((0, 0), (4, 0)), True),
        (((0, 0), (4, 0)), ((2, 0), (0, 0)), True),
        (((0, 0), (4, 0)), ((4, 0), (8, 0)), False),
        (((0, 0), (4, 0)), ((4, 0), (4, 4)), False),
        (((0, 0), (4, 0)), ((5, 0), (8, 0)), False),
        (((0, 0), (4, 0)), ((1, 1), (3, 1)), False),
    ],
)
def test_segments_may_meet_at_one_end_only(first, second, wrong):
    assert meet_wrongly(first, second) is meet_wrongly(second, first) is wrong


def test_arcs_that_cross_far_from_their_ends_are_found():
    arcs = [((0, 0), (90_000, 90_000)), ((0, 90_000), (90_000, 0)), ((0, 0), (0, 90_000))]
    assert crossing_arcs(arcs) == {0, 1}


def test_the_border_between_neighbours_is_not_around_them_together():
    west, east = _square(0, 0, 4), _square(4, 0, 4)
    ((outer,),) = _polygons({"west": [west], "east": [east]})
    assert outer == {*west, *east}


def test_a_hole_goes_with_the_smallest_ring_around_it():
    land, lake, island, pond = (_square(n, n, 20 - 2 * n) for n in (0, 2, 4, 6))
    polygons = _polygons({"land": [land, lake[::-1], island, pond[::-1]]})
    assert polygons == [[set(land), set(lake)], [set(island), set(pond)]]


def test_places_that_touch_at_a_corner_stay_two_polygons():
    polygons = _polygons({"one": [_square(0, 0, 4)], "other": [_square(4, 4, 4)]})
    assert [len(rings) for rings in polygons] == [1, 1]


def test_a_lake_that_touches_the_outer_edge_at_a_corner_is_a_hole():
    around = {
        f"{x}{y}": [_square(x, y, 1)] for x in range(3) for y in range(3) if (x, y) not in {(1, 1)}
    }
    del around["00"]
    ((outer, hole),) = _polygons(around)
    assert hole == set(_square(1, 1, 1))
    assert (1, 1) in outer


def test_a_hole_in_no_polygon_stops_the_build():
    with pytest.raises(LooseRingError):
        _polygons({"land": [_square(0, 0, 4), _square(10, 10, 4)[::-1]]})


def test_a_bend_stays_that_keeps_a_border_from_crossing_an_island():
    inlet = ((0.498, 1.0), (0.5, 0.997), (0.502, 1.0))
    land = ((0.0, 0.0), (0.0, 1.0), *inlet, (1.0, 1.0), (1.0, 0.0), (0.0, 0.0))
    alone = _written({"01001": [land]})
    beside_a_rock = _written({"01001": [land], "01003": [_square(0.4995, 0.9995, 0.001)]})
    assert len(alone["arcs"][0]) == len(land) - len(inlet)
    assert len(beside_a_rock["arcs"][0]) == len(land)


def test_an_islet_goes_unless_it_is_its_place():
    islet = _square(30.0, 0.0, 0.002)
    file = _written({"01001": [_square(0.0, 0.0, 1.0), islet], "01003": [_square(9.0, 0.0, 0.002)]})
    counties = file["objects"]["counties"]["geometries"]
    assert [len(county["arcs"]) for county in counties] == [1, 1]
    (state,) = file["objects"]["states"]["geometries"]
    assert len(state["arcs"]) == 2


def test_a_place_too_small_for_the_grid_stops_the_build():
    with pytest.raises(LostPlaceError):
        lonlat_document({"01001": [_square(0.0, 0.0, 1e-7)]})


def test_the_same_places_give_the_same_bytes():
    places = {"01001": [_square(0.0, 0.0, 1.0)]}
    assert lonlat_document(places) == lonlat_document(places)
