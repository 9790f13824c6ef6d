"""What becomes of an agreement, turn by turn."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given

from jurisdictions.status.programs.section_287g.facts import AgencyAgreement
from jurisdictions.status.programs.section_287g.happened import not_listed_by, turns_of
from jurisdictions.status.programs.section_287g.terms import end_of
from jurisdictions.status.programs.section_287g.vocabulary import (
    Basis,
    Ending,
    Happened,
)
from tests.status.section_287g.records import day, signed
from tests.status.section_287g.strategies import LOCAL, agreements

BEGINNINGS = {Happened.SIGNED, Happened.APPEARED}
ENDS = {Happened.RENEWED, Happened.RELABELED, Happened.ENDED, Happened.LEFT_LIST}


def turns(agreement: AgencyAgreement) -> list[tuple[str, str, str]]:
    return [(what.value, str(on), str(known)) for what, on, known in turns_of(agreement)]


@pytest.mark.parametrize(
    ("told", "last"),
    [
        ({}, []),
        (
            {"listed_until": "2026-05-01", "missing_from": "2026-05-07", "ending": "not-listed"},
            [("left-list", "2026-05-07", "2026-05-01/2026-05-07")],
        ),
        ({"listed_until": "2026-05-01"}, [("left-list", "2026-05-02", "2026-05-02")]),
        (
            {
                "listed_until": "2026-05-14",
                "missing_from": "2026-05-18",
                "ended_on": "2026-02-17",
                "ending": "ended-under-state-law",
            },
            [
                ("ended", "2026-02-17", "2026-02-17"),
                ("taken-off-list", "2026-05-18", "2026-05-18"),
            ],
        ),
        (
            {"ended_on": "2025-07", "ending": "ended-by-ice"},
            [("ended", "2025-07-01", "2025-07")],
        ),
        (
            {"ended_on": "2026-03-01", "ending": "renewed", "missing_from": "2026-03-05"},
            [("renewed", "2026-03-01", "2026-03-01")],
        ),
        (
            {"listed_until": "2026-05-01", "missing_from": "2026-05-07", "ending": "relabelled"},
            [("relabelled", "2026-05-07", "2026-05-01/2026-05-07")],
        ),
    ],
)
def test_what_happened_after_it_was_signed_and_listed(
    told: Mapping[str, str], last: list[tuple[str, str, str]]
) -> None:
    ending = {"ending": Ending(told["ending"])} if "ending" in told else {}
    agreement = signed("task-force", "2025-02-26", listed_from="2025-03-06", **{**told, **ending})
    assert turns(agreement) == [
        ("signed", "2025-02-26", "2025-02-26"),
        ("appeared", "2025-03-06", "2025-03-06"),
        *last,
    ]


@given(agreements(LOCAL, "any", 8))
def test_an_agreement_ends_once_on_the_day_on_which_the_rule_ends_it(
    record: tuple[AgencyAgreement, ...],
) -> None:
    for agreement in record:
        found = list(turns_of(agreement))
        ends = [on for what, on, _known in found if what in ENDS]
        assert ends == [end for end in [end_of(agreement)[0]] if end]
        begun = [known for what, _on, known in found if what in BEGINNINGS]
        assert begun == [on for on in (agreement.signed_on, agreement.listed_from) if on]
        assert all(on == known.first_day or known.until for _what, on, known in found)


@pytest.mark.parametrize(
    ("basis", "listed_from", "awaited"),
    [
        ("text", "", True),
        ("text", "2026-06-01", True),
        ("text", "2026-05-18", False),
        ("list", "2026-06-01", False),
        ("document", "", False),
    ],
)
def test_a_text_alone_is_no_list(basis: str, listed_from: str, awaited: bool) -> None:
    told = {"listed_from": listed_from} if listed_from else {}
    agreement = signed("task-force", "2026-05-18", basis=Basis(basis), **told)
    assert not_listed_by(agreement, day("2026-05-18")) is awaited
