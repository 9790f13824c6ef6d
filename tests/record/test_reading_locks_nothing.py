"""While a file is read that somebody sends, nothing is locked: others write meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from jurisdictions.models import Program, Upload
from jurisdictions.record.lists.programs.section_287g import waiting
from jurisdictions.record.uploads import other_sheets, stages
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


def begin_other_sheet() -> None:
    somebody = illinois_contributor()
    workbook = keep_file("team.xlsx", ROW)
    first = Upload.objects.create(
        program=Program.objects.get(slug="secure-communities"),
        file_name="team.xlsx",
        file=workbook,
        shape={"sheet": "Activations", "sheets": ["Activations", "Requests"]},
        language="en",
        made_at=NOW,
        made_by=somebody,
    )
    other_sheets.begin_sheet(
        upload=first.pk,
        sheet="Requests",
        kind="opt_out",
        language="en",
        by=acting(somebody),
        at=NOW,
    )


@pytest.mark.parametrize(
    ("room", "begin"),
    [(stages, begin_file), (waiting, begin_list), (other_sheets, begin_other_sheet)],
)
def test_a_file_is_read_before_anything_is_locked(
    room: Any, begin: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    outside = list(connection.savepoint_ids)

    def read(*_file: object, **_how: object) -> None:
        assert list(connection.savepoint_ids) == outside
        raise ReadNow

    monkeypatch.setattr(room, "read_file", read)
    with pytest.raises(ReadNow):
        begin()
