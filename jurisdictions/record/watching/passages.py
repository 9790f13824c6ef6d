"""What changed between two texts, passage by passage, old beside new."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORDS = re.compile(r"\s+|[^\s]+")
MOST_PASSAGES = 200
MOST_PAIRS = 200_000
"""Pairs of equal lines, or words, among which is looked for what belongs together."""
LONGEST_MARKED = 4_000
"""Letters of a passage up to which its words are compared: longer ones are marked whole."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words, and whether the other side lacks them."""

    text: str
    other: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """A changed passage: what stood there and what stands there, in pieces; either may be empty.

    `above` is the line before it, the same on both sides, "" at the beginning.
    """

    above: str
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]


def changed_passages(before: Sequence[str], after: Sequence[str]) -> tuple[Passage, ...]:
    """The passages in which two texts differ, in their order; the first MOST_PASSAGES of them."""
    found = list(_passages(before, after))
    return tuple(found[:MOST_PASSAGES])


def _passages(before: Sequence[str], after: Sequence[str]) -> Iterator[Passage]:
    matcher = _matcher(before, after)
    for what, start, end, new_start, new_end in matcher.get_opcodes():
        if what == "equal":
            continue
        old, new = "\n".join(before[start:end]), "\n".join(after[new_start:new_end])
        yield Passage(before[start - 1] if start else "", *_marked(old, new))


def _matcher(before: Sequence[str], after: Sequence[str]) -> SequenceMatcher[str]:
    """Compares two texts. What each says over and over is no landmark: it would take hours."""
    old, new = Counter(before), Counter(after)
    pairs = {one: count * new[one] for one, count in old.items() if one in new}
    landmarks, left = {*new} - pairs.keys(), MOST_PAIRS
    for one, count in sorted(pairs.items(), key=lambda pair: pair[1]):
        left -= count
        if left < 0:
            break
        landmarks.add(one)
    return SequenceMatcher(lambda one: one not in landmarks, before, after, autojunk=False)


def _marked(old: str, new: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    if not old or not new or len(old) + len(new) > LONGEST_MARKED:
        return _whole(old), _whole(new)
    words, new_words = _WORDS.findall(old), _WORDS.findall(new)
    left: list[Piece] = []
    right: list[Piece] = []
    matcher = _matcher(words, new_words)
    for what, start, end, new_start, new_end in matcher.get_opcodes():
        other = what != "equal"
        if start < end:
            left.append(Piece("".join(words[start:end]), other))
        if new_start < new_end:
            right.append(Piece("".join(new_words[new_start:new_end]), other))
    return tuple(left), tuple(right)


def _whole(text: str) -> tuple[Piece, ...]:
    return (Piece(text, True),) if text else ()
