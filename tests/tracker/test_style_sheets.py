"""Style sheets in parts: every part is in its sheet, and a page loads one file for all of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.storage import FileSystemStorage

from tracker.storage import HashedStorage, Joined

CSS = Path(settings.BASE_DIR) / "static" / "css"
DIVIDED = sorted(folder.name for folder in CSS.iterdir() if folder.is_dir())


@pytest.mark.parametrize("name", DIVIDED)
def test_every_part_is_imported_once_by_the_sheet_of_its_folders_name(name: str) -> None:
    parts = re.findall(r'^@import "([^"]+)";$', (CSS / f"{name}.css").read_text(), re.MULTILINE)
    own = [part for part in parts if part.startswith(f"{name}/")]
    assert sorted(own) == sorted(f"{name}/{part.name}" for part in (CSS / name).iterdir())
    # What several sheets share lies beside them.
    assert all((CSS / part).is_file() for part in parts)


@pytest.mark.parametrize("name", DIVIDED)
def test_a_sheet_is_served_whole_with_its_parts_in_their_order(name: str) -> None:
    with Joined(FileSystemStorage(CSS.parent)).open(f"css/{name}.css") as file:
        whole = file.read().decode()
    assert "@import" not in whole
    parts = re.findall(r'@import "([^"]+)"', (CSS / f"{name}.css").read_text())
    at = [whole.index((CSS / part).read_text()) for part in parts]
    assert at == sorted(at)
    assert len(at) > 1


def test_the_hashed_file_holds_the_parts(tmp_path: Path) -> None:
    storage = HashedStorage(location=tmp_path, base_url="/static/")
    source = FileSystemStorage(CSS.parent)
    names = [path.relative_to(CSS.parent).as_posix() for path in CSS.rglob("*.css")]
    names += ["fonts/" + path.name for path in (CSS.parent / "fonts").iterdir()]
    done = list(storage.post_process({name: (source, name) for name in names}))
    assert {name for name, _hashed, _processed in done} == set(names)
    for name in DIVIDED:
        hashed = tmp_path / storage.hashed_files[f"css/{name}.css"]
        assert "@import" not in hashed.read_text()
        rules = [line for one in (CSS / name).iterdir() for line in one.read_text().splitlines()]
        assert all(rule.strip() in hashed.read_text() for rule in rules if rule.endswith("{"))
