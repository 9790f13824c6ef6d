"""The filters of the list page, in the API."""

from __future__ import annotations

import pytest

from jurisdictions.status.programs.secure_communities.vocabulary import (
    ActivationStanding,
    AgreementStanding,
    LocalLimits,
    Objection,
)

DAY = "2012-06-05"
VOCABULARIES = {
    "agreement": AgreementStanding,
    "activation": ActivationStanding,
    "objection": Objection,
    "local_limits": LocalLimits,
}


def rows(api, **query):
    return api.read("status/", date=DAY, **query)["results"]


@pytest.mark.parametrize(("name", "words"), VOCABULARIES.items())
def test_each_word_of_a_dimension_picks_the_places_that_have_it(api, name, words):
    everywhere = rows(api)
    for word in words:
        expected = [row for row in everywhere if row[name] == word]
        assert rows(api, **{name: word.value}) == expected


def test_activation_days_bound_the_list_on_both_sides(api):
    found = rows(api, activated_after="2009-05-26", activated_before="2009-05-26")
    assert "06073" in {row["geoid"] for row in found}
    assert {row["activation"] for row in found} == {"activated"}
    later = rows(api, activated_after="2009-05-27")
    assert "06073" not in {row["geoid"] for row in later}


def test_places_with_and_without_a_request_are_all_places(api):
    asked, others = (rows(api, opt_out=word) for word in ("yes", "no"))
    assert "06075" in {row["geoid"] for row in asked}
    assert len(asked) + len(others) == 3234


def test_a_place_is_found_by_its_name_without_accents(api):
    assert [row["geoid"] for row in rows(api, text="dona ana")] == ["35013"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("agreement", "signed"),
        ("activation", "yes"),
        ("objection", "refuse"),
        ("local_limits", "some"),
        ("activated_after", "2009"),
        ("activated_before", "٢٠١١-٠٨-٠٥"),
        ("opt_out", "true"),
        ("opt_out", ["yes", "no"]),
        ("text", ["san", "francisco"]),
    ],
)
def test_a_bad_value_is_refused_by_name(api, name, value):
    assert api.refused("status/", **{name: value})["parameter"] == name
