"""What a place became and what it was: read, refused, and consistent in the facts that ship."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from jurisdictions.status.dates import NotADate, PartialDate
from jurisdictions.status.successions import (
    NotASuccession,
    Succession,
    SuccessionKind,
    successions,
)
from tests.databases import SHIPPED

with (Path(SHIPPED) / "jurisdictions.csv").open(encoding="utf-8") as file:
    PLACES = {row["geoid"]: row for row in csv.DictReader(file)}


def test_entries_are_read_and_written_alike() -> None:
    text = "46102 renamed 2015-05-01 Oglala Lakota County|09110 part 2022 Capitol Planning Region"
    first, second = successions(f" {text.replace(' ', '  ')}| ")
    assert first == Succession(
        "46102", SuccessionKind.RENAMED, PartialDate(2015, 5, 1), "Oglala Lakota County"
    )
    assert "|".join(map(str, (first, second))) == text
    assert successions("") == ()


@pytest.mark.parametrize(
    "text", ["46102", "46102 renamed 2015", "4610 renamed 2015 X", "46102 eaten 2015 X", "x|y"]
)
def test_other_texts_are_refused(text: str) -> None:
    with pytest.raises(NotASuccession):
        successions(text)


def test_a_day_that_there_is_not_is_refused() -> None:
    with pytest.raises(NotADate):
        successions("46102 renamed 2015-02-30 Oglala Lakota County")


def test_what_one_place_says_of_another_on_record_the_other_says_too() -> None:
    said = {
        (geoid, one.code, one.kind, one.on)
        for geoid, row in PLACES.items()
        for one in successions(row["successors"])
        if one.code in PLACES and one.code != geoid
    }
    answered = {
        (one.code, geoid, one.kind, one.on)
        for geoid, row in PLACES.items()
        for one in successions(row["predecessors"])
        if one.code in PLACES and one.code != geoid
    }
    assert said == answered
    assert ("51515", "51019", SuccessionKind.MERGED, PartialDate(2013, 7, 1)) in said


def test_a_place_that_ended_says_what_it_is_part_of_since_that_day() -> None:
    ended = {geoid: row for geoid, row in PLACES.items() if row["valid_to"]}
    assert set(ended) == {"51515"}
    for row in ended.values():
        assert any(str(one.on) == row["valid_to"] for one in successions(row["successors"]))
