"""The District of Columbia and Guam have the code of a state and that of a county: one place."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from jurisdictions.models import Activation
from jurisdictions.record.cells import Known, county
from jurisdictions.record.changing.facts import record_fact
from jurisdictions.record.faults import Refused

KNOWN = Known(date(2026, 11, 26), places={"06", "06001", "06003", "11", "11001", "66", "66010"})


@pytest.mark.parametrize(("written", "meant"), [("11", "11001"), ("66", "66010"), ("06003",) * 2])
def test_either_code_means_the_county_equivalent(written: str, meant: str) -> None:
    assert county(written, KNOWN) == meant


def test_a_state_of_many_counties_is_none() -> None:
    with pytest.raises(ValueError, match="is a state: this is told of each of its counties"):
        county("06", KNOWN)


@pytest.mark.usefixtures("shipped")
@pytest.mark.django_db
def test_no_second_activation_stands_beside_the_first() -> None:
    for code in ("11", "11001"):
        with pytest.raises(Refused, match="activation:11001"):
            record_fact(
                program="secure-communities",
                kind="activation",
                cells={
                    "geoid": code,
                    "activated_on": "2012-06-05",
                    "source": "ice_activated_list",
                },
                by="a test",
                reason="the county was blank",
                at=datetime(2026, 11, 26, tzinfo=UTC),
            )
    assert not Activation.objects.filter(fact__key="11").exists()
    assert Activation.objects.current().filter(geoid="11001").count() == 1
