"""A door: an address, what is behind it, who gets in to look and who to act."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse

from jurisdictions.read.program_addresses import in_program
from tests.record.wishing import PROGRAM
from tests.web.doors.cast import AT_THE_DESK, EVERYBODY, OUTSIDE, SIGNED_IN
from tests.web.doors.probe import NO, NOTHING, OPEN, READ_ONLY, SECOND_FACTOR, SIGN_IN
from tests.web.doors.world import World

Parts = Callable[[World, str], Mapping[str, Any]]
NOBODY: frozenset[str] = frozenset()


def fixed(**parts: Any) -> Parts:
    """Parts of an address that are the same whoever asks."""
    return lambda world, who: parts


def no_parts(world: World, who: str) -> Mapping[str, Any]:
    """An address without parts."""
    return {}


@dataclass(frozen=True)
class Door:
    """One address. Who is not in `see` (by GET) or `do` (by POST of `data`) gets what is below.

    `do` None: the door does nothing by POST; it refuses POST or answers it like GET. `others`: what
    somebody gets who is signed in and not let in, but for those `forbidden`; `strangers`: what
    somebody gets who is not signed in. `program`: whose page it is, of those that only one has.
    """

    name: str
    what: str
    see: frozenset[str]
    do: frozenset[str] | None = None
    parts: Parts = no_parts
    data: Mapping[str, Any] = field(default_factory=dict)
    query: str = ""
    others: str = NO
    strangers: str = SIGN_IN
    at_the_desk: bool = True
    only_post: bool = False
    forbidden: frozenset[str] = NOBODY
    program: str = PROGRAM

    def address(self, world: World, who: str) -> str:
        """Where somebody knocks."""
        with in_program(self.program):
            return reverse(self.name, kwargs=dict(self.parts(world, who))) + self.query

    def expected(self, who: str, method: str) -> frozenset[str]:
        """What may come of knocking; more than one word only where POST does nothing."""
        if method == "GET" and self.only_post:
            return frozenset({READ_ONLY})
        if method == "POST" and self.do is None:
            return frozenset({self._outcome(who, self.see), READ_ONLY})
        return frozenset({self._outcome(who, self.see if method == "GET" else self.do or NOBODY)})

    def _outcome(self, who: str, let_in: frozenset[str]) -> str:
        if who in let_in:
            return OPEN
        if who in OUTSIDE:
            return self.strangers
        if who == "bare" and self.at_the_desk:
            return SECOND_FACTOR
        return NO if who in self.forbidden else self.others


def own(name: str, what: str, do: bool = False, **other: Any) -> Door:
    """A door of everybody who is signed in, to what is their own."""
    return Door(name, what, SIGNED_IN, SIGNED_IN if do else None, **{"at_the_desk": False, **other})


def public(name: str, what: str, do: bool = False, **other: Any) -> Door:
    """A door that stands open to all."""
    return Door(name, what, EVERYBODY, EVERYBODY if do else None, **{"at_the_desk": False, **other})


def closed(name: str, what: str, *, post: bool = True, **other: Any) -> Door:
    """A door with nothing behind it for anybody here: none has what it leads to."""
    do = NOBODY if post else None
    return Door(name, what, NOBODY, do, others=NOTHING, at_the_desk=False, **other)


__all__ = ["AT_THE_DESK", "NOBODY", "Door", "closed", "fixed", "no_parts", "own", "public"]
