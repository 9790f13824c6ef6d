"""A JSON file in the forms that go over the wire."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass

import brotli


@dataclass(frozen=True, slots=True)
class PackedFile:
    """A file as bytes, ready to be sent compressed or not."""

    json: bytes
    gzip: bytes
    brotli: bytes

    @property
    def sha256(self) -> str:
        """The SHA-256 of the JSON."""
        return hashlib.sha256(self.json).hexdigest()


def packed(plain: bytes, quality: int = 11) -> PackedFile:
    """A file of these bytes; brotli's `quality` costs time steeply from 10 on."""
    return PackedFile(
        plain, gzip.compress(plain, 9, mtime=0), brotli.compress(plain, quality=quality)
    )
