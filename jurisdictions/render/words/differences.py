"""What changed in a text, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_WORD = re.compile(r"\S+\s*|\s+")
FAR = 0.35
"""Below this likeness two texts are shown whole: marks on most words help nobody."""


class Fate(StrEnum):
    """What became of some words."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Part:
    """Words that stand together, and what became of them."""

    fate: Fate
    text: str


def word_marks(before: str, after: str) -> tuple[Part, ...]:
    """The two texts as one: same and gone words make up `before`, same and new ones `after`."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if not old or not new or matcher.ratio() < FAR:
        whole = (Part(Fate.GONE, before), Part(Fate.NEW, after))
        return tuple(part for part in whole if part.text)
    return tuple(_parts(matcher, old, new))


def _parts(matcher: SequenceMatcher[str], old: list[str], new: list[str]) -> Iterator[Part]:
    for how, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if how == "equal":
            yield Part(Fate.SAME, "".join(old[old_from:old_to]))
            continue
        if old_to > old_from:
            yield Part(Fate.GONE, "".join(old[old_from:old_to]))
        if new_to > new_from:
            yield Part(Fate.NEW, "".join(new[new_from:new_to]))
