"""How boundaries are made: what is shared, what is dropped, what must stay."""

import pytest

from jurisdictions.render.pictures.boundary_lines import Shapes, decode_numbers
from script.geometry.encoding import characters, folded, shape_numbers
from script.geometry.generalise import LostPlaceError, area, generalise
from script.geometry.names import Place
from script.geometry.simplify import simplify
from script.geometry.topology import Topology

WEST = ((0, 0), (10, 0), (10, 10), (0, 10), (0, 0))
EAST = ((10, 0), (20, 0), (20, 10), (10, 10), (10, 0))


def _square(left: float, top: float, side: float) -> tuple[tuple[float, float], ...]:
    right, bottom = left + side, top + side
    return ((left, top), (right, top), (right, bottom), (left, bottom), (left, top))


def test_neighbours_share_their_border_as_one_arc():
    topology = Topology({"west": [WEST], "east": [EAST]})
    shared = [n for n in topology.places["east"][0] if n < 0]
    assert [topology.arcs[~n] for n in shared] == [((10, 0), (10, 10))]
    assert len(topology.arcs) == 3


def test_a_hole_and_the_city_in_it_share_one_ring():
    city = _square(2, 2, 4)
    topology = Topology({"county": [_square(0, 0, 10), city[::-1]], "city": [city]})
    assert topology.places["city"] == [[~1]]


@pytest.mark.parametrize("number", [0, 1, 61, 62, 63, 1921, 1922, 59582, 999999])
def test_a_number_is_read_back_as_it_was_written(number):
    assert decode_numbers(characters([number, 7])) == [number, 7]


def test_small_numbers_of_either_sign_are_folded_into_small_numbers():
    assert [folded(n) for n in (0, -1, 1, -2, 2)] == [0, 1, 2, 3, 4]


def test_shapes_are_read_back_as_they_were_written():
    places = {"01001": [WEST], "02001": [EAST, _square(30, 3, 2)]}
    shapes = Shapes(decode_numbers(characters(shape_numbers(places))))
    read = [[set(ring) for ring in shapes.rings(place)] for place in range(2)]
    assert read == [[set(ring) for ring in rings] for rings in places.values()]
    assert [(arc.first, arc.second) for arc in shapes.arcs].count((0, 1)) == 1


def test_simplifying_drops_the_slightest_bend_first_and_keeps_the_ends():
    line = ((0.0, 0.0), (5.0, 2.4), (10.0, 5.0), (15.0, 0.0))
    assert simplify(line, 1.0) == (line[0], line[2], line[3])
    assert simplify(line, 1000.0) == (line[0], line[3])


def test_an_island_keeps_three_corners_however_much_is_dropped():
    assert len(set(simplify(_square(0, 0, 1), 1000.0))) == 3


def test_an_islet_goes_but_a_place_that_is_one_is_drawn_larger():
    drawn = generalise(
        {"land": [_square(0, 0, 9), _square(20, 0, 0.1)], "rock": [_square(40, 0, 0.1)]}
    )
    assert len(drawn["land"]) == 1
    assert abs(area(drawn["rock"][0])) >= 64


def test_a_place_that_encloses_nothing_stops_the_build():
    flat = ((0.0, 0.0), (1.0, 0.0), (2.0, 0.0), (0.0, 0.0))
    neighbour = ((0.0, 0.0), (2.0, 0.0), (1.0, 0.0), (0.0, 0.0))
    with pytest.raises(LostPlaceError):
        generalise({"flat": [flat], "neighbour": [neighbour]})


def test_a_name_is_split_into_base_and_kind_word_where_the_rule_gives_it_back():
    assert Place("22001", "Acadia Parish", "parish", "LA").base_name == "Acadia"
    city = Place("32510", "Carson City", "independent-city", "NV")
    assert (city.base_name, city.is_regular) == ("Carson City", False)
