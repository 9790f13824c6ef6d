"""What a backup holds, in its own words: a JSON file beside the copies, written last."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import file_digest
from pathlib import Path, PurePosixPath
from typing import Any

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
    except (OSError, ValueError, RecursionError) as error:
        why = _("%(name)s in %(folder)s cannot be read: %(error)s.")
        raise BackupRefused(why % {"folder": folder, "name": NAME, "error": error}) from error
    if not isinstance(told, dict) or told.get("form") != FORM:
        why = _("%(folder)s was made by another version of the tracker: restore it with that.")
        raise BackupRefused(why % {"folder": folder})
    try:
        return _manifest(told)
    except (KeyError, TypeError, ValueError, ArithmeticError, AttributeError) as error:
        why = _("%(name)s in %(folder)s is damaged: %(error)s.")
        raise BackupRefused(why % {"folder": folder, "name": NAME, "error": repr(error)}) from error


def _manifest(told: Mapping[str, object]) -> Manifest:
    made_at = datetime.fromisoformat(_text(told["made_at"]))
    if made_at.tzinfo is None:
        raise ValueError(told["made_at"])
    return Manifest(
        made_at=made_at,
        vendor=_text(told["vendor"]),
        migrations=tuple(map(_text, _of_sort(list, told["migrations"]))),
        counts={table: _count(one) for table, one in _of_sort(dict, told["counts"]).items()},
        editions={name: _words(one) for name, one in _of_sort(dict, told["editions"]).items()},
        files={
            path: Kept(_count(one["size"]), _text(one["sha256"]))
            for path, one in _of_sort(dict, told["files"]).items()
        },
    )


def _of_sort(sort: type, value: object) -> Any:
    if not isinstance(value, sort) or isinstance(value, bool):
        raise TypeError(value)
    return value


def _text(value: object) -> str:
    return str(_of_sort(str, value))


def _words(value: object) -> str:
    """A text that says something: the first word of it is shown."""
    if not _text(value).split():
        raise ValueError(value)
    return _text(value)


def _count(value: object) -> int:
    if _of_sort(int, value) < 0:
        raise ValueError(value)
    return int(str(value))


def is_inside(path: str) -> bool:
    """Whether a path of a manifest names a file inside the folder, and in one way only."""
    parts = PurePosixPath(path).parts
    return (
        bool(parts)
        and not path.startswith("/")
        and ".." not in parts
        and "/".join(parts) == path
        and "\0" not in path
    )


def damaged(folder: Path, manifest: Manifest) -> list[str]:
    """One sentence for each file that is not there, not as it was written, or led elsewhere.

    Whoever may write into a folder of backups is not to write or read outside of it by them.
    """
    told = []
    for path, kept in sorted(manifest.files.items()):
        file = folder / path
        if not is_inside(path) or not _is_here(folder, file):
            told.append(_("%(path)s leads out of the backup.") % {"path": ascii(path)})
        elif not _is_there(file):
            told.append(_("%(path)s is missing.") % {"path": path})
        elif kept_as(file) != kept:
            told.append(
                _("%(path)s is not as it was written: its checksum differs.") % {"path": path}
            )
    return told


def _is_here(folder: Path, file: Path) -> bool:
    """Whether no link on the way to a file leads elsewhere."""
    try:
        return file.resolve() == folder.resolve() / file.relative_to(folder)
    except (OSError, RuntimeError):
        return False


def _is_there(file: Path) -> bool:
    try:
        return file.is_file()
    except OSError:  # a name that is too long for any file
        return False
