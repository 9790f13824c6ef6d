"""What became of a list that nobody uploaded."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TakenIn:
    """A proposal, an upload that waits for answers, why it could not be read; none: nothing new."""

    proposal: int = 0
    upload: int = 0
    said: str = ""
