"""Codes of another time in a file: taken for the place of today, and said; of several, asked."""

from __future__ import annotations

import pytest

from tests.record.uploading import uploaded

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped")]


def test_a_code_of_another_time_is_understood_and_said() -> None:
    rows = "46102,2010-08-31,ice_activated_list\n51560,2010-06-15,ice_activated_list\n"
    upload = uploaded("geoid,activated_on,source\n" + rows, "activation")
    said = " ".join(upload.findings["mends"])
    assert "46102 is a code of another time: 46113, Shannon County, SD, was taken for it" in said
    assert "51560 is a code of another time: 51005, Alleghany County, VA" in said
    assert "46113" not in str(upload.faults)


def test_a_code_that_went_to_several_places_is_asked_about() -> None:
    upload = uploaded(
        "geoid,activated_on,source\n09110,2010-08-31,ice_activated_list\n", "activation"
    )
    (question,) = upload.findings["questions"]
    assert (question["written"], question["candidates"]) == ("09110", ["09003", "09013"])
