"""Agreements that left and came back, or stayed on the list after their end."""

from __future__ import annotations

from hypothesis import given

from jurisdictions.status.flags.days import Disputed
from jurisdictions.status.programs.section_287g.facts import AgencyAgreement
from jurisdictions.status.programs.section_287g.flags import came_back, listed_after_end
from jurisdictions.status.programs.section_287g.terms import term_of
from tests.status.section_287g.records import signed
from tests.status.section_287g.strategies import LOCAL, agreements

BACK = "2025-03-01"


def test_an_agreement_that_ended_and_one_of_the_same_model_later_is_a_flag() -> None:
    first = signed("task-force", "2010-01-01", ended_on="2012-12")
    (flag,) = came_back([signed("task-force", BACK), first])
    assert [str(day) for day in flag.days] == ["2012-12", BACK]
    assert flag.facts[0] == first.name


def test_what_was_renewed_or_is_of_another_model_or_goes_on_at_once_is_none() -> None:
    told = {"ended_on": "2012-12-31"}
    first = signed("task-force", "2010-01-01", **told)
    assert list(came_back([first, signed("jail-enforcement", BACK)])) == []
    assert list(came_back([first, signed("task-force", "2012-12-31")])) == []
    followed = signed("task-force", "2010-01-01", superseded_by="x", **told)
    assert list(came_back([followed, signed("task-force", BACK)])) == []


def test_a_list_that_lacks_what_the_record_has_without_a_break_is_a_flag() -> None:
    gap = Disputed("agency_agreement:x", "12", "missing_from", "", "2025-07-14/2025-07-23")
    (flag,) = came_back([], [gap])
    assert (flag.facts, str(flag.days[0])) == (("agency_agreement:x",), gap.said)
    told = Disputed("agency_agreement:x", "12", "missing_from", "2025-07-01", "2025-07-14")
    assert list(came_back([], [told])) == []


def test_a_list_after_the_day_of_the_end_is_a_flag() -> None:
    ended = {"ended_on": "2020-06-09"}
    late = signed("task-force", "2010-01-01", listed_until="2020-06-10", **ended)
    assert [flag.facts for flag in listed_after_end([late])] == [(late.name,)]
    same = signed("task-force", "2010-01-01", listed_until="2020-06-09", **ended)
    assert list(listed_after_end([same])) == []


@given(agreements(LOCAL, "a", 6))
def test_what_came_back_began_after_the_end_of_what_the_agency_had_before(
    found: tuple[AgencyAgreement, ...],
) -> None:
    known = {one.name: one for one in found}
    for flag in came_back(known.values()):
        before, then = (known[name] for name in flag.facts)
        first, second = term_of(before), term_of(then)
        assert first is not None
        assert second is not None
        assert first.end is not None
        assert first.end < second.start
        assert (before.agency, before.model) == (then.agency, then.model)
