"""A program is a set of files in the rooms that know of it: none lacks one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from jurisdictions import checks, program_set
from jurisdictions.program_set import OF_KINDS, SET, files_of, lacking
from jurisdictions.status.programs import packages

ROOT = Path(__file__).parent.parent
ROOMS = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (ROOT / "jurisdictions").rglob("programs")
    if path.is_dir()
)
OWN_ONLY = {
    "jurisdictions/api/programs",
    "jurisdictions/record/lists/programs",
    "jurisdictions/render/files/columns/programs",
    "jurisdictions/render/reports/programs",
}
"""Rooms of what not every program says itself: else it is made from its rule, or there is none."""


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The files of every program, and no others."""
    for slug in packages():
        for path in files_of(slug, ROOT):
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / path, tmp_path / path)
    return tmp_path


def test_every_program_has_every_file_of_the_set() -> None:
    assert list(lacking(ROOT)) == []
    assert checks.programs_are_whole(None) == []


@pytest.mark.parametrize("slug", sorted(packages()))
def test_a_file_that_a_program_lacks_is_named(slug: str, copied: Path) -> None:
    for path in files_of(slug, ROOT):
        (copied / path).rename(copied / "away")
        assert list(lacking(copied)) == [(slug, path)]
        (copied / "away").rename(copied / path)


def test_who_starts_the_tracker_is_told_which_file_a_program_lacks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        program_set, "SET", (("jurisdictions/render/programs/{package}", ("x.py",)),)
    )
    told = [str(error.msg) for error in checks.programs_are_whole(None)]
    assert "The program “287g” has no jurisdictions/render/programs/section_287g/x.py." in told


def test_who_starts_the_tracker_is_told_what_a_rule_of_acts_leaves_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert checks.rules_of_acts_say_all(None) == []
    monkeypatch.setattr(program_set, "KINDS_OF_FACT", {})
    monkeypatch.setattr(program_set, "OF_ACTS", ("STANDING",))
    told = [str(error.msg) for error in checks.rules_of_acts_say_all(None)]
    assert "The rule of the program “287g” has no STANDING." in told


def test_every_room_with_programs_has_a_part_of_the_set() -> None:
    told = {folder.partition("/programs")[0] + "/programs" for folder, _names in (*SET, *OF_KINDS)}
    assert set(ROOMS) - OWN_ONLY <= told
