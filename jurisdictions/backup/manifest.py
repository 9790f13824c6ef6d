"""What a backup holds, in its own words: a JSON file beside the copies, written last."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import file_digest
from pathlib import Path

from django.utils.translation import gettext as _

NAME = "manifest.json"
FORM = 1
"""Raised when a backup is laid out otherwise."""


class BackupRefused(ValueError):
    """A backup that cannot be made, read or put back; the text says why and what to do."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A file of a backup: bytes, SHA-256 in hex."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """`counts`: rows by table. `editions`: the newest of each program, see publish.fingerprint.

    `migrations`: names of those that had been applied, "jurisdictions.0019_explanations". `files`
    by their path inside the backup, with slashes.
    """

    made_at: datetime
    vendor: str
    migrations: tuple[str, ...]
    counts: Mapping[str, int]
    editions: Mapping[str, str]
    files: Mapping[str, Kept]


def kept_as(path: Path) -> Kept:
    """Size and checksum of a file. Raises OSError."""
    with path.open("rb") as file:
        return Kept(path.stat().st_size, file_digest(file, "sha256").hexdigest())


def manifest_text(manifest: Manifest) -> str:
    """The manifest as it is written."""
    told = {"form": FORM, **asdict(manifest), "made_at": manifest.made_at.isoformat()}
    return json.dumps(told, indent=1, sort_keys=True) + "\n"


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a backup. Raises BackupRefused for what is none, or of another form."""
    try:
        told = json.loads((folder / NAME).read_text(encoding="utf-8"))
    except FileNotFoundError:
        why = _("%(folder)s is no backup, or one that was not finished: %(name)s is missing.")
        raise BackupRefused(why % {"folder": folder, "name": NAME}) from None
    except (OSError, ValueError) as error:
        why = _("%(name)s in %(folder)s cannot be read: %(error)s.")
        raise BackupRefused(why % {"folder": folder, "name": NAME, "error": error}) from error
    if not isinstance(told, dict) or told.get("form") != FORM:
        why = _("%(folder)s was made by another version of the tracker: restore it with that.")
        raise BackupRefused(why % {"folder": folder})
    try:
        return _manifest(told)
    except (KeyError, TypeError, ValueError, AssertionError) as error:
        why = _("%(name)s in %(folder)s is damaged: %(error)s.")
        raise BackupRefused(why % {"folder": folder, "name": NAME, "error": repr(error)}) from error


def _manifest(told: Mapping[str, object]) -> Manifest:
    files, migrations = told["files"], told["migrations"]
    counts, editions = told["counts"], told["editions"]
    assert isinstance(files, dict)  # noqa: S101 - what the next lines would say less clearly
    assert isinstance(counts, dict)  # noqa: S101
    assert isinstance(editions, dict)  # noqa: S101
    assert isinstance(migrations, list)  # noqa: S101
    return Manifest(
        made_at=datetime.fromisoformat(str(told["made_at"])),
        vendor=str(told["vendor"]),
        migrations=tuple(migrations),
        counts={table: int(count) for table, count in counts.items()},
        editions=editions,
        files={path: Kept(int(one["size"]), str(one["sha256"])) for path, one in files.items()},
    )


def damaged(folder: Path, manifest: Manifest) -> list[str]:
    """One sentence for each file that is not there, or not as it was written."""
    told = []
    for path, kept in sorted(manifest.files.items()):
        file = folder / path
        if not file.is_file():
            told.append(_("%(path)s is missing.") % {"path": path})
        elif kept_as(file) != kept:
            told.append(
                _("%(path)s is not as it was written: its checksum differs.") % {"path": path}
            )
    return told
