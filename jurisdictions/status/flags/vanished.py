"""Facts that rest on a source at whose address there is nothing any more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jurisdictions.status.dates import PartialDate
from jurisdictions.status.flags.raised import FlagKind, Raised, key_of
from jurisdictions.status.geoids import NATION, smallest_around


@dataclass(frozen=True, slots=True)
class Vanished:
    """A source whose address leads nowhere since a day, and the facts that it supports.

    `facts` are public names, each with the place that it is of, "" for the nation's.
    """

    source: str
    since: PartialDate
    facts: tuple[tuple[str, str], ...]


def vanished(found: Iterable[Vanished]) -> Iterator[Raised]:
    """Sources that vanished while facts rest on them: one flag for each, of all of these facts.

    It is of the smallest place around them. One on which nothing rests raises none.
    """
    for one in found:
        if not one.facts:
            continue
        yield Raised(
            FlagKind.VANISHED,
            key_of(FlagKind.VANISHED, one.source),
            smallest_around({geoid or NATION for _name, geoid in one.facts}),
            tuple(name for name, _geoid in one.facts),
            (one.since,),
            (len(one.facts),),
            word=one.source,
        )
