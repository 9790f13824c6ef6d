"""The one maker of ETags: of bytes, of a file whose hash is known, of a question."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

BYTES = 12
"""As long as is safe from two answers meeting by chance."""


def content_tag(content: bytes) -> str:
    """The tag of these bytes."""
    return _quoted(blake2b(content, digest_size=BYTES).hexdigest())


def kept_tag(sha256: str, *parts: str) -> str:
    """The tag of a kept file by its hash; `parts` tell its forms and members apart."""
    return _quoted("-".join([sha256, *filter(None, parts)]))


def question_tag(parts: Iterable[object]) -> str:
    """The tag of an answer that has not been made yet, from all that it follows from.

    A part whose `repr` does not tell it from every other is a mistake of the caller.
    """
    return content_tag(repr(tuple(parts)).encode())


def _quoted(text: str) -> str:
    safe = "".join(sign if sign.isalnum() or sign in "-._" else "_" for sign in text)
    return f'"{safe}"'
