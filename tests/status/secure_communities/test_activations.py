"""Activation: on days in [activated_on, deactivated_on), in a state while any place in it is."""

from __future__ import annotations

from datetime import date

import pytest

from jurisdictions.status.programs.secure_communities.activations import activations
from jurisdictions.status.programs.secure_communities.facts import Activation
from tests.status.secure_communities.records import active, on


def since(facts: list[Activation], day: str) -> date | None:
    return activations(facts).at(on(day)).value.since


def test_a_place_is_activated_from_its_day_on() -> None:
    fact = [active("2010-05-04")]
    assert since(fact, "2010-05-03") is None
    assert since(fact, "2010-05-04") == on("2010-05-04")
    assert since(fact, "2024-01-01") == on("2010-05-04")


def test_the_day_of_deactivation_is_the_first_without() -> None:
    fact = [active("2010-05-04", "2012-03-01")]
    assert since(fact, "2012-02-29") == on("2010-05-04")
    assert since(fact, "2012-03-01") is None


@pytest.mark.parametrize("ends", ["2010-05-04", "2010-05-03", "2010-05", "2009"])
def test_an_activation_that_covers_no_day_activates_nothing(ends: str) -> None:
    assert activations([active("2010-05-04", ends)]).marks == ()


def test_an_activation_without_a_date_activates_nothing() -> None:
    assert activations([active(""), active("", "2012")]).marks == ()


def test_an_imprecise_activation_takes_effect_on_its_first_day() -> None:
    assert since([active("2010")], "2010-01-01") == on("2010-01-01")
    assert since([active("2010")], "2009-12-31") is None


def test_a_state_is_activated_from_its_first_place_to_the_end_of_its_last() -> None:
    facts = [
        active("2011", "2012", geoid="17001"),
        active("2010-06-01", "2011-07-01", geoid="17003"),
    ]
    assert since(facts, "2010-05-31") is None
    assert since(facts, "2011-12-31") == on("2010-06-01")
    assert since(facts, "2012-01-01") is None
    (begun,) = activations(facts).at(on("2011-12-31")).reasons
    assert begun.fact == "activation:17003"


def test_one_place_that_begins_on_the_day_another_ends_leaves_no_gap() -> None:
    facts = [
        active("2010", "2011-01-01", geoid="17001"),
        active("2011-01-01", geoid="17003"),
    ]
    assert since(facts, "2011-01-01") == on("2010-01-01")


def test_after_a_gap_the_count_begins_anew() -> None:
    facts = [active("2010", "2011", geoid="17001"), active("2012", geoid="17003")]
    assert since(facts, "2011-06-01") is None
    assert since(facts, "2012-06-01") == on("2012-01-01")
