"""While a file is read that somebody sends, nothing is locked: others write meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from jurisdictions.models import Program, Upload
from jurisdictions.record.faults import Refused
from jurisdictions.record.ingest.tables import Table
from jurisdictions.record.lists.programs.section_287g import waiting
from jurisdictions.record.uploads import (
    before_check,
    changing_kind,
    layouts,
    other_sheets,
    reading_first,
    stages,
)
from jurisdictions.record.uploads.files import keep_file
from tests.people import acting, illinois_contributor
from tests.record.uploading import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("both_programs")]
ROW = b"request,seq,geoid,on,step,source\nx,1,17031,2010-07-13,requested,nilc\n"


class ReadNow(Exception):
    """The file is read now."""


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Path) -> None:
    settings.UPLOADS_ROOT = tmp_path / "uploads"


def begin_file() -> None:
    stages.begin_upload(
        program="secure-communities",
        kind="opt_out",
        name="a.csv",
        content=ROW,
        language="en",
        by=acting(illinois_contributor()),
        at=NOW,
    )


def begin_list() -> None:
    waiting.begin_list(
        name="a.csv",
        content=ROW,
        listed_on=None,
        language="en",
        by=acting(illinois_contributor()),
        at=NOW,
    )


def kept(**wishes: Any) -> Upload:
    """A file of somebody's that waits at the desk."""
    told: dict[str, Any] = {
        "program": Program.objects.get(slug="secure-communities"),
        "kind": "opt_out",
        "file_name": "team.xlsx",
        "file": keep_file("team.xlsx", ROW),
        "shape": {
            "mode": "opt_out",
            "sheet": "Activations",
            "sheets": ["Activations", "Requests"],
            "headings": ["request", "seq", "geoid", "on", "step", "source"],
        },
        "language": "en",
        "made_at": NOW,
        "made_by": illinois_contributor(),
    }
    return Upload.objects.create(**{**told, **wishes})


def own(upload: Upload) -> dict[str, Any]:
    return {"upload": upload.pk, "by": acting(upload.made_by), "at": NOW}


def begin_other_sheet() -> None:
    other_sheets.begin_sheet(**own(kept()), sheet="Requests", kind="opt_out", language="en")


def say_where_the_headings_stand() -> None:
    layouts.choose_layout(**own(kept()), sheet="Requests", head=2)


def say_which_column_is_which() -> None:
    columns = ["request", "seq", "geoid", "on", "step", "source"]
    before_check.choose_columns(**own(kept()), columns=columns, erase=False, texts="")


def forget_what_is_remembered() -> None:
    before_check.forget_shape(**own(kept()))


def say_what_the_file_holds() -> None:
    changing_kind.choose_kind(**own(kept()), kind="activation")


def send_a_list() -> None:
    program = Program.objects.get(slug="287g")
    waits = kept(program=program, kind="list", shape={"list_of": "287g", "listed_on": ""})
    waiting.send_list(**own(waits), title="A list", reason="It is new.", confirmed=())


READ_IN = {
    begin_file: stages,
    begin_list: waiting,
    begin_other_sheet: other_sheets,
    say_where_the_headings_stand: reading_first,
    say_which_column_is_which: reading_first,
    forget_what_is_remembered: reading_first,
    say_what_the_file_holds: reading_first,
    send_a_list: waiting,
}


@pytest.mark.parametrize("do", READ_IN, ids=lambda do: do.__name__)
def test_a_file_is_read_before_anything_is_locked(
    do: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    outside = list(connection.savepoint_ids)

    def read(*_file: object, **_how: object) -> None:
        assert list(connection.savepoint_ids) == outside
        raise ReadNow

    monkeypatch.setattr(READ_IN[do], "read_file", read)
    with pytest.raises(ReadNow):
        do()


@pytest.mark.parametrize("do", [send_a_list, say_what_the_file_holds], ids=lambda do: do.__name__)
def test_a_file_that_went_while_it_was_to_be_read_is_asked_for_again(
    do: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another window of the same person sent or deleted it in between."""

    def gone(*_file: object, **_how: object) -> None:
        raise FileNotFoundError

    monkeypatch.setattr(READ_IN[do], "read_file", gone)
    with pytest.raises(Refused, match="is not here any more: send it again"):
        do()


def test_a_file_that_was_chosen_otherwise_meanwhile_is_read_as_it_now_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Two windows of one person: the second's sheet was kept while the first's was read."""
    upload = kept()
    asked = []

    def read(_file: str, _name: str, _kind: str, sheet: str, *_how: object, **_as: object) -> Table:
        asked.append(sheet)
        changed = {**upload.shape, "sheet": "Requests"}
        Upload.objects.filter(pk=upload.pk).update(shape=changed)
        return Table([], [], sheet=sheet)

    monkeypatch.setattr(reading_first, "read_file", read)
    first = reading_first.read_first(upload=upload.pk, by=acting(upload.made_by))
    now = Upload.objects.get(pk=upload.pk)

    assert first.table.sheet == "Activations"
    assert first.of(now).sheet == "Requests"
    assert first.of(upload).sheet == "Activations"
    assert asked == ["Activations", "Requests"]
