"""How sure a status is: as the weakest of the facts that decide it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurisdictions.status.dates import PartialDate
from jurisdictions.status.programs import packages, part_in, rule_of
from jurisdictions.status.sureness import (
    BY_KIND,
    Basis,
    Contradicted,
    Precision,
    Vouched,
    basis_of,
    precision_of,
    sure_of,
)
from jurisdictions.status.vocabulary import SourceKind

STRENGTH = list(Basis)
SORTS = ("activation", "agreement", "policy_event")
FACTS = st.builds(
    Vouched,
    st.sampled_from(SORTS),
    st.sampled_from([basis for basis in Basis if basis is not Basis.NO_FACT]),
    st.booleans(),
    st.lists(st.sampled_from("abc"), max_size=2).map(tuple),
)


@given(st.lists(FACTS, max_size=5), st.sets(st.sampled_from(SORTS)))
def test_a_status_is_as_sure_as_the_weakest_fact_that_decides_it(
    facts: list[Vouched], sorts: set[str]
) -> None:
    decided = [one for one in facts if one.sort in sorts]
    sure = sure_of(facts, sorts, None)
    for one in decided:
        assert STRENGTH.index(sure.basis) >= STRENGTH.index(one.basis)
        assert set(one.sources) <= set(sure.sources)
    assert sure.basis in {one.basis for one in decided} or (
        not decided and sure.basis is Basis.NO_FACT
    )
    assert (sure.contradicted is Contradicted.YES) is any(one.contradicted for one in decided)
    assert len(sure.sources) == len(set(sure.sources))


@given(st.lists(FACTS, max_size=5), FACTS)
def test_another_fact_makes_a_status_no_surer(facts: list[Vouched], more: Vouched) -> None:
    sure, then = (sure_of(found, SORTS, None).basis for found in (facts, [*facts, more]))
    assert sure is Basis.NO_FACT or STRENGTH.index(then) >= STRENGTH.index(sure)


@given(st.lists(st.sampled_from(["", *SourceKind])))
def test_a_fact_is_as_sure_as_the_strongest_of_its_sources(kinds: list[str]) -> None:
    found = basis_of("", kinds, {})
    known = [BY_KIND[kind] for kind in kinds if kind]
    if not known:
        assert found is Basis.NOT_STATED
    else:
        assert found in known
        assert all(STRENGTH.index(found) <= STRENGTH.index(one) for one in known)


def test_what_a_fact_says_itself_comes_before_its_sources() -> None:
    means = {"reported-by": Basis.LIST_ONLY}
    assert basis_of("reported-by", ["document"], means) is Basis.LIST_ONLY
    assert basis_of("enacted", ["document"], means) is Basis.DOCUMENT


@pytest.mark.parametrize(
    ("day", "precision"),
    [
        ("2010-07-13", "day"),
        ("2010-07", "month"),
        ("2010", "year"),
        ("2010-07-13/2010-07-20", "bounded"),
    ],
)
def test_a_day_is_known_as_precisely_as_it_is_written(day: str, precision: str) -> None:
    assert precision_of(PartialDate.parse(day)) == precision
    assert sure_of([], SORTS, PartialDate.parse(day)).precision == precision
    assert sure_of([], SORTS, None).precision is Precision.NO_DAY


def test_a_day_by_which_something_was_so_bounds_the_status_that_begins_on_it() -> None:
    by = Vouched("agreement", Basis.PRESS, by=date(2010, 11, 5))
    began, later = PartialDate(2010, 11, 5), PartialDate(2011, 1, 4)
    assert sure_of([by], SORTS, began).precision is Precision.BOUNDED
    assert sure_of([by], SORTS, later).precision is Precision.DAY
    assert sure_of([by], {"activation"}, began).precision is Precision.DAY


@pytest.mark.parametrize("slug", sorted(packages()))
def test_every_status_says_which_facts_decide_it(slug: str) -> None:
    own = part_in("jurisdictions.status.programs", slug, "sureness")
    assert set(own.DECIDES) == set(rule_of(slug).STATUSES)
