"""A shelf keeps what fits, gives back only what is whole, and stops nobody."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from jurisdictions.shelf.shelf import Shelf


def names(shelf: Shelf) -> list[str]:
    return sorted(path.name for path in shelf.folder.iterdir())


def test_the_oldest_go_first_and_the_newest_always_stays(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "shelf", quota=10)
    shelf.put("old", b"12345")
    shelf.put("middle", b"12345")
    shelf.put("new", b"12345")
    assert names(shelf) == ["middle", "new"]
    shelf.put("huge", b"12345678901")
    assert names(shelf) == ["huge"]
    assert shelf.read("old") is None


def test_many_small_files_stay_near_the_quota(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "shelf", quota=10_000)
    for number in range(300):
        assert shelf.put(str(number), b"x" * 100)
        assert 100 * len(names(shelf)) <= 10_500
    assert shelf.read("299") == b"x" * 100


@pytest.mark.parametrize("left", [0, 8, 30])
def test_a_cut_file_is_made_anew(tmp_path: Path, left: int) -> None:
    shelf = Shelf(tmp_path, quota=1000)
    shelf.put("file", b"right")
    shelf.path("file").write_bytes(shelf.path("file").read_bytes()[:left])
    assert shelf.find("file") is None
    assert shelf.read_or_make("file", lambda: b"made anew") == b"made anew"
    assert shelf.read("file") == b"made anew"


def test_a_kept_file_is_not_made_again(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, quota=1000)
    made: list[int] = []

    def make() -> bytes:
        made.append(1)
        return b"content"

    assert [shelf.read_or_make("file", make) for _ in range(3)] == [b"content"] * 3
    assert len(made) == 1


def test_a_deleted_folder_is_made_again(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "a" / "b", quota=1000)
    shelf.put("one", b"1")
    shutil.rmtree(tmp_path / "a")
    assert shelf.read("one") is None
    assert shelf.put("two", b"2")
    assert shelf.read("two") == b"2"


def test_what_cannot_be_kept_is_still_given(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "shelf").write_text("a file where the folder should be")
    shelf = Shelf(tmp_path / "shelf", quota=1000)
    assert shelf.read_or_make("file", lambda: b"content") == b"content"
    assert not shelf.put("file", b"content")
    assert "could not be kept" in caplog.text


def test_a_large_file_is_found_with_its_size_and_given_in_blocks(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "shelf", quota=10_000_000)
    content = bytes(range(256)) * 4000
    (tmp_path / "made").write_bytes(content)
    shelf.take(tmp_path / "made", "large")
    found = shelf.find("large")
    assert found
    assert found.size == len(content)
    assert b"".join(found.content()) == content
