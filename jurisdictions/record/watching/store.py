"""What came from watched addresses, under its checksum; the desk alone reads it."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from django.conf import settings

from jurisdictions.models import Look, Watch
from jurisdictions.shelf.sealed import write_whole

COPIES = 60
"""So many copies of one address are kept; of older ones the line remains that they came."""


def copy_of(checksum: str) -> Path:
    """Where the bytes of a checksum lie."""
    return Path(settings.DATA_DIR) / "watched" / checksum


def keep_copy(content: bytes) -> str:
    """Keep bytes; answers their checksum. Raises OSError."""
    checksum = sha256(content).hexdigest()
    path = copy_of(checksum)
    if not path.is_file():
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, content, mode=0o600)
    return checksum


def read_copy(look: Look) -> bytes | None:
    """The bytes that came with a look; None where they are not kept any more."""
    path = copy_of(look.checksum)
    return path.read_bytes() if look.checksum and path.is_file() else None


def drop_old_copies(watch: Watch) -> None:
    """Delete the copies of an address beyond the newest; another look may have the same."""
    old = watch.looks.exclude(checksum="").values_list("checksum", flat=True)[COPIES:]
    new = set(watch.looks.exclude(checksum="").values_list("checksum", flat=True)[:COPIES])
    for checksum in set(old) - new:
        if not Look.objects.filter(checksum=checksum).exclude(watch=watch).exists():
            copy_of(checksum).unlink(missing_ok=True)
