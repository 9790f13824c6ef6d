"""A day on which several things turn is known as well as those that were needed for it."""

from __future__ import annotations

import pytest

from jurisdictions.status.programs.section_287g.facts import AgencyAgreement
from tests.status.section_287g.records import POLICE, SHERIFF, TROOPERS, seen, signed, spans

MONTH, DAY = "2025-03", "2025-03-01"


@pytest.mark.parametrize(
    ("local", "known"),
    [
        ((signed("task-force", MONTH),), MONTH),
        ((signed("task-force", MONTH), signed("task-force", DAY, POLICE)), DAY),
        ((signed("warrant-service", DAY), signed("task-force", MONTH)), MONTH),
        ((signed("warrant-service", MONTH), signed("task-force", DAY)), DAY),
    ],
)
def test_any_agreement_of_the_strongest_model_tells_the_day_on_which_it_began(
    local: tuple[AgencyAgreement, ...], known: str
) -> None:
    assert str(spans(seen(*local))[-1].known.since) == known


def ending(model: str, ended_on: str, of: object = SHERIFF) -> AgencyAgreement:
    return signed(model, "2024-01-01", of, ended_on=ended_on)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("local", "known"),
    [
        ((ending("task-force", MONTH), ending("task-force", DAY, POLICE)), MONTH),
        ((ending("task-force", DAY), ending("task-force", "2024-06", POLICE)), DAY),
        ((ending("task-force", DAY), signed("jail-enforcement", MONTH)), MONTH),
        ((ending("task-force", DAY), signed("jail-enforcement", DAY)), DAY),
        ((ending("task-force", MONTH), signed("jail-enforcement", "2024-01-01")), MONTH),
    ],
)
def test_all_that_held_the_strongest_model_had_to_end(
    local: tuple[AgencyAgreement, ...], known: str
) -> None:
    assert str(spans(seen(*local))[-1].known.start) == known


def test_what_turns_beside_it_does_not_blur_a_day() -> None:
    troopers = signed("task-force", MONTH, TROOPERS)
    found = spans(seen(signed("task-force", DAY), state_agencies=(troopers,)))[-1]
    assert (str(found.known.since), str(found.known.start)) == (DAY, MONTH)
