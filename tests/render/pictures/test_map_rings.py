"""A tiny place whose status one or two have is ringed in pictures of the map."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from jurisdictions.render.pictures.boundaries import load_boundaries
from jurisdictions.render.pictures.map_picture import MapPicture
from jurisdictions.render.pictures.map_rings import is_hueless, rings_svg

BOUNDARIES = load_boundaries(Path(settings.BASE_DIR) / "static" / "geo" / "us-counties-2010.json")
COLOURS = {
    "map-ground": "#fdfcf8",
    "map-highlight": "#111013",
    "status-paper": "#ece8dd",
    "status-out": "#5cc1a0",
}
UNIT = BOUNDARIES.scale
CAPITAL, COOK, ALEXANDRIA = "11001", "17031", "51510"


def picture(**values: str) -> MapPicture:
    """Every place on paper, but for those of `values`: their geoids after a "g"."""
    own = {geoid[1:]: value for geoid, value in values.items()}
    return MapPicture(
        title="",
        description="",
        layer="status",
        legend=(),
        limits_label="",
        hatch="added",
        undocumented_label="",
        undocumented=None,
        source_line="",
        values=dict.fromkeys(BOUNDARIES.places, "paper") | own,
        limited=(),
        captions={},
    )


def ringed(shown: MapPicture) -> int:
    """How many places are ringed: each by two circles, light and dark."""
    return rings_svg(shown, BOUNDARIES, COLOURS, UNIT).count("<circle") // 2


def test_one_or_two_tiny_places_are_ringed_and_three_are_not() -> None:
    assert ringed(picture(**{f"g{CAPITAL}": "out"})) == 1
    assert ringed(picture(**{f"g{CAPITAL}": "out", f"g{ALEXANDRIA}": "out"})) == 2
    three = {f"g{geoid}": "out" for geoid in (CAPITAL, ALEXANDRIA, COOK)}
    assert ringed(picture(**three)) == 0


def test_a_place_that_can_be_seen_needs_no_ring() -> None:
    assert ringed(picture(g06071="out")) == 0


def test_paper_and_grays_are_not_looked_for() -> None:
    assert ringed(replace(picture(), values={CAPITAL: "paper"})) == 0
    assert is_hueless("#d6d8dc")
    assert not is_hueless("#787f98")


@pytest.mark.parametrize(("asked", "rings"), [({"state": "VA"}, 0), ({"isolated": "paper"}, 0)])
def test_what_stands_back_has_no_ring(asked: dict[str, Any], rings: int) -> None:
    shown = picture(**{f"g{CAPITAL}": "out"})
    assert ringed(shown) == 1
    assert ringed(replace(shown, **asked)) == rings
