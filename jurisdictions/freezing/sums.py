"""SHA256SUMS of a frozen folder, signed by its operator, and what no longer fits it."""

from __future__ import annotations

from datetime import datetime
from hashlib import file_digest
from pathlib import Path

from django.utils.translation import gettext as _

from jurisdictions.freezing.minisign import Key, KeyRefused, check_signature, signature_of

SUMS = "SHA256SUMS"
SIGNATURE = f"{SUMS}.minisig"
PUBLIC = "minisign.pub"
OUTSIDE = frozenset({SUMS, SIGNATURE})
"""What no sum is of: a list cannot hold its own."""


def write_sums(folder: Path, key: Key | None, edition: str, at: datetime) -> tuple[int, int]:
    """Write the sums of every file, as `sha256sum -c` reads them; how many files, and bytes."""
    for name in (SUMS, SIGNATURE, PUBLIC):
        (folder / name).unlink(missing_ok=True)
    if key:
        (folder / PUBLIC).write_text(key.public_text)
    files = _files(folder)
    text = "".join(f"{_digest(folder / name)}  {name}\n" for name in files)
    (folder / SUMS).write_text(text)
    if key:
        signed = signature_of(
            text.encode(), key, f"{edition}; frozen {at:%Y-%m-%dT%H:%M:%SZ}; file:{SUMS}"
        )
        (folder / SIGNATURE).write_text(signed)
    return len(files), size_of(folder)


def count_of(folder: Path) -> int:
    """How many files have a sum."""
    return len((folder / SUMS).read_text().splitlines())


def size_of(folder: Path) -> int:
    """Its bytes, a file of several names counted once."""
    found = (one.stat() for one in folder.rglob("*") if one.is_file())
    return sum({one.st_ino: one.st_size for one in found}.values())


def faults_of_sums(folder: Path) -> list[str]:
    """What is missing, changed or not listed; and a signature that does not hold."""
    try:
        text = (folder / SUMS).read_text()
    except OSError:
        return [_("There is no %(file)s.") % {"file": SUMS}]
    listed = {line[66:]: line[:64] for line in text.splitlines()}
    there = set(_files(folder))
    faults = [_("Missing: %(file)s") % {"file": name} for name in sorted(listed.keys() - there)]
    faults += [_("Not listed: %(file)s") % {"file": name} for name in sorted(there - listed.keys())]
    faults += [
        _("Damaged: %(file)s") % {"file": name}
        for name in sorted(there & listed.keys())
        if _digest(folder / name) != listed[name]
    ]
    if (folder / PUBLIC).exists() or (folder / SIGNATURE).exists():
        try:
            signature, public = (folder / SIGNATURE).read_text(), (folder / PUBLIC).read_text()
            check_signature(text.encode(), signature, public)
        except (OSError, KeyRefused) as wrong:
            faults.append(str(wrong))
    return faults


def _files(folder: Path) -> list[str]:
    found = (one for one in folder.rglob("*") if one.is_file())
    names = (one.relative_to(folder).as_posix() for one in found)
    return sorted(name for name in names if name not in OUTSIDE)


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return file_digest(opened, "sha256").hexdigest()
