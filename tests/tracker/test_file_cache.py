"""The cache of files counts on where files cannot be written, and fails nobody."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tracker.file_cache import FileCache


@pytest.fixture(params=["a folder", "deleted", "no folder"])
def cache(request: pytest.FixtureRequest, tmp_path: Path) -> FileCache:
    """A cache in a folder, in one that goes, in one that cannot be."""
    folder = tmp_path / "cache"
    found = FileCache(str(folder), {})
    found.set("before", 1)
    if request.param != "a folder":
        shutil.rmtree(folder)
    if request.param == "no folder":
        folder.write_text("a file")
    return found


def test_what_is_kept_is_found_and_counted(cache: FileCache) -> None:
    assert cache.get("none", "default") == "default"
    cache.set("name", "value", timeout=60)
    assert cache.get("name") == "value"
    assert "name" in cache
    assert not cache.add("name", "other")
    assert cache.add("count", 1)
    assert cache.incr("count") == 2
    assert cache.get("count") == 2
    assert cache.touch("name", 60)
    assert cache.delete("name")
    assert cache.get("name") is None
    cache.clear()
    assert cache.get("count") is None


def test_a_disk_that_takes_files_again_is_believed_again(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    folder.write_text("a file")
    cache = FileCache(str(folder), {})
    cache.set("attempts", 3)
    folder.unlink()
    assert cache.get("attempts") == 3
    cache.set("attempts", 4)
    assert cache.get("attempts") == FileCache(str(folder), {}).get("attempts") == 4
