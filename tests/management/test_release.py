"""`script/release`: an archive that was tried, then a tag; else everything as it was."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest

RELEASE = Path(__file__).parents[2] / "script/release"
CHANGELOG = "# Changes\n\n## 0.2.0, not yet released\n\n- News.\n\n## 0.1.0, May 1, 2026\n"
TRIES = '#!/bin/sh\necho tried "$@" in "$(basename "$PWD")"\n'
LISTS = '#!/bin/sh\nprintf \'{"version": "%s"}\' "$1"\n'


def git(folder: Path, *words: str) -> str:
    """What git answers."""
    ran = subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True, text=True)
    return ran.stdout.strip()


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A repository with a changelog, in which tests pass."""
    folder = tmp_path / "clone"
    (folder / "script").mkdir(parents=True)
    shutil.copy(RELEASE, folder / "script/release")
    (folder / "CHANGELOG.md").write_text(CHANGELOG)
    for name, text in (("test", TRIES), ("sbom", LISTS)):
        (folder / "script" / name).write_text(text)
        (folder / "script" / name).chmod(0o755)
    git(folder, "init", "-q", "-b", "main")
    git(folder, "config", "user.name", "ana")
    git(folder, "config", "user.email", "ana@example.org")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "Begin")
    return folder


def release(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run it; the files go beside the clone."""
    command = ["./script/release", *words]
    return subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True)


def test_a_release_is_tried_from_its_archive_and_tagged(clone: Path) -> None:
    ran = release(clone, "0.2.0", "--to", "../out", "sqlite")
    assert ran.returncode == 0, ran.stderr
    assert "tried sqlite in tracker-0.2.0" in ran.stdout
    out = clone.parent / "out"
    with tarfile.open(out / "tracker-0.2.0.tar.gz") as archive:
        inside = archive.extractfile("tracker-0.2.0/CHANGELOG.md")
        assert inside
        assert b"not yet released" not in inside.read()
    assert (out / "tracker-0.2.0.cdx.json").read_text() == '{"version": "0.2.0"}'
    for line in (out / "tracker-0.2.0.SHA256SUMS").read_text().splitlines():
        checksum, name = line.split()
        assert hashlib.sha256((out / name).read_bytes()).hexdigest() == checksum
    assert git(clone, "describe", "--tags") == "v0.2.0"
    assert git(clone, "status", "--porcelain") == ""
    assert "## 0.1.0, May 1, 2026" in (clone / "CHANGELOG.md").read_text()


def test_when_its_tests_fail_nothing_is_tagged_or_written(clone: Path) -> None:
    (clone / "script/test").write_text("#!/bin/sh\nexit 1\n")
    git(clone, "commit", "-q", "-am", "Break")
    before = git(clone, "rev-parse", "HEAD")
    assert release(clone, "0.2.0", "--to", "../out").returncode != 0
    assert git(clone, "rev-parse", "HEAD") == before
    assert git(clone, "tag") == ""
    assert list((clone.parent / "out").iterdir()) == []


@pytest.mark.parametrize(
    ("version", "said"),
    [
        ("", "VERSION"),
        ("v2", "VERSION"),
        ("0.3.0", 'CHANGELOG.md begins with "## 0.2.0, not yet released"'),
    ],
)
def test_a_version_that_is_not_next_is_refused(clone: Path, version: str, said: str) -> None:
    ran = release(clone, version)
    assert ran.returncode == 2
    assert said in ran.stderr


def test_what_is_not_committed_is_not_released(clone: Path) -> None:
    (clone / "CHANGELOG.md").write_text(f"{CHANGELOG}\nA note.\n")
    ran = release(clone, "0.2.0")
    assert ran.returncode == 2
    assert "CHANGELOG.md" in ran.stderr
