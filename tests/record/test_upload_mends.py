"""Cells mended at the desk lie over the file, which stays as it came; rows are read anew alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from jurisdictions.models import Job, Proposal, Upload
from jurisdictions.record.faults import Refused
from jurisdictions.record.people.permissions import NotAllowed
from jurisdictions.record.uploads.files import path_of
from jurisdictions.record.uploads.mending import leave_rows, mend_rows, undo_mends
from jurisdictions.record.uploads.sending import send_upload
from tests.people import acting, make_person
from tests.record.uploading import NOW, checked, counts, reasons, uploaded

pytestmark = pytest.mark.usefixtures("shipped")

HEADER = "state,county,place,on,kind,by,summary,outcome,source\n"
ADAMS = "IL,Adams,Adams County,2012-05-01,detainer-limit,County Board,It limited,adopted,nilc\n"
LAKE = "IL,Laake,Lake County,2012-05-02,detainer-limit,County Board,It limited,Yes,nilc\n"
COOK = "IL,Cook,Cook County,2012-05-03,detainer-limit,County Board,It limited,adopted,\n"


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Path) -> None:
    settings.UPLOADS_ROOT = tmp_path / "uploads"


def mend(upload: Upload, *, whole: bool = False, **cells: dict[str, str]) -> Upload:
    """Write over cells, told as `row_3={"county": "Lake"}`."""
    told = {int(name.removeprefix("row_")): own for name, own in cells.items()}
    mend_rows(upload=upload.pk, cells=told, by=acting(upload.made_by), at=NOW, whole=whole)
    return Upload.objects.get(pk=upload.pk)


def states(upload: Upload) -> dict[int, str]:
    return {one[0]: one[1] for one in upload.rows["rows"]}


def same_as_checked(upload: Upload) -> None:
    """What reading rows anew found is what the check of the whole file finds."""
    names = ("questions", "words", "sources", "lacking", "proposed")
    before = {name: upload.findings[name] for name in names}
    wishes = [(one["row"], one["fact"], one["cells"]) for one in upload.wishes]
    told, rows, numbers = reasons(upload), upload.rows, counts(upload)
    again = checked(upload)
    assert (told, rows, numbers) == (reasons(again), again.rows, counts(again))
    assert before == {name: again.findings[name] for name in names}
    assert wishes == [(one["row"], one["fact"], one["cells"]) for one in again.wishes]


def test_a_row_is_mended_read_anew_and_the_file_stays_as_it_came() -> None:
    upload = uploaded(HEADER + ADAMS + LAKE + COOK, "local_measure")
    content = path_of(upload.file).read_bytes()
    assert states(upload) == {2: "new", 3: "faulty", 4: "faulty"}
    assert [one["written"] for one in upload.findings["questions"]] == ["Laake, IL"]
    upload = mend(upload, row_3={"county": " Lake ", "outcome": "adopted"})
    assert states(upload) == {2: "new", 3: "new", 4: "faulty"}
    assert (upload.findings["questions"], upload.findings["words"]) == ([], [])
    assert upload.mends == {"": {"3": {"county": "Lake", "outcome": "adopted"}}}
    upload = mend(upload, row_4={"source": "nilc"})
    assert counts(upload) == (3, 0, 0, 0)
    assert path_of(upload.file).read_bytes() == content
    same_as_checked(upload)
    (number,) = send_upload(
        upload=upload.pk,
        title="Limits",
        reason="So.",
        leave_out=0,
        by=acting(upload.made_by),
        at=NOW,
    )
    wishes = Proposal.objects.get(pk=number).wishes
    assert list(wishes.values_list("geoid", flat=True)) == ["17001", "17097", "17031"]


def test_a_mend_is_undone_and_a_cell_written_as_it_came_is_none() -> None:
    upload = uploaded(HEADER + ADAMS + LAKE, "local_measure")
    upload = mend(upload, row_3={"county": "Lake", "outcome": "adopted"})
    assert mend(upload, row_3={"county": "Laake"}).mends == {"": {"3": {"outcome": "adopted"}}}
    by = acting(upload.made_by)
    undo_mends(upload=upload.pk, rows=[3], by=by, at=NOW, whole=False)
    upload = Upload.objects.get(pk=upload.pk)
    assert upload.mends == {"": {}}
    assert states(upload) == {2: "new", 3: "faulty"}
    same_as_checked(upload)
    jobs = Job.objects.count()
    undo_mends(upload=upload.pk, rows=None, by=by, at=NOW, whole=True)
    assert Job.objects.count() == jobs


def test_a_row_that_becomes_another_rows_fact_is_told_so_and_new_sources_are_kept_once() -> None:
    new = COOK.rstrip("\n") + '"The board\'s minutes, May 3 2012"\n'
    upload = uploaded(HEADER + ADAMS + new + COOK.replace("Cook,", "Bond,", 1), "local_measure")
    said = "The board's minutes, May 3 2012"
    upload = mend(upload, row_4={"source": said})
    assert counts(upload) == (4, 0, 0, 0)
    same_as_checked(upload)
    upload = mend(upload, row_4={"county": "Cook"})
    assert reasons(upload)[0][2] == "is the same fact as row 3"
    same_as_checked(upload)
    upload = mend(upload, row_4={"county": "Bond", "source": "nilc"}, row_3={"source": "nilc"})
    assert counts(upload) == (3, 0, 0, 0)
    same_as_checked(upload)


def test_steps_of_a_thread_are_read_anew_together() -> None:
    header = "request,seq,geoid,on,step,by,summary,source\n"
    first = "cook-2010,1,17031,2010-07-13,requested,County Board,It asked.,nilc\n"
    second = "cook-2010,2,17031,soon,refused,ICE,It refused.,nilc\n"
    upload = uploaded(header + first + second, "opt_out")
    upload = mend(upload, row_3={"on": "2010-06-01"})
    same_as_checked(upload)
    upload = mend(upload, row_3={"on": "2010-08-01"})
    assert counts(upload) == (2, 0, 0, 0)
    same_as_checked(upload)


def test_a_row_is_left_for_later_and_the_others_are_sent() -> None:
    upload = uploaded(HEADER + ADAMS + COOK.replace(",\n", ",nilc\n"), "local_measure")
    by = acting(upload.made_by)
    leave_rows(upload=upload.pk, rows=[3, 99], leave=True, by=by)
    told = {"upload": upload.pk, "title": "Limits", "reason": "So.", "by": by, "at": NOW}
    with pytest.raises(Refused):
        send_upload(**told, leave_out=0)
    (number,) = send_upload(**told, leave_out=1)
    assert Proposal.objects.get(pk=number).wishes.get().row == 2
    upload = checked(Upload.objects.get(pk=upload.pk))
    assert states(upload) == {3: "new"}
    leave_rows(upload=upload.pk, rows=[3], leave=False, by=by)
    assert len(send_upload(**told, leave_out=0, sent=1)) == 1
    assert Upload.objects.get(pk=upload.pk).finished_at


def test_what_is_no_cell_of_the_file_is_refused_whole() -> None:
    upload = uploaded(HEADER + ADAMS, "local_measure")
    for cells in ({2: {"kind": "resolution"}, 9: {"kind": "x"}}, {2: {"nothing": "x"}}):
        with pytest.raises(Refused):
            mend_rows(upload=upload.pk, cells=cells, by=acting(upload.made_by), at=NOW, whole=False)
    with pytest.raises(NotAllowed):
        mend_rows(
            upload=upload.pk,
            cells={2: {"kind": "resolution"}},
            by=acting(make_person("contributor", "US")),
            at=NOW,
            whole=False,
        )
    assert Upload.objects.get(pk=upload.pk).mends == {}
