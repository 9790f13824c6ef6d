"""A flag: what kind it is, of which place, the facts that raise it, and what they say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from jurisdictions.status.dates import PartialDate
from jurisdictions.status.geoids import NATION

_NOT_OF_KEYS = re.compile(r"[^a-z0-9]+")


class FlagKind(StrEnum):
    """The kinds of flag that every program may have, in the order in which they are told."""

    FIGURE_FELL = "figure-fell"
    FIGURE_JUMPED = "figure-jumped"
    TWO_DAYS = "two-days"
    VANISHED = "source-vanished"


@dataclass(frozen=True, slots=True)
class Raised:
    """What does not fit together.

    `key` is lasting and made of the keys of facts. `group` is the key that an explanation names:
    its own, or one that it shares with others of which the same is to be explained. `facts` are
    public names, `days` and `values` what they say, earlier first; `word` is the metric, the column
    or the standing in question.
    """

    kind: StrEnum
    key: str
    geoid: str
    facts: tuple[str, ...]
    days: tuple[PartialDate, ...] = ()
    values: tuple[int, ...] = ()
    word: str = ""
    unit: str = ""
    group: str = ""

    @property
    def explained_as(self) -> str:
        """The key under which its explanation stands."""
        return self.group or self.key

    @property
    def order(self) -> tuple[int, str, str]:
        """By place, the nation first, then by what it is about."""
        return (self.geoid != NATION, self.geoid, self.key)


def key_of(kind: StrEnum, *parts: object) -> str:
    """A key as addresses write it: "figure-fell-04013-noncriminal-removals-2010-04-2010-07"."""
    said = "-".join(str(part) for part in (kind.value, *parts))
    return _NOT_OF_KEYS.sub("-", said.lower()).strip("-")
