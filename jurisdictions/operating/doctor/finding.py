"""A finding: what is so, why it matters, what to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Level(IntEnum):
    """How bad it is; also the exit status that the worst finding leads to."""

    NOTE, WARNING, ERROR = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Finding:
    """`key` is stable (`database.away`); the texts are in English, as Django's checks are."""

    level: Level
    key: str
    what: str
    why: str
    do: str

    def told(self) -> dict[str, str]:
        """As JSON has it."""
        said = {"key": self.key, "what": self.what, "why": self.why, "do": self.do}
        return {"level": self.level.name.lower(), **said}


def error(key: str, what: str, why: str, do: str) -> Finding:
    """It does not work, or not safely."""
    return Finding(Level.ERROR, key, what, why, do)


def warning(key: str, what: str, why: str, do: str) -> Finding:
    """It works, and something will go wrong or is lacking."""
    return Finding(Level.WARNING, key, what, why, do)


def note(key: str, what: str, why: str, do: str) -> Finding:
    """Worth knowing; no fault."""
    return Finding(Level.NOTE, key, what, why, do)
