"""Every value of a file has a source that says so: named by its row, or once for the file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from jurisdictions.models import Proposal, Upload, Wish
from jurisdictions.record.faults import Refused
from jurisdictions.record.uploads.answering import (
    Given,
    WholeSource,
    answer,
)
from jurisdictions.record.uploads.sending import send_upload
from jurisdictions.record.uploads.sourcing import KnownSource, Sourcing
from tests.people import acting
from tests.record.uploading import NOW, checked, counts, reasons, uploaded

pytestmark = pytest.mark.usefixtures("shipped")

HEADER = "State,County,Date\n"
PEORIA, ADAMS = "Illinois,Peoria,2011-08-08\n", "Illinois,Adams,2011-08-09\n"


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Path) -> None:
    settings.UPLOADS_ROOT = tmp_path / "uploads"


def answered(upload: Upload, **told: Any) -> Upload:
    """The upload once it was said which source the rows without one rest on."""
    given = Given(whole=WholeSource(**told))
    answer(upload=upload.pk, given=given, by=acting(upload.made_by), at=NOW)
    return checked(upload)


def sources(upload: Upload) -> list[str]:
    return [wish["cells"]["source"] for wish in upload.wishes if wish["kind"] != "source"]


def test_a_changed_date_without_a_source_is_asked_about_once_for_the_file() -> None:
    upload = uploaded(HEADER + PEORIA + ADAMS, "activation")
    assert counts(upload) == (0, 0, 0, 2)
    assert upload.findings["lacking"] == {"recorded": [], "corrected": [2, 3]}
    assert {reason for _row, _column, reason in reasons(upload)} == {
        "names no source: say which one says so, for this row or for the whole file"
    }
    upload = answered(upload, written="nilc", locator="p. 3")
    assert counts(upload) == (0, 2, 0, 0)
    assert sources(upload) == ["nilc", "nilc"]
    assert upload.wishes[0]["cells"]["locator"] == "p. 3"


def test_the_cited_source_may_be_named_again_and_the_proposal_keeps_that() -> None:
    upload = answered(uploaded(HEADER + PEORIA, "activation"), same=True)
    assert upload.wishes[0]["cells"]["source"] == upload.wishes[0]["was"]["source"]
    told = {"title": "T", "reason": "R", "leave_out": 0, "at": NOW}
    (number,) = send_upload(upload=upload.pk, by=acting(upload.made_by), **told)
    (wish,) = Wish.objects.filter(proposal=Proposal.objects.get(pk=number))
    assert wish.cells == {"activated_on": "2011-08-08", "source": "ice_activated_list"}


def test_a_row_that_names_its_source_is_not_asked_about() -> None:
    text = f"{HEADER.strip()},Source\n{PEORIA.strip()},nilc\n{ADAMS}".replace(
        "2011-08-09\n", "2011-08-09,\n"
    )
    upload = uploaded(text, "activation")
    assert upload.findings["lacking"]["corrected"] == [3]
    assert sources(answered(upload, written="truthout")) == ["nilc", "truthout"]


def test_rows_that_change_nothing_and_wordings_need_no_source() -> None:
    upload = uploaded(HEADER + "Illinois,Peoria,2013-01-22\n", "activation")
    assert counts(upload) == (0, 0, 1, 0)
    upload = uploaded("request,seq,summary\narlington-2010,1,It asked.\n", "opt_out")
    assert counts(upload) == (0, 1, 0, 0)


def test_a_new_fact_takes_the_source_of_the_file_too_but_not_one_cited_before() -> None:
    header = "request,seq,geoid,on,step\n"
    upload = uploaded(f"{header}cook-2010,1,17031,2010,requested\n", "opt_out")
    assert upload.findings["lacking"]["recorded"] == [2]
    assert counts(answered(upload, same=True)) == (0, 0, 0, 1)
    upload = answered(Upload.objects.get(pk=upload.pk), written="nilc")
    assert sources(upload) == ["nilc"]


def test_a_page_of_the_source_before_is_not_one_of_the_new_source() -> None:
    text = "measure,on,source\nchampaign-county-2012-03-detainer-limit,2012-03-09,nilc\n"
    upload = uploaded(text, "local_measure")
    (wish,) = upload.wishes
    assert wish["cells"].get("locator", wish["was"].get("locator", "")) == ""


def test_known_sources_are_found_by_key_address_and_title() -> None:
    one = KnownSource("report", "A Report of 2011", "The Board", "https://www.example.org/a/b.pdf")
    sourcing = Sourcing("secure-communities", [one])
    for written in (
        "report",
        "http://example.org/a/b.pdf",
        "www.example.org/a/b.pdf/",
        "a report of 2011",
        "The Board: A Report of 2011",
        "A Report of 2011, The Board",
    ):
        assert sourcing.key_of(written, 2) == "report"
    assert sourcing.key_of("reprot", 2) == "reprot"
    assert sourcing.new == {}


def test_an_address_or_a_title_that_is_new_is_proposed_once_for_all_its_rows() -> None:
    address = "https://www.ice.gov/doclib/foia/new.pdf"
    title = '"Chicago Tribune, Aug 8 2011"'
    rows = [
        f"Illinois,Peoria,2011-08-08,{address}",
        f"Illinois,Adams,2011-08-08,{address}",
        f"Illinois,Bond,2011-08-08,{title}",
    ]
    upload = uploaded("State,County,Date,Source\n" + "\n".join(rows) + "\n", "activation")
    assert counts(upload) == (2, 3, 0, 0)
    new = {wish["cells"]["title"]: wish["cells"] for wish in upload.wishes[:2]}
    assert new["ice.gov/doclib/foia/new.pdf"]["url"] == address
    tribune = new["Chicago Tribune, Aug 8 2011"]
    assert tribune["published_on"] == "2011-08-08"
    assert sources(upload)[:2] == ["ice-gov", "ice-gov"]
    by = acting(upload.made_by)
    told = {address: {"title": "Activated jurisdictions", "published_on": "2011-09"}}
    answer(upload=upload.pk, given=Given(sources=told), by=by, at=NOW)
    upload = checked(upload)
    assert upload.wishes[0]["cells"]["title"] == "Activated jurisdictions"
    again = {address: {"key": "nilc"}}
    answer(upload=upload.pk, given=Given(sources=again), by=by, at=NOW)
    upload = checked(upload)
    assert sources(upload)[:2] == ["nilc", "nilc"]
    for wrong in ({address: {"key": "nilk"}}, {address: {"title": " "}}):
        with pytest.raises(Refused):
            answer(upload=upload.pk, given=Given(sources=wrong), by=by, at=NOW)


def test_one_title_of_one_day_is_one_source_however_the_day_is_written() -> None:
    tribune = "Chicago Tribune"
    named = (f"{tribune}, Aug 8 2011", "chicago tribune, 8/8/2011", f"{tribune}, 2011-08-09")
    counties = ("Peoria", "Adams", "Bond")
    rows = [
        f'Illinois,{county},2011-08-08,"{name}"'
        for county, name in zip(counties, named, strict=True)
    ]
    upload = uploaded("State,County,Date,Source\n" + "\n".join(rows) + "\n", "activation")
    days = [w["cells"]["published_on"] for w in upload.wishes if w["kind"] == "source"]
    assert sorted(days) == ["2011-08-08", "2011-08-09"]


def test_one_new_source_may_be_given_for_a_whole_file() -> None:
    upload = uploaded(HEADER + PEORIA + ADAMS, "activation")
    upload = answered(upload, written="Minutes of the county board, July 2011")
    assert counts(upload) == (1, 2, 0, 0)
    assert len(set(sources(upload))) == 1
    with pytest.raises(Refused):
        answered(upload, written=" ")


def test_a_key_with_a_slip_is_no_new_source() -> None:
    upload = uploaded("geoid,activated_on,source\n17143,2011-08-08,nilk\n", "activation")
    assert reasons(upload) == [(2, "source", "is no source on record (did you mean nilc?)")]


MEASURES = "state,county,place,on,kind,outcome,source\n"


def test_keys_are_made_for_measures_as_the_form_makes_them() -> None:
    rows = (
        "VA,Accomack County,Accomack County,2012-05-02,Detainer limit,adopted,nilc\n"
        "IA,Adair County,Adair County,2012-05-04,resolution,adopted,nilc\n"
        "MO,Adair County,Adair County,2012-05-06,resolution,adopted,nilc\n"
    )
    upload = uploaded(MEASURES + rows, "local_measure")
    assert [wish["fact"] for wish in upload.wishes] == [
        "local_measure:accomack-county-2012-05-detainer-limit",
        "local_measure:adair-county-2012-05-resolution",
        "local_measure:adair-county-2012-05-resolution-2",
    ]
    assert "3 rows had no key" in upload.findings["mends"][-1]


def test_a_measure_without_a_key_that_is_on_record_is_not_recorded_twice() -> None:
    rows = "CA,Alameda,Oakland,2011-06,resolution,adopted,nilc\n"
    upload = uploaded(MEASURES + rows, "local_measure")
    assert upload.wishes == []
    ((_row, _column, reason),) = reasons(upload)
    assert reason.startswith("seems to be on record as local_measure:oakland-2011-06-resolution")


def test_a_word_of_nobody_is_answered_once_for_all_its_rows() -> None:
    rows = "".join(f"IL,{c},{c},2012,resolution,passed,nilc\n" for c in ("Peoria", "Adams", "Bond"))
    upload = uploaded(MEASURES + rows, "local_measure")
    assert counts(upload) == (0, 0, 0, 3)
    (asked,) = upload.findings["words"]
    assert (asked["written"], asked["at"]) == ("passed", [2, 3, 4])
    words = {"outcome": {"passed": "adopted"}}
    answer(upload=upload.pk, given=Given(words=words), by=acting(upload.made_by), at=NOW)
    upload = checked(upload)
    assert counts(upload) == (3, 0, 0, 0)
    assert {wish["cells"]["outcome"] for wish in upload.wishes} == {"adopted"}
