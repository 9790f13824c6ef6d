"""The map of 287(g): the day it opens on, what it counts, how far its record goes."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils.translation import override

from jurisdictions.read.asking import ask
from jurisdictions.read.headlines import headline_on, numbers_of_state
from jurisdictions.read.maps import BASIS, map_file, values_on
from jurisdictions.read.program_addresses import in_program
from jurisdictions.read.programs.section_287g.reading import LAYERS
from jurisdictions.read.rows import AsOf
from jurisdictions.web.map.drawn import drawn_of
from jurisdictions.web.site.addresses import address

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("both_programs")]
NOW = datetime(2026, 11, 23, tzinfo=UTC)
LIMIT = 40_000


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Any) -> None:
    settings.DATA_DIR = tmp_path


def asked(date: str = "") -> AsOf:
    return ask(today=NOW.date(), program="287g", date=date)


def page(language: str = "en", **query: str) -> str:
    with in_program("287g"), override(language):
        way = address("map", query)
    answer = Client().get(way)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.postgresql
def test_it_opens_on_the_day_of_the_last_list_and_says_so() -> None:
    text = page()
    assert "287(g) on <span" in text
    assert ">May 18, 2026</span>" in text
    assert "1,846 agreements of 1,552 agencies in 40 states stood in force." in text
    assert "the day of the last list of ICE&#x27;s" in text


def test_a_later_day_says_how_far_the_record_goes_and_what_ice_counted() -> None:
    text = page(date="2026-11-01")
    assert "on record is of May 18, 2026" in text
    assert "ICE itself counted 2,654 on October 9, 2026." in text
    assert "2,654" not in page(date="2026-10-08").partition("map-config")[0]


def test_a_state_has_its_own_numbers() -> None:
    agreements, agencies = numbers_of_state(asked(), "12")
    assert f"Florida: {agreements} agreements of {agencies} agencies stood" in page(state="FL")


def test_laws_of_states_stand_on_the_slider_beside_federal_acts() -> None:
    text = page()
    assert "Mississippi: SB 2114" in text
    assert text.count('class="mark is-law"') > 20


def test_the_page_is_whole_in_spanish() -> None:
    text = page("es")
    assert "Estaban vigentes 1,846 acuerdos de 1,552 agencias en 40 estados." in text
    assert "En la calle, solo una agencia estatal" in text


def test_the_picture_has_the_sentence_and_the_part_of_a_county() -> None:
    with in_program("287g"):
        way = address("map-svg", {})
    text = Client().get(way).content.decode()
    assert "1,846 agreements of 1,552 agencies in 40 states" in text
    assert "part of the county only" in text
    assert "never documented" not in text


@pytest.mark.parametrize("layer", [*LAYERS, BASIS])
def test_the_slider_plays_what_the_edition_says_from_a_small_file(layer: str) -> None:
    as_of = asked()
    drawn = drawn_of(as_of)
    file = map_file(as_of, layer, drawn)
    assert len(file.gzip) <= LIMIT
    told = json.loads(file.json)
    for text in ("1996-10-01", "2010-10-29", "2025-06-01", "2026-05-18", "2026-09-01"):
        on = date.fromisoformat(text)
        assert played(told, on, len(drawn.places)) == list(
            map(str, values_on(replace(as_of, on=on), layer))
        )


def played(told: dict[str, Any], day: date, places: int) -> list[str]:
    values = [told["values"][told["initial"]]] * places
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


def test_statuses_are_counted_as_the_law_gives_them() -> None:
    counted = Counter(map(str, values_on(asked(), "status")))
    assert counted["task-force"] == 621
    assert counted["state-task-force"] == 996
    assert counted["forbidden-by-state"] == 263


@pytest.mark.parametrize(
    ("day", "numbers"),
    [("2010-10-29", (71, 71)), ("2017-08-01", (60, 60)), ("2025-01-20", (135, 133))],
)
def test_the_headline_counts_what_ice_counted(day: str, numbers: tuple[int, int]) -> None:
    assert headline_on(asked(date=day)).numbers[:2] == numbers


def test_the_acts_that_held_longest_are_named_on_the_band(client: Client) -> None:
    told = re.findall(r'class="act-name[^>]*>([^<]+)<', client.get("/287g/").text)
    assert 3 <= len(told) <= 5
    assert {"Agreements authorized", "Task force model restored"} <= set(told)
