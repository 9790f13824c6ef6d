"""How much of anything a fetch may take, and what it comes back with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes of the answer as unpacked, seconds from the asking to its end, redirects followed."""

    most_bytes: int = 10 * MEGABYTE
    seconds: float = 60.0
    redirects: int = 5


USUAL = Limits()


@dataclass(frozen=True, slots=True)
class Known:
    """What an earlier answer called itself: with it a server can say that nothing changed."""

    etag: str = ""
    last_modified: str = ""


NOTHING = Known()


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came. `unchanged`: the server says that it is what was `known`; then no content came.

    `media_type` is in small letters, without parameters; `charset` and `file_name` are "" where the
    server tells none. The file's name is that of Content-Disposition, else the last part of the
    address's path.
    """

    address: str
    final_address: str
    content: bytes
    media_type: str
    charset: str
    file_name: str
    etag: str
    last_modified: str
    fetched_at: datetime
    unchanged: bool = False
