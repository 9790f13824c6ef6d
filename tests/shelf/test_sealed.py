"""A kept file is whole, or it is not there."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurisdictions.shelf import sealed
from jurisdictions.shelf.sealed import (
    SEAL_BYTES,
    read_sealed,
    seal_finished,
    seal_of,
    write_sealed,
    write_whole,
)


def damaged(path: Path) -> bool:
    return read_sealed(path) is None and seal_of(path) is None


@given(content=st.binary(max_size=600))
def test_what_is_written_is_read(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("kept") / "new" / "folder" / "file"
    seal = write_sealed(path, content)
    assert read_sealed(path) == content
    assert seal_of(path) == seal
    assert seal.size == len(content)
    assert [file.name for file in path.parent.iterdir()] == ["file"]


@given(content=st.binary(min_size=1, max_size=300), data=st.data())
def test_a_file_cut_anywhere_is_not_believed(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("kept") / "file"
    write_sealed(path, content)
    whole = path.read_bytes()
    path.write_bytes(whole[: data.draw(st.integers(0, len(whole) - 1))])
    assert damaged(path)


@given(content=st.binary(min_size=1, max_size=300), data=st.data())
def test_a_file_with_one_other_bit_is_not_believed(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("kept") / "file"
    write_sealed(path, content)
    changed = bytearray(path.read_bytes())
    changed[data.draw(st.integers(0, len(changed) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    path.write_bytes(changed)
    assert damaged(path)


@pytest.mark.parametrize("said", [b"", b"12345678", b"\0" * SEAL_BYTES, b"a longer text" * 20])
def test_what_has_no_seal_is_not_believed(tmp_path: Path, said: bytes) -> None:
    path = tmp_path / "file"
    path.write_bytes(said)
    assert damaged(path)


def test_a_missing_file_or_a_folder_in_its_place_is_no_file(tmp_path: Path) -> None:
    assert damaged(tmp_path / "none")
    assert damaged(tmp_path)


def test_a_file_damaged_after_it_was_checked_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "file"
    write_sealed(path, b"content")
    assert seal_of(path)
    os.truncate(path, 8)
    assert damaged(path)


def test_a_zip_with_its_seal_is_still_a_zip(tmp_path: Path) -> None:
    made = tmp_path / "made"
    with ZipFile(made, "w") as file:
        file.writestr("a.txt", "text")
    content = made.read_bytes()
    seal_finished(made, tmp_path / "kept.zip")
    assert read_sealed(tmp_path / "kept.zip") == content
    assert not made.exists()
    with ZipFile(tmp_path / "kept.zip") as file:
        assert file.read("a.txt") == b"text"


def test_a_full_disk_leaves_the_old_file_and_nothing_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    write_sealed(path, b"old")

    def full(_file: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(sealed.os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_sealed(path, b"new")
    assert read_sealed(path) == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["file"]


def test_a_plain_file_has_the_rights_that_it_is_to_have(tmp_path: Path) -> None:
    write_whole(tmp_path / "file", b"secret", mode=0o600)
    assert (tmp_path / "file").read_bytes() == b"secret"
    assert (tmp_path / "file").stat().st_mode & 0o777 == 0o600
