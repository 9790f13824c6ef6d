"""Places on a day: filtered, sorted, counted by each dimension."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from operator import attrgetter
from typing import Any

from jurisdictions.read.finding import places_listed
from jurisdictions.read.kept_rows import COUNTY, STATE, kept_rows, status_row
from jurisdictions.read.places import name_ranks, places_of
from jurisdictions.read.program_reading import facets_of, reading_of
from jurisdictions.read.rows import AsOf, StatusRow
from jurisdictions.read.spans import spans_on
from jurisdictions.read.sureness.vouched import sure_of

BEST = "best"


@dataclass(frozen=True, slots=True)
class StatusFilter:
    """Which places; an empty tuple or mapping filters nothing.

    `states` are two-letter codes. `words`: for members of the rows the words that they may read.
    `own`: values of the program's own filters, by name (`read/programs/`).
    """

    level: str = COUNTY
    states: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    own: Mapping[str, Any] = field(default_factory=dict, hash=False)
    text: str = ""

    @property
    def among(self) -> dict[str, tuple[str, ...]]:
        """For every member of the rows that is asked for, the words that it may read."""
        asked = {"state": self.states, "kind": self.kinds, **self.words}
        return {name: words for name, words in asked.items() if words}

    def without(self, member: str) -> StatusFilter:
        """The same filter with any word of one member."""
        if member == "state":
            return replace(self, states=())
        if member == "kind":
            return replace(self, kinds=())
        return replace(self, words={n: w for n, w in self.words.items() if n != member})


ORDERS: dict[str, Callable[[StatusRow], tuple[object, ...]]] = {
    "status": lambda row: (list(type(row.status)).index(row.status), row.geoid),
    "geoid": lambda row: (row.geoid,),
}


def status_rows(
    as_of: AsOf, chosen: StatusFilter | None = None, order: str = "geoid"
) -> tuple[StatusRow, ...]:
    """The places that fit, in order ("-since" runs backwards). One query, three the first time.

    `BEST` puts those first that the filter's text rather means; without a text it is by geoid.
    """
    chosen = chosen or StatusFilter()
    found = rows_on(as_of, chosen.level, chosen.states)
    rows = matching(found, chosen.without("state"), as_of)
    key = order.removeprefix("-")
    if key != "geoid" or order.startswith("-"):
        rows = sorted(rows, key=_order(key, as_of, chosen.text), reverse=order.startswith("-"))
    return tuple(rows)


def _order(key: str, as_of: AsOf, text: str) -> Callable[[StatusRow], Any]:
    """What rows are sorted by; names are put in order once for all days."""
    if key == BEST:
        listed = places_listed(as_of, text) if text.strip() else {}
        return lambda row: (listed.get(row.geoid, 0), row.geoid)
    if key in ORDERS:
        return ORDERS[key]
    if key not in ("name", "state"):
        return lambda row: (getattr(row, key) or date.min, row.geoid)
    ranks = name_ranks(as_of)
    if key == "state":
        return lambda row: (row.state, ranks[row.geoid])
    return lambda row: ranks[row.geoid]


def rows_on(as_of: AsOf, level: str = COUNTY, states: Collection[str] = ()) -> list[StatusRow]:
    """Every place of a level on the day, by geoid; of these states only, if there are any."""
    day = as_of.on
    if as_of.known_on is None:
        kept = kept_rows(as_of)[level]
        return [
            rows[bisect_right(starts, day) - 1]
            for state, places_in in kept.items()
            if not states or state in states
            for starts, rows in places_in
        ]
    places, sure = places_of(as_of), sure_of(as_of)
    return [
        status_row(as_of.program.slug, span, place, sure(span))
        for span in spans_on(as_of)
        if (place := places.get(span.geoid))
        and place.is_state is (level == STATE)
        and (not states or place.state in states)
    ]


def matching(rows: Iterable[StatusRow], chosen: StatusFilter, as_of: AsOf) -> list[StatusRow]:
    """The rows that fit every part of the filter.

    A place that does not exist on the day is listed only when its status or a text asks for it.
    """
    program = reading_of(as_of.program.slug)
    tests = [_among(attrgetter(name), words) for name, words in chosen.among.items()]
    tests += program.tests(as_of, chosen.own)
    if program.GONE not in chosen.words.get("status", ()) and not chosen.text.strip():
        tests.append(lambda row: row.status is not program.GONE)
    if chosen.text.strip():
        listed = places_listed(as_of, chosen.text)
        tests.append(lambda row: row.geoid in listed)
    return [row for row in rows if all(test(row) for test in tests)]


def facets(as_of: AsOf, chosen: StatusFilter) -> dict[str, Counter[str]]:
    """For each dimension, how many places each of its words would give, the other filters kept."""
    rows = rows_on(as_of, chosen.level)
    found: dict[str, Counter[str]] = {}
    without = matching(rows, chosen, as_of)
    for name in ("state", "kind", *facets_of(as_of.program.slug)):
        others = without
        if name in chosen.among:
            others = matching(rows, chosen.without(name), as_of)
        found[name] = Counter(getattr(row, name) for row in others)
    return found


def status_of(as_of: AsOf, geoid: str) -> StatusRow | None:
    """One place on the day; None when the record has no such place."""
    place = places_of(as_of).get(geoid)
    span = next(iter(spans_on(as_of, [geoid])), None)
    if place is None or span is None:
        return None
    return status_row(as_of.program.slug, span, place, sure_of(as_of)(span))


def _among(
    word: Callable[[StatusRow], str], wanted: Collection[str]
) -> Callable[[StatusRow], bool]:
    chosen = frozenset(wanted)
    return lambda row: word(row) in chosen
