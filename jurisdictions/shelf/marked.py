"""The mark of an answer that follows from published facts and the address alone."""

from __future__ import annotations

MARK = "follows_from_published_facts"


def mark(answer: object) -> None:
    """Say of an answer (an HTTP response) that it may be kept for everybody who asks the same."""
    setattr(answer, MARK, True)


def is_marked(answer: object) -> bool:
    """Whether that was said of it."""
    return bool(getattr(answer, MARK, False))
