"""The small map of a page is rounded to what can be seen, and its places still meet."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings

from jurisdictions.render.pictures.boundaries import coarse, load_boundaries

BOUNDARIES = load_boundaries(Path(settings.BASE_DIR) / "static" / "geo" / "us-counties-2010.json")
STARTS = re.compile(r"M(-?\d+),(-?\d+)")
SAN_FRANCISCO, ALEXANDRIA = "06075", "51510"


def test_a_point_that_neighbors_share_goes_to_the_same_place_for_both() -> None:
    one, other = ((0, 0), (10, 4), (10, 20), (0, 0)), ((10, 20), (10, 4), (31, 5), (10, 20))
    assert set(coarse(one, 3)) & set(coarse(other, 3)) == {(3, 1), (3, 7)}


def test_what_falls_on_the_point_before_is_left_out_and_a_ring_stays_closed() -> None:
    assert coarse(((0, 0), (1, 0), (9, 0), (9, 9), (9, 10), (0, 0)), 3) == (
        *((0, 0), (3, 0), (3, 3), (0, 0)),
    )


@pytest.mark.parametrize("step", [1, 3, 10, 1_000])
def test_every_place_is_drawn_however_rough(step: int) -> None:
    for place in (SAN_FRANCISCO, ALEXANDRIA):
        found = BOUNDARIES.coarse_path_of(place, step)
        assert found.startswith("M")
        assert found.endswith("z")


def test_a_rougher_path_starts_where_the_exact_one_does() -> None:
    exact, rough = (BOUNDARIES.coarse_path_of("17031", step) for step in (1, 3))
    for found, told in zip(STARTS.findall(rough), STARTS.findall(exact), strict=False):
        assert found == tuple(str(round(int(at) / 3)) for at in told)
