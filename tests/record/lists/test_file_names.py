"""What the name of a list's file says, and what is made of a day that cannot be."""

from __future__ import annotations

from datetime import date

import pytest

from jurisdictions.record.lists.programs.section_287g.file_names import meant_day, read_name
from jurisdictions.status.programs.section_287g.vocabulary import ListDateBasis, ListKind

TODAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("name", "kind", "day"),
    [
        ("participatingAgencies05182026am.xlsx", "participating", "2026-05-18"),
        ("lists/pendingAgencies10292025pmB.xlsx", "pending", "2025-10-29"),
        ("ParticipatingEntities-20210113002027.xlsx", "participating", "2021-01-13"),
        ("participatingAgencies06112025pm copy.xlsx", "participating", "2025-06-11"),
        ("participating_agencies_2026-05-20.csv", "participating", "2026-05-20"),
        ("pending agencies 5-20-2026.html", "pending", "2026-05-20"),
        ("participatingAgencies04232026.xlsx", "participating", "2026-04-23"),
    ],
)
def test_a_name_tells_which_list_of_which_day(name: str, kind: str, day: str) -> None:
    read = read_name(name)
    assert (read.kind, str(read.day)) == (kind, day)


def test_a_name_that_says_neither_says_nothing() -> None:
    read = read_name("list.xlsx")
    assert (read.kind, read.day) == (None, None)


def test_a_capture_rests_on_the_archive() -> None:
    assert read_name("x-20250327140009.xlsx").basis is ListDateBasis.ARCHIVE_CAPTURE
    assert read_name("x03272025am.xlsx").basis is ListDateBasis.FILE_NAME


def test_lists_of_one_day_come_in_the_order_of_their_turns() -> None:
    names = [
        *("a07242025am.xlsx", "a07242025amB.xlsx", "a07242025mid.xlsx"),
        *("a07242025pm.xlsx", "a07242025pm2.xlsx", "a07242025pm_b.xlsx"),
    ]
    turned = names[::-1]
    assert sorted(turned, key=lambda name: read_name(name).turn) == names
    assert read_name("a-20250327140009").turn < read_name("a-20250327195954").turn


@pytest.mark.parametrize(
    ("name", "latest", "meant"),
    [
        ("participatingAgencies01052025pm.xlsx", date(2025, 12, 18), date(2026, 1, 5)),
        ("participatingAgencies01092025pm.xlsx", date(2026, 1, 8), date(2026, 1, 9)),
        ("participatingAgencies08022025pm.xlsx", date(2025, 8, 28), date(2025, 9, 2)),
        ("participatingAgencies090022025am.xlsx", date(2025, 8, 28), date(2025, 9, 2)),
    ],
)
def test_one_wrong_digit_is_put_right_by_the_signings(name: str, latest: date, meant: date) -> None:
    assert meant_day(read_name(name), latest, TODAY) == meant


def test_a_day_that_several_slips_explain_is_not_guessed() -> None:
    assert meant_day(read_name("participating01012025.xlsx"), date(2025, 1, 10), TODAY) is None
    assert meant_day(read_name("participating01012025.xlsx"), None, TODAY) is None


def test_a_kind_is_one_of_two() -> None:
    assert read_name("participating and pending.xlsx").kind is None
    assert read_name("PENDING.xlsx").kind is ListKind.PENDING
