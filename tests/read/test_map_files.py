"""The files that the map's slider plays say what the edition says, on every day."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import brotli
import pytest
from django.conf import settings

from jurisdictions.read.asking import ask
from jurisdictions.read.map_counts import counted_on
from jurisdictions.read.maps import (
    BASIS,
    Drawn,
    geoids_on,
    layer_values,
    limited_on,
    map_file,
    values_on,
)
from jurisdictions.read.programs.secure_communities.reading import LAYERS
from jurisdictions.read.programs.secure_communities.summary import summary_on
from jurisdictions.read.rows import AsOf
from jurisdictions.render.pictures.boundaries import load_boundaries

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped")]
BOUNDARIES = load_boundaries(Path(settings.BASE_DIR) / "static/geo/us-counties-2010.json")
DRAWN = Drawn(BOUNDARIES.hash, BOUNDARIES.places)
DAYS = ("2008-10-26", "2008-10-27", "2010-09-28", "2011-08-05", "2012-06-05", "2021-01-20")


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path


def asked(**told: str) -> AsOf:
    return ask(today=date(2026, 11, 22), **told)


def played(told: dict[str, Any], day: date) -> list[str]:
    values = [told["values"][told["initial"]]] * len(DRAWN.places)
    at = date.fromisoformat(told["epoch"])
    for since, value, *steps in told["changes"]:
        at += timedelta(since)
        if at > day:
            break
        index = 0
        for step in steps:
            index += step
            values[index] = told["values"][value]
    return values


@pytest.mark.parametrize("layer", [*LAYERS, BASIS])
def test_what_the_slider_plays_is_what_the_edition_says(layer: str) -> None:
    as_of = asked()
    told = json.loads(map_file(as_of, layer, DRAWN).json)
    for text in DAYS:
        day = date.fromisoformat(text)
        on_day = replace(as_of, on=day)
        assert geoids_on(on_day) == DRAWN.places
        assert played(told, day) == list(values_on(on_day, layer))


def test_the_days_of_the_file_carry_the_summary() -> None:
    told = json.loads(map_file(asked(), "status", DRAWN).json)
    at = date.fromisoformat(told["epoch"])
    headline = {}
    for since, active, states, position in told["days"]:
        at += timedelta(since)
        headline[at] = (active, states, told["positions"][position])
    summary = summary_on(asked(date="2011-08-05"))
    assert headline[date(2011, 8, 5)] == (
        summary.active,
        summary.states_with_active,
        summary.position,
    )


def test_hatched_places_are_so_from_their_day_on() -> None:
    told = json.loads(map_file(asked(), "status", DRAWN).json)
    at = date.fromisoformat(told["epoch"])
    limited: set[str] = set()
    for since, hatched, *steps in told["hatched"]:
        assert hatched == 1
        at += timedelta(since)
        index = 0
        for step in steps:
            index += step
            if at <= date(2012, 6, 5):
                limited.add(DRAWN.places[index])
    assert limited == {g for g in limited_on(asked(date="2012-06-05")) if len(g) == 5}


@pytest.mark.made_of_rows
@pytest.mark.parametrize("text", [*DAYS, "2011-08-04", "2014-11-20", "2018-05-01"])
def test_the_file_tells_how_many_active_places_never_had_a_documented_agreement(text: str) -> None:
    told, day = json.loads(map_file(asked(), "status", DRAWN).json), date.fromisoformat(text)
    epoch = date.fromisoformat(told["epoch"])
    for state, changes in told["ofStates"].items():
        at, active = epoch, 0
        for since, number in changes:
            at += timedelta(since)
            active = number if at <= day else active
        documented = (day - epoch).days >= told["documented"].get(state, 99999)
        assert (0 if documented else active) == counted_on(
            asked(date=text), "status", state
        ).undocumented


@pytest.mark.parametrize("layer", [*LAYERS, BASIS])
def test_a_place_that_has_ended_reads_so_in_every_layer(layer: str) -> None:
    # Bedford city, Virginia, became a town on July 1, 2013.
    told = json.loads(map_file(asked(), layer, DRAWN).json)
    bedford = DRAWN.places.index("51515")
    before, after = (played(told, day)[bedford] for day in (date(2013, 6, 30), date(2013, 7, 1)))
    assert before != after == "does-not-exist"
    assert counted_on(asked(date="2013-07-01"), layer).values["does-not-exist"] >= 1


def test_days_known_to_their_year_are_marked_as_such() -> None:
    told = json.loads(map_file(asked(), "agreement", DRAWN).json)
    at, marked = date.fromisoformat(told["epoch"]), {}
    for since, known, *steps in told["partial"]:
        at += timedelta(since)
        index = 0
        for step in steps:
            index += step
            marked[DRAWN.places[index], at] = known
    # Pennsylvania: "December 2008".
    assert marked["42101", date(2008, 12, 1)] == "2008-12"
    assert all(day.isoformat().startswith(known) for (_place, day), known in marked.items())
    assert {place[:2] for place, _day in marked} >= {"42", "53"}


def test_the_file_counts_the_active_places_of_each_state() -> None:
    told = json.loads(map_file(asked(), "objection", DRAWN).json)
    on = date(2010, 9, 28)
    found = 0
    for changes in told["ofStates"].values():
        at, active = date.fromisoformat(told["epoch"]), 0
        for since, number in changes:
            at += timedelta(since)
            active = number if at <= on else active
        found += active
    assert found == summary_on(asked(date=on.isoformat())).active


def test_the_compressed_forms_are_the_same_file() -> None:
    file = map_file(asked(), "objection", DRAWN)
    assert gzip.decompress(file.gzip) == file.json
    assert brotli.decompress(file.brotli) == file.json


def test_a_kept_file_is_the_one_that_was_made() -> None:
    made = map_file(asked(), "agreement", DRAWN)
    assert map_file(asked(), "agreement", DRAWN) == made
    assert map_file(asked(), "agreement", replace(DRAWN, hash="another")) != made


def test_what_was_known_has_a_file_of_its_own() -> None:
    known = json.loads(map_file(asked(known="2010-01-01"), "agreement", DRAWN).json)
    assert known["known"] == "2010-01-01"
    assert known["changes"] != json.loads(map_file(asked(), "agreement", DRAWN).json)["changes"]


def test_the_file_names_the_boundaries_that_it_is_for() -> None:
    assert json.loads(map_file(asked(), "status", DRAWN).json)["geometry"] == BOUNDARIES.hash


def test_a_layer_that_is_none_is_refused() -> None:
    for call in (
        lambda: map_file(asked(), "weather", DRAWN),
        lambda: layer_values(asked(), "weather"),
    ):
        with pytest.raises(KeyError):
            call()


def test_places_activated_wear_the_year_while_they_are() -> None:
    as_of = asked(date="2013-01-22")
    years = dict(zip(geoids_on(as_of), values_on(as_of, "activation"), strict=True))
    assert years["48201"] == "2008"
    assert years["11001"] == "2012"
    assert years["66010"] == "not-activated"
