"""The one store of evidence: files under their checksums in DATA_DIR, never made again."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from django.conf import settings

from jurisdictions.shelf.sealed import write_whole

OURS_ALONE = 0o640
"""Files for reviewers lie here too: a web server that shares the folder is not to read them."""


def checksum_of(content: bytes) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal digits."""
    return sha256(content).hexdigest()


def kept(checksum: str) -> Path:
    """Where the file of a checksum is kept."""
    return Path(settings.DATA_DIR) / "evidence" / checksum[:2] / checksum


def keep(content: bytes) -> str:
    """Keep a file for good, and answer its checksum; raises OSError."""
    checksum = checksum_of(content)
    path = kept(checksum)
    if not path.is_file():
        write_whole(path, content, mode=OURS_ALONE)
    return checksum


def forget(checksum: str) -> None:
    """Delete the bytes of a checksum; those that are not there are gone already."""
    kept(checksum).unlink(missing_ok=True)
