"""What an agency's reach makes of its agreements."""

from __future__ import annotations

import pytest

from tests.status.section_287g.records import agency


@pytest.mark.parametrize(
    ("reach", "local"), [("whole-county", True), ("part-of-county", True), ("state", False)]
)
def test_an_agency_counts_for_counties_unless_its_reach_is_the_state(
    reach: str, local: bool
) -> None:
    assert agency(reach=reach).local is local
