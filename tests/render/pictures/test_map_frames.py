"""Insets around the picture of a state: whole, or not there."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings

from jurisdictions.render.pictures.boundaries import Box, State, load_boundaries
from jurisdictions.render.pictures.map_frames import box_with_insets, frames_svg
from tests.render.pictures.test_map_rings import picture

BOUNDARIES = load_boundaries(Path(settings.BASE_DIR) / "static" / "geo" / "us-counties-2010.json")
COLOURS = {"map-coast": "#111", "ink-soft": "#222", "paper": "#fff"}
RECT = re.compile(r'<rect x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)"')
COVER = re.compile(r"M(-?\d+),(-?\d+)h(\d+)v(\d+)")


def drawn(state: State) -> str:
    """The frames in the picture of a state, and what hides the others."""
    shown = replace(picture(), state=state.abbreviation)
    return frames_svg(shown, BOUNDARIES, COLOURS, BOUNDARIES.scale, state)


def frames(svg: str) -> list[Box]:
    return [edges(one) for one in RECT.findall(svg)]


def hidden(svg: str, x: int, y: int) -> bool:
    """Whether a point is painted over: by one box and no hole in it."""
    boxes = [edges(one) for one in COVER.findall(svg)]
    return sum(b[0] < x < b[2] and b[1] < y < b[3] for b in boxes) == 1


def edges(said: tuple[str, ...]) -> Box:
    x, y, width, height = map(int, said)
    return x, y, x + width, y + height


def points(geoid: str) -> list[tuple[int, int]]:
    """The points of every place whose code begins so."""
    places = zip(BOUNDARIES.places, BOUNDARIES.rings, strict=True)
    return [p for place, rings in places if place.startswith(geoid) for r in rings for p in r]


def named(abbreviation: str) -> State:
    return next(state for state in BOUNDARIES.states if state.abbreviation == abbreviation)


@pytest.mark.parametrize("state", BOUNDARIES.states, ids=lambda state: state.abbreviation)
def test_no_frame_is_cut_in_the_picture_of_a_state(state: State) -> None:
    left, top, right, bottom = box_with_insets(state, BOUNDARIES)
    for frame in frames(drawn(state)):
        assert left <= frame[0]
        assert top <= frame[1]
        assert frame[2] <= right
        assert frame[3] <= bottom


@pytest.mark.parametrize("state", BOUNDARIES.states, ids=lambda state: state.abbreviation)
def test_nothing_of_a_state_is_painted_over(state: State) -> None:
    svg = drawn(state)
    assert not any(hidden(svg, x, y) for x, y in points(state.geoid))


def test_a_picture_of_texas_has_no_part_of_hawaii_and_all_of_its_neighbors() -> None:
    svg = drawn(named("TX"))
    assert all(hidden(svg, x, y) for x, y in points("15"))
    assert not any(hidden(svg, x, y) for x, y in points("35"))
    assert frames(svg) == []


def test_a_picture_of_saipan_has_no_part_of_the_carolinas() -> None:
    svg = drawn(named("MP"))
    assert all(hidden(svg, x, y) for state in ("37", "45") for x, y in points(state))


def test_the_virgin_islands_stand_beside_puerto_rico() -> None:
    svg = drawn(named("PR"))
    assert not any(hidden(svg, x, y) for x, y in points("78"))


def test_islands_that_lie_far_from_the_rest_of_their_state_keep_their_frame() -> None:
    assert [len(frames(drawn(named(one)))) for one in ("AS", "MP", "HI")] == [1, 1, 0]
