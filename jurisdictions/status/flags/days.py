"""A day that two sources give differently."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jurisdictions.status.dates import NotADate, PartialDate
from jurisdictions.status.flags.raised import FlagKind, Raised, key_of


@dataclass(frozen=True, slots=True)
class Disputed:
    """A column of a fact, what the record holds there and what a source says otherwise."""

    fact: str
    geoid: str
    field: str
    recorded: str
    said: str


def two_days(found: Iterable[Disputed]) -> Iterator[Raised]:
    """Columns of days on which a source excludes what the record holds: one flag for each column.

    Two dates exclude each other when they have no day in common: that a source is only more
    precise, or less, is no dispute.
    """
    said: defaultdict[tuple[str, str, str], list[PartialDate]] = defaultdict(list)
    for one in found:
        days = _day(one.recorded), _day(one.said)
        if days[0] and days[1] and excludes(days[0], days[1]):
            said[one.fact, one.geoid, one.field].extend(days)  # type: ignore[arg-type] # both are
    for (fact, geoid, field), days_ in said.items():
        yield Raised(
            FlagKind.TWO_DAYS,
            key_of(FlagKind.TWO_DAYS, fact, field),
            geoid,
            (fact,),
            tuple(dict.fromkeys(days_)),
            word=field,
        )


def excludes(one: PartialDate, other: PartialDate) -> bool:
    """Whether no day can be meant by both."""
    return one.last_day < other.first_day or other.last_day < one.first_day


def _day(text: str) -> PartialDate | None:
    try:
        return PartialDate.parse(text.strip())
    except NotADate:
        return None
