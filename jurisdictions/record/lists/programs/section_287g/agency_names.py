"""Names as listed -> agencies on record: as written, in other words, with one slip of the pen."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from jurisdictions.gazetteer.folding import fold
from jurisdictions.gazetteer.reader import NameReader
from jurisdictions.gazetteer.words import SLIP_FROM, one_slip_apart

_WORDS = {
    "co": "county",
    "dept": "department",
    "st": "saint",
    "ft": "fort",
    "mt": "mount",
    "twp": "township",
    "univ": "university",
    "doc": "correction",
}
_SHORT = {"pd": ("police",), "so": ("sheriff",), "bocc": ("board", "county", "commissioner")}
_DROPPED = frozenset(
    (
        *("the", "of", "and", "for", "at", "a", "in"),
        *("office", "department", "service", "law", "enforcement"),
    )
)
_BEHIND = re.compile(r"[\s,]*(?:\([A-Z]{2}\)|,\s*[A-Z]{2})\s*$")
"""The letters of a state behind a name."""
_PLAIN = frozenset(
    (
        *("county", "parish", "city", "town", "township", "village", "borough", "municipal"),
        *("sheriff", "police", "constable", "marshal", "correction", "jail", "detention"),
        *("attorney", "prosecutor", "guard", "state", "district", "center", "public", "safety"),
    )
)
"""Words that many agencies share: what is left tells whose it is."""
_OFFICES = (
    *("sheriff", "police", "constable", "marshal", "correction", "jail", "detention"),
    *("attorney", "prosecutor", "guard"),
)
_COMMON = (
    *("county", "sheriff", "police", "constable", "township", "borough", "correction"),
    *("detention", "attorney", "district", "municipal", "department", "office"),
)
"""Words so common that a slip in them is one; no place is called nearly so."""
NEAR, LIKE = 0.8, 0.4
MOST_CANDIDATES = 8
LONG = 4
"""Letters beyond which an "s" at the end only says that there are several."""


@dataclass(frozen=True, slots=True)
class KnownAgency:
    """An agency on record: `names` are all its spellings, the main one first."""

    key: str
    state: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The agency that a name means; "" where somebody has to say, out of the candidates.

    `as_written` where the name is one of its spellings on record; `moved` where the list names
    another state than the one that it lies in.
    """

    key: str = ""
    as_written: bool = False
    moved: bool = False
    candidates: tuple[str, ...] = ()


@lru_cache(maxsize=8192)
def words_of(name: str) -> tuple[str, ...]:
    """The words that tell one agency from another, singular, short forms written out."""
    found: list[str] = []
    for word in fold(_BEHIND.sub("", name)).split():
        found += _SHORT.get(word, (_WORDS.get(word, word),))
    singular = (w[:-1] if len(w) > LONG and w.endswith("s") else w for w in found)
    return tuple(word for word in map(_put_right, singular) if word not in _DROPPED)


def _put_right(word: str) -> str:
    """A word that is a slip of the pen away from one that many agencies share, as that."""
    if len(word) < SLIP_FROM or word in _PLAIN or word in _DROPPED:
        return word
    return next((plain for plain in _COMMON if one_slip_apart(word, plain)), word)


class AgencyBook:
    """All agencies on record, by state and name; `reader` knows which places there are."""

    def __init__(self, agencies: Iterable[KnownAgency], reader: NameReader) -> None:
        self._reader = reader
        self.agencies = {one.key: one for one in agencies}
        self._written: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._told: dict[str, dict[tuple[str, ...], set[str]]] = defaultdict(
            lambda: defaultdict(set)
        )
        self._anywhere: dict[str, set[str]] = defaultdict(set)
        for agency in self.agencies.values():
            for name in agency.names:
                self._written[agency.state][fold(name)].add(agency.key)
                self._told[agency.state][tuple(sorted(words_of(name)))].add(agency.key)
                self._anywhere[fold(name)].add(agency.key)

    def find(self, name: str, state: str) -> Found:
        """The agency of a name in a state; of no state, one that is the only one so called."""
        if exact := self._written.get(state, {}).get(fold(name)):
            return _single(exact, as_written=True)
        if told := self._told.get(state, {}).get(tuple(sorted(words_of(name)))):
            return _single(told)
        anywhere = self._anywhere.get(fold(name), set())
        if not state:
            return _single(anywhere)
        slips = self._slips(name, state)
        if len(slips) == 1 and not self._is_place(name, state):
            return _single(slips)
        if len(anywhere) == 1 and self._only_elsewhere(name, state):
            return Found(next(iter(anywhere)), moved=True)
        return Found(candidates=self._candidates(name, state, anywhere | slips))

    def is_near(self, name: str, agency: str) -> bool:
        """Whether a name is like one of an agency's: it shares what tells it from others."""
        known = self.agencies.get(agency)
        return known is not None and max(_alike(name, own) for own in known.names) >= LIKE

    def _slips(self, name: str, state: str) -> set[str]:
        words = words_of(name)
        return {
            key
            for told, keys in self._told.get(state, {}).items()
            if _one_slip(tuple(sorted(words)), told)
            for key in keys
        }

    def _is_place(self, name: str, state: str) -> bool:
        """Whether there is a place so called: then the name is no slip of the pen."""
        return bool(self._reader.read(name, state).exact)

    def _only_elsewhere(self, name: str, state: str) -> bool:
        """Whether a name is of a county, and of none in the state: the list names a wrong one."""
        if not {"county", "parish"} & set(fold(name).split()) or self._is_place(name, state):
            return False
        return len({match.geoid for match in self._reader.read(name).so_called}) == 1

    def _candidates(self, name: str, state: str, said: Iterable[str]) -> tuple[str, ...]:
        near = sorted(
            (
                (-_alike(name, own), agency.key)
                for agency in self.agencies.values()
                if agency.state == state
                for own in agency.names[:1]
                if _office(own) == _office(name)
            ),
        )
        likest = [key for ratio, key in near[:MOST_CANDIDATES] if -ratio >= NEAR]
        return tuple(dict.fromkeys((*sorted(said), *likest)))[:MOST_CANDIDATES]


def _single(keys: Iterable[str], *, as_written: bool = False) -> Found:
    found = sorted(keys)
    return Found(found[0], as_written) if len(found) == 1 else Found(candidates=tuple(found))


@lru_cache(maxsize=65536)
def _alike(one: str, other: str) -> float:
    """How much of what tells two names apart they share, from 0 to 1."""
    return SequenceMatcher(None, _told_apart(one), _told_apart(other)).ratio()


@lru_cache(maxsize=8192)
def _told_apart(name: str) -> str:
    """The words that only few agencies share; all of them where there are no others."""
    words = words_of(name)
    return " ".join([word for word in words if word not in _PLAIN] or words)


@lru_cache(maxsize=8192)
def _office(name: str) -> str:
    """What kind of body a name speaks of, by its word."""
    words = words_of(name)
    return next((office for office in _OFFICES if office in words), "")


def _one_slip(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names differ in one long word, and in that by a slip of the pen."""
    mine, others = set(one) - set(other), set(other) - set(one)
    if len(one) != len(other) or len(mine) != 1 or len(others) != 1:
        return False
    word, own = mine.pop(), others.pop()
    long = min(len(word), len(own)) >= SLIP_FROM and word.isalpha() and own.isalpha()
    return long and one_slip_apart(word, own)
