"""When an agreement is in force, and how well its days are known."""

from __future__ import annotations

import pytest

from jurisdictions.status.programs.section_287g.facts import AgencyAgreement
from jurisdictions.status.programs.section_287g.terms import in_force, term_of
from tests.status.section_287g.records import day, signed


def term(agreement: AgencyAgreement) -> tuple[str, ...]:
    found = term_of(agreement)
    assert found
    return tuple(str(one or "") for one in (found.start, found.end, found.end_on))


@pytest.mark.parametrize(
    ("signed_on", "told", "start", "end", "known"),
    [
        ("2025-02-26", {}, "2025-02-26", "", ""),
        ("", {"listed_from": "2025-03-06"}, "2025-03-06", "", ""),
        ("2025-02-26", {"listed_from": "2025-03-06"}, "2025-02-26", "", ""),
        ("2025-02", {"ended_on": "2025-05"}, "2025-02-01", "2025-05-01", "2025-05"),
        (
            "2019-03-08",
            {"ended_on": "2019-09-27", "listed_until": "2021-11-17", "missing_from": "2021-11-20"},
            *("2019-03-08", "2019-09-27", "2019-09-27"),
        ),
        (
            "2025-03-05",
            {"listed_until": "2026-05-14", "missing_from": "2026-05-18"},
            *("2025-03-05", "2026-05-18", "2026-05-14/2026-05-18"),
        ),
        (
            "2025-07-31",
            {"listed_until": "2025-09-30", "missing_from": "2025-09-30"},
            *("2025-07-31", "2025-09-30", "2025-09-30"),
        ),
        (
            "2008-08-13",
            {"missing_from": "2010-10-29"},
            *("2008-08-13", "2010-10-29", "2008-08-13/2010-10-29"),
        ),
        (
            "2020-06-09",
            {"listed_until": "2017-08-01", "missing_from": "2021-01-13"},
            *("2020-06-09", "2021-01-13", "2020-06-09/2021-01-13"),
        ),
        ("2014-10-07", {"listed_until": "2015-03-31"}, "2014-10-07", "2015-04-01", "2015-04-01"),
        ("2014-10-07", {"listed_until": "2015-02"}, "2014-10-07", "2015-03-01", "2015-03-01"),
        ("2014-10-07", {"listed_until": "9999-12-31"}, "2014-10-07", "9999-12-31", "9999-12-31"),
    ],
)
def test_an_agreement_is_in_force_from_its_signing_to_its_end(
    signed_on: str, told: dict[str, str], start: str, end: str, known: str
) -> None:
    assert term(signed("task-force", signed_on, **told)) == (start, end, known)


@pytest.mark.parametrize(
    ("signed_on", "told"),
    [
        ("", {}),
        ("", {"ended_on": "2013-06-28"}),
        ("2013-06-28", {"listed_until": "2012-12-31"}),
        ("2013-06-28", {"ended_on": "2013-06-28"}),
    ],
)
def test_an_agreement_without_a_beginning_or_that_covers_no_day_has_no_term(
    signed_on: str, told: dict[str, str]
) -> None:
    agreement = signed("task-force", signed_on, **told)
    assert term_of(agreement) is None
    assert not in_force(agreement, day("2013-06-28"))


def test_the_first_day_is_in_force_and_the_day_of_the_end_is_not() -> None:
    agreement = signed("task-force", "2025-03-05", ended_on="2025-04-01")
    days = ("2025-03-04", "2025-03-05", "2025-03-31", "2025-04-01")
    assert [in_force(agreement, day(one)) for one in days] == [False, True, True, False]
    assert in_force(signed("task-force", "2025-03-05"), day("2099-01-01"))
