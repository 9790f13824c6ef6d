"""DATA_DIR and what is made ahead in it: written to, room left, nobody else's to read, built."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from jurisdictions.operating.doctor.finding import Finding, error, note, warning
from jurisdictions.record.evidence.missing import evidence_missing
from jurisdictions.shelf.sealed import write_whole

LITTLE, SOME = 500_000_000, 2_000_000_000
"""Bytes left below which little works, and below which it is time to look."""
INODES = 0.05
TRIED = b"doctor" * 1000


def of_folders() -> Iterator[Finding]:
    """Findings of the disk, of who may read what, of what `manage.py build` makes."""
    yield from _of_writing()
    yield from _of_room()
    yield from _of_readers()
    yield from _of_build()


def of_evidence() -> Iterator[Finding]:
    """Files of sources that the record names and the disk lacks; asks the database."""
    lacking, all_of_them = evidence_missing()
    if lacking:
        yield error(
            "evidence.missing",
            f"{lacking} of {all_of_them} files of evidence are not in DATA_DIR/evidence.",
            "Facts rest on files that nobody can open any more.",
            "Restore them from a backup; manage.py check_record names each.",
        )


def _of_writing() -> Iterator[Finding]:
    tried = Path(settings.DATA_DIR) / "health" / "doctor"
    try:
        write_whole(tried, TRIED)
        tried.unlink()
    except OSError as wrong:
        yield error(
            "data_dir.unwritable",
            f"DATA_DIR ({settings.DATA_DIR}) cannot be written: {wrong.strerror}.",
            "Uploads, evidence, kept pages and reports are lost or fail.",
            "Give it to the account that the tracker runs as, or mount it for writing.",
        )
    if os.geteuid() == 0:
        yield note(
            "account.root",
            "This runs as root.",
            "Whatever goes wrong in it may do anything; files that root makes are not the"
            " tracker's to change.",
            "Run manage.py as the account of the services: sudo -u tracker.",
        )


def _of_room() -> Iterator[Finding]:
    counts = os.statvfs(settings.DATA_DIR)
    left = counts.f_bavail * counts.f_frsize
    if left < SOME:
        grade = error if left < LITTLE else warning
        yield grade(
            "data_dir.full",
            f"{left / 1e9:.1f} GB are left on the disk of DATA_DIR.",
            "When it is full nothing can be written: no upload, no edition, no backup.",
            "Make room; what may be deleted is in docs/running.md, “When something is away”.",
        )
    if counts.f_files and counts.f_favail < INODES * counts.f_files:
        yield warning(
            "data_dir.inodes",
            "The disk of DATA_DIR has hardly any file numbers (inodes) left.",
            "No file can be made, although there is room.",
            "Delete small files, or make the file system anew with more of them.",
        )


def _of_readers() -> Iterator[Finding]:
    """The key and the database are for one account; a group may read the rest."""
    folder = Path(settings.DATA_DIR)
    for name in ("secret-key", "tracker.sqlite3"):
        file = folder / name
        # A folder that others may not enter keeps what is in it.
        if not file.exists() or not folder.stat().st_mode & stat.S_IXOTH:
            continue
        if file.stat().st_mode & stat.S_IROTH:
            yield warning(
                f"data_dir.readable.{name}",
                f"Every account of this machine may read {file}.",
                "It holds what sessions and second factors rest on, or names and addresses.",
                f"chmod o-rwx {folder} (nginx reads static files through its group).",
            )


def _of_build() -> Iterator[Finding]:
    storage = settings.STORAGES["staticfiles"]["BACKEND"]
    hashed = storage.endswith(".HashedStorage")
    if hashed and not (Path(settings.STATIC_ROOT) / "staticfiles.json").is_file():
        yield error(
            "static.unbuilt",
            "The static files are not built.",
            "Every page that names a style or a script answers 500.",
            "Run manage.py build.",
        )
    if late := _catalogs_behind():
        yield error(
            "catalogs.behind",
            f"The catalog of {', '.join(late)} is not compiled, or of other code.",
            "Pages in that language show English, or texts of an older version.",
            "Run manage.py build.",
        )


def _catalogs_behind() -> list[str]:
    source, target = Path(settings.CATALOGUE_SOURCES), Path(settings.LOCALE_PATHS[0])
    late = []
    for po in sorted(source.glob("*/LC_MESSAGES/*.po")):
        mo = target / po.relative_to(source).with_suffix(".mo")
        if not mo.exists() or mo.stat().st_mtime_ns != po.stat().st_mtime_ns:
            late.append(po.parent.parent.name)
    return late
