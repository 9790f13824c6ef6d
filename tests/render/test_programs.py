"""Every program that is drawn and told has the same set of files, and says all its dimensions."""

from __future__ import annotations

from pkgutil import iter_modules

import pytest

from jurisdictions.publish.members import days_of, derived_of, dimensions_of
from jurisdictions.publish.standings import days_of as stored_days
from jurisdictions.publish.standings import days_text, key_of, status_of, words_of
from jurisdictions.render import programs
from jurisdictions.render.pictures.map_legend import layer_labels, legend_values, statuses_of
from jurisdictions.render.programs.dimensions import shown_of
from jurisdictions.status.dates import PartialDate
from jurisdictions.status.program import Standing
from jurisdictions.status.programs import packages, rule_of

HERE = {found.name for found in iter_modules(programs.__path__) if found.ispkg}
SLUGS = sorted(packages())


def test_only_programs_have_folders_here() -> None:
    assert set(packages().values()) == HERE
    assert "secure-communities" in SLUGS


@pytest.mark.parametrize("slug", SLUGS)
def test_every_dimension_is_shown_in_the_order_of_the_rule(slug: str) -> None:
    assert tuple(one.member for one in shown_of(slug)) == dimensions_of(slug)


@pytest.mark.parametrize("slug", SLUGS)
def test_the_legend_has_every_status_once(slug: str) -> None:
    assert sorted(statuses_of(slug)) == sorted(rule_of(slug).STATUSES)
    told = {entry["value"] for entry in legend_values(slug, "status", ())}
    assert told == set(rule_of(slug).STATUSES)
    assert "status" in layer_labels(slug)


@pytest.mark.parametrize("slug", sorted(packages()))
def test_a_standing_comes_back_from_its_columns_as_it_was_stored(slug: str) -> None:
    rule = rule_of(slug)
    for status in rule.STATUSES:
        words = tuple(list(one.values)[-1] for one in rule.DIMENSIONS)
        stored, dimensions = key_of(slug, Standing(status, words))
        assert status_of(slug, stored) is status
        assert all(a is b for a, b in zip(words_of(slug, dimensions), words, strict=True))


@pytest.mark.parametrize("slug", sorted(packages()))
def test_days_come_back_as_precise_as_they_were_stored(slug: str) -> None:
    days = tuple(PartialDate.parse("2010-07") for _day in days_of(slug))
    assert stored_days(slug, days_text(slug, days)) == ("2010-07",) * len(days)
    none = (None,) * len(days)
    assert stored_days(slug, days_text(slug, none)) == ("",) * len(days)
    assert days_text(slug, ()) == ""


@pytest.mark.parametrize("slug", sorted(packages()))
def test_no_name_is_used_twice_among_the_members_of_a_row(slug: str) -> None:
    names = [*dimensions_of(slug), *days_of(slug), *(one.name for one in derived_of(slug))]
    assert len({*names, "status", "since", "reasons"}) == len(names) + 3
