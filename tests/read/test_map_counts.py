"""Counts that are looked up for a day are those of its places, one by one."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from jurisdictions.read.agencies.choosing import (
    AgreementFilter,
    agencies_listed,
    agreements_listed,
)
from jurisdictions.read.asking import ask
from jurisdictions.read.headlines import counted_numbers
from jurisdictions.read.map_counts import counted_on
from jurisdictions.read.map_day import map_day
from jurisdictions.read.maps import BASIS
from jurisdictions.read.places import counties_of, members_of
from jurisdictions.read.program_reading import reading_of
from jurisdictions.read.rows import AsOf
from jurisdictions.read.spans import spans_on
from jurisdictions.status.geoids import NATION, is_county, lies_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("both_programs")]
DAYS = ("1990-01-01", "2008-10-27", "2010-09-28", "2013-07-01", "2020-03-15", "2026-05-18")
STATES = ("", "36", "48", "51")
LAYERS = [
    (slug, layer)
    for slug in ("287g", "secure-communities")
    for layer in (*reading_of(slug).LAYERS, BASIS)
]


def days_of(slug: str, known: str = "") -> list[AsOf]:
    whole = ask(program=slug, today=date(2026, 11, 22), known=known)
    return [replace(whole, on=date.fromisoformat(day)) for day in DAYS]


@pytest.mark.made_of_rows
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(("slug", "layer"), LAYERS)
def test_every_value_is_counted_as_often_as_places_read_it(
    slug: str, layer: str, state: str
) -> None:
    for as_of in days_of(slug):
        drawn = map_day(as_of, layer)
        values = [value for geoid, value in drawn.values.items() if lies_in(geoid, state or NATION)]
        counted = counted_on(as_of, layer, state)
        assert counted.values == Counter(values)
        assert counted.limited == sum(lies_in(geoid, state or NATION) for geoid in drawn.limited)


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("slug", ["287g", "secure-communities"])
def test_what_is_gone_or_in_doubt_is_counted_too(slug: str, state: str) -> None:
    program = reading_of(slug)
    for as_of in days_of(slug):
        spans = [one for one in spans_on(as_of) if is_county(one.geoid)]
        own = [one for one in spans if lies_in(one.geoid, state or NATION)]
        in_doubt = program.undocumented(own)
        counted = counted_on(as_of, "status", state)
        assert counted.total == sum(
            program.GONE is None or one.status != program.GONE for one in own
        )
        assert counted.undocumented == (None if in_doubt is None else len(in_doubt))


def test_days_as_known_are_counted_as_known() -> None:
    for as_of in days_of("287g", known="2026-11-21"):
        assert counted_on(as_of, "status").values == Counter(
            map_day(as_of, "status").values.values()
        )


def test_the_places_counted_are_those_drawn() -> None:
    for as_of in days_of("secure-communities"):
        drawn = tuple(map_day(as_of, "status").values)
        assert counties_of(as_of) == drawn
        texas = [geoid for geoid in drawn if lies_in(geoid, "48")]
        assert sorted(place.geoid for place in members_of(as_of, "48")) == texas


@pytest.mark.parametrize(("state", "letters"), [("", ()), ("12", ("FL",)), ("48", ("TX",))])
def test_the_numbers_of_the_headline_are_those_of_the_lists(
    state: str, letters: tuple[str, ...]
) -> None:
    for as_of in days_of("287g"):
        chosen = AgreementFilter(states=letters, in_force_on=as_of.on)
        numbers = counted_numbers(as_of, state)
        assert numbers["agreements"] == len(agreements_listed(as_of, chosen))
        assert numbers["agencies"] == len(agencies_listed(as_of, chosen))
