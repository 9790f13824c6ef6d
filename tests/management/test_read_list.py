"""A list that is read while something else writes is told in a sentence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db.utils import OperationalError

from jurisdictions.record.lists import programs_with_lists, recording_of


@pytest.mark.parametrize(
    ("said", "raised", "told"),
    [
        ("database is locked", CommandError, "Something else is writing"),
        ("no such table: x", OperationalError, "no such table"),
    ],
)
def test_a_database_that_another_writes_to_is_told_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, said: str, raised: type[Exception], told: str
) -> None:
    def read_lists(*_given: Any) -> None:
        raise OperationalError(said)

    monkeypatch.setattr(recording_of(programs_with_lists()[0]), "read_lists", read_lists)
    with pytest.raises(raised, match=told):
        call_command("read_list", str(tmp_path / "list.xlsx"))
