"""Activations without an agreement on record."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurisdictions.status.dates import PartialDate
from jurisdictions.status.programs.secure_communities.flags import (
    NOT_NEEDED,
    STANDING,
    Turn,
    without_agreement,
)
from jurisdictions.status.programs.secure_communities.vocabulary import (
    ActivationStanding,
    AgreementStanding,
    Position,
)

ON, OFF = ActivationStanding


def turn(
    day: str, activation: str = ON, agreement: str = "not-documented", position: str = "voluntary"
) -> Turn:
    return Turn("17031", PartialDate.parse(day), activation, agreement, position)


def test_the_day_of_activation_decides_and_no_later_one() -> None:
    turns = [turn("2008", OFF), turn("2009-11", ON), turn("2010-01", ON, "in-force")]
    (flag,) = without_agreement(turns)
    assert (flag.key, flag.explained_as) == ("no-agreement-17031", "no-agreement-17")
    assert (flag.word, str(flag.days[0])) == ("not-documented", "2009-11")


def test_states_are_counted_by_their_counties() -> None:
    assert list(without_agreement([Turn("17", PartialDate(2009), ON, "none", "voluntary")])) == []


@pytest.mark.parametrize("position", sorted(NOT_NEEDED))
def test_nothing_is_flagged_once_no_agreement_is_needed(position: Position) -> None:
    assert list(without_agreement([turn("2012-01", ON, "none", position)])) == []


@given(
    st.lists(
        st.tuples(st.sampled_from(ActivationStanding), st.sampled_from(AgreementStanding)),
        max_size=6,
    )
)
def test_each_activation_is_flagged_unless_an_agreement_stands(
    told: list[tuple[ActivationStanding, AgreementStanding]],
) -> None:
    turns = [turn(str(2000 + n), *one) for n, one in enumerate(told)]
    flagged = {str(flag.days[0]) for flag in without_agreement(turns)}
    for n, (activation, agreement) in enumerate(told):
        began = activation == ON and (n == 0 or told[n - 1][0] == OFF)
        assert (str(2000 + n) in flagged) is (began and agreement not in STANDING)
