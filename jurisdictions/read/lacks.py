"""What only one program's record can lack: its `lacking` module finds it, region by region."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from jurisdictions.read.program_reading import own_of
from jurisdictions.read.rows import AsOf, PlaceRow

LONG = 90
"""Days after which something without an answer is worth another look."""


@dataclass(frozen=True, slots=True)
class Lack:
    """Where something is missing; the thread that it belongs to, and since how many days.

    `days` is None where nothing waits, and for a day that is not known.
    """

    place: PlaceRow
    thread: str = ""
    days: int | None = None


Lacks = Mapping[str, tuple[Lack, ...]]
"""By the name of what is lacking, in the order in which the desk shows it."""


def own_lacks(as_of: AsOf, regions: Collection[str], today: date, *, days: int = LONG) -> Lacks:
    """What the regions' record lacks that only this program asks for; empty for most programs."""
    own = own_of(as_of.program.slug, "lacking")
    found: Lacks = own.lacks(as_of, regions, today, days=days) if own else {}
    return found
