"""A written text -> what it may ask for: the words of a name, and the states it may lie in.

The state is taken off first, so that a word that is its name never counts as the place's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jurisdictions.gazetteer.kinds_written import Words, is_kind_alone
from jurisdictions.gazetteer.state_names import (
    MOST_WORDS,
    is_nation_named,
    state_named,
    state_nearly_named,
    states_begun,
)
from jurisdictions.gazetteer.words import parts_of


@dataclass(frozen=True, slots=True)
class Wanted:
    """Names to look for, all of one place ("Kings (Brooklyn)"), in these states; None: in any.

    `last`: looked for only when nothing else fits exactly.
    """

    parts: tuple[Words, ...]
    states: frozenset[str] | None = None
    last: bool = False

    @property
    def words(self) -> Words:
        """The words of all parts."""
        return tuple(word for part in self.parts for word in part)


def wanted_in(text: str, state: str = "") -> list[Wanted]:
    """All that a text may ask for, the likeliest first; within a state if one is given."""
    parts = _without_nation(parts_of(text))
    found = list(_wanted(parts))
    if not state:
        return found
    own = frozenset((state,))
    kept = [one for one in found if one.states is None or state in one.states]
    return [Wanted(one.parts, own, one.last) for one in kept]


def _wanted(parts: list[Words]) -> Iterator[Wanted]:
    if not parts:
        return
    if len(parts) > 1:
        *rest, last = parts
        if code := state_named(last):
            yield Wanted(tuple(rest), frozenset((code,)))
            return
        if code := state_named(parts[0]):
            yield Wanted(tuple(parts[1:]), frozenset((code,)))
            return
        near = state_nearly_named(last)
        begun = frozenset((near,)) if near else states_begun(last)
        if begun:
            yield Wanted(tuple(rest), begun)
            yield Wanted(tuple(parts), last=True)
            return
    yield from _without_commas(parts)


def _without_commas(parts: list[Words]) -> Iterator[Wanted]:
    """The state may be the last words of the text, or the first."""
    *before, last = parts
    code, head = _state_behind(last)
    if code:
        yield Wanted((*before, head), frozenset((code,)))
    yield Wanted(tuple(parts))
    first = parts[0]
    for count in range(min(MOST_WORDS, len(first) - 1), 0, -1):
        code = state_named(first[:count])
        if code and not is_kind_alone(first[count:]):
            yield Wanted((first[count:], *parts[1:]), frozenset((code,)), last=True)
            break
    if len(last) > 1 and not _state_behind(last)[0]:
        near = state_nearly_named(last[-1:])
        begun = frozenset((near,)) if near else states_begun(last[-1:])
        if begun:
            yield Wanted((*before, last[:-1]), begun, last=True)


def _state_behind(words: Words) -> tuple[str, Words]:
    """The state that the last words name, and the words before it."""
    for count in range(min(MOST_WORDS, len(words) - 1), 0, -1):
        if code := state_named(words[-count:]):
            return code, words[:-count]
    return "", words


def _without_nation(parts: list[Words]) -> list[Words]:
    """The parts without the name of the United States at the end, unless nothing else is said."""
    while len(parts) > 1 and is_nation_named(parts[-1]):
        parts = parts[:-1]
    for count in (4, 3, 2, 1):
        if parts and len(parts[-1]) > count and is_nation_named(parts[-1][-count:]):
            return [*parts[:-1], parts[-1][:-count]]
    return parts
