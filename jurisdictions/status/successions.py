"""What became of a place, and what it was made from: other codes and names, by the Census Bureau.

In a cell an entry is "46102 renamed 2015-05-01 Oglala Lakota County", a bar between entries.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from jurisdictions.status.dates import PartialDate

BAR = "|"
_ENTRY = re.compile(r"(\d{5}) ([a-z-]+) ([\d-]+) (\S.*)", re.ASCII)


class SuccessionKind(StrEnum):
    """How one place followed another."""

    RENAMED = "renamed"
    CODE_CHANGED = "code-changed"
    MERGED = "merged"
    SPLIT = "split"
    PART = "part"


@dataclass(frozen=True, slots=True)
class Succession:
    """The other place: its code and name, how and when the one followed the other.

    `PART`: only a part of the earlier place went into the later one, and not most of either.
    """

    code: str
    kind: SuccessionKind
    on: PartialDate
    name: str

    def __str__(self) -> str:
        return f"{self.code} {self.kind} {self.on} {self.name}"


class NotASuccession(ValueError):
    """An entry that is not "code kind date name"; carries the entry."""


def successions(text: str) -> tuple[Succession, ...]:
    """Read a cell; raise NotASuccession, or NotADate, for the first entry that cannot be read."""
    entries = (" ".join(entry.split()) for entry in text.split(BAR))
    return tuple(_succession(entry) for entry in entries if entry)


def _succession(entry: str) -> Succession:
    found = _ENTRY.fullmatch(entry)
    if found is None or found[2] not in set(SuccessionKind):
        raise NotASuccession(entry)
    return Succession(found[1], SuccessionKind(found[2]), PartialDate.parse(found[3]), found[4])
