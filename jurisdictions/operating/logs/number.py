"""The number of a request or of a job's attempt: on the page of an error and in the log."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: none is taken for another when it is read out on the telephone."""
FIRST, LAST = 4, 2
_current: ContextVar[str] = ContextVar("number", default="")


def new_number() -> str:
    """Six signs, as `7F3K-92`: one of a milliard, by chance, so that it tells nothing."""
    signs = "".join(secrets.choice(SIGNS) for _ in range(FIRST + LAST))
    return f"{signs[:FIRST]}-{signs[FIRST:]}"


def number_now() -> str:
    """The number of what is being done; "" outside."""
    return _current.get()


@contextmanager
def numbered(number: str) -> Iterator[str]:
    """While it lasts, every line of the log in this thread has the number."""
    before = _current.set(number)
    try:
        yield number
    finally:
        _current.reset(before)
