"""How written names are compared: letters alone, short forms written out, one slip allowed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from jurisdictions.gazetteer.folding import fold

SHORT = {
    "st": "saint",
    "ste": "sainte",
    "mt": "mount",
    "ft": "fort",
    "pt": "point",
    "pto": "puerto",
    "sta": "santa",
    "sto": "santo",
}
DROPPED = frozenset(("and", "y"))
"""Words that stand for "&"; a name is the same without them."""
SLIP_FROM = 5
"""Letters that a name has at least for one of them to be a slip of the pen."""
PARTED = r"[,;:()\[\]|/\n\t\u2013\u2014]|[ \u00a0]-[ \u00a0]"
_PARTED = re.compile(PARTED)


def parts_of(text: str) -> list[tuple[str, ...]]:
    """The parts of a text between commas, brackets and dashes, each as folded words."""
    parts = (tuple(fold(part).split()) for part in _PARTED.split(text))
    return [part for part in parts if part]


def key_of(words: Iterable[str]) -> str:
    """What a name is looked up by: "St. John the Baptist" -> "saintjohnthebaptist"."""
    said = list(words)
    kept = (w for at, w in enumerate(said) if w not in DROPPED or at in (0, len(said) - 1))
    return "".join(SHORT.get(word, word) for word in kept)


def keys_of(words: Sequence[str]) -> set[str]:
    """The keys that a name is kept under: without its "and", and with it, run together."""
    return {key_of(words), "".join(SHORT.get(word, word) for word in words)}


def key_of_text(text: str) -> str:
    """The key of a text that is a name as a whole."""
    return key_of(fold(text).split())


def short_words_meant(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The words with one that is a slip away from a short form put right: "Sqt. Francis"."""
    for at, word in enumerate(words[:-1]):
        for short in SHORT:
            if word != short and len(word) <= len(short) + 1 and one_slip_apart(word, short):
                yield (*words[:at], short, *words[at + 1 :])


def letters(text: str) -> str:
    """A text without blanks, dots and accents: "N. Mex." -> "nmex"."""
    return fold(text).replace(" ", "")


def one_slip_apart(one: str, other: str) -> bool:
    """Whether one letter more, less or other, or two changed about, makes the names equal."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return one == other
    first = _shared(one, other)
    last = _shared(one[first:][::-1], other[first:][::-1])
    left, right = one[first : len(one) - last], other[first : len(other) - last]
    return max(len(left), len(right)) == 1 or (
        len(left) == len("xy") and left == right[::-1] and len(right) == len(left)
    )


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many letters two texts begin with alike."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            return count
        count += 1
    return count
