"""Agreements that came back or stayed listed too long, told from the agencies' record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from jurisdictions.read.agencies.record import agency_record
from jurisdictions.read.rows import AsOf
from jurisdictions.status.flags.days import Disputed
from jurisdictions.status.flags.raised import Raised
from jurisdictions.status.programs.section_287g.flags import came_back, listed_after_end


def raised(as_of: AsOf, disputed: Sequence[Disputed]) -> Iterator[Raised]:
    """The flags that this program alone has."""
    agreements = [row.own for row in agency_record(as_of).agreements]
    yield from came_back(agreements, disputed)
    yield from listed_after_end(agreements)


def agency_of(as_of: AsOf, fact: str) -> tuple[str, str]:
    """The key and the name of the agency of an agreement; empty for what is of none."""
    return _agencies(as_of).get(fact, ("", ""))


@lru_cache(maxsize=4)
def _agencies(as_of: AsOf) -> Mapping[str, tuple[str, str]]:
    rows = agency_record(as_of).agreements
    return {one.name: (one.agency.key, one.agency.title) for one in rows}
