"""On which of ICE's lists an agreement stands: kept as days, read and written here alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from jurisdictions.status.programs.section_287g.absences import Absences, absent_on, doubted

CONFIRMED_AFTER = timedelta(days=14)
"""How long after the first list without it an agreement is gone, though no second list says so."""
CONFIRMED_BY = 2
"""Lists without it that say so together."""


@dataclass(frozen=True, slots=True)
class Listing:
    """The first list with it; once it is gone, the last and the next; and where it was missing.

    `absent` holds stretches, each from the first list without it to the next one with it; of the
    last one the end is None while nothing confirms that it is gone.
    """

    first: date | None = None
    last: date | None = None
    missing: date | None = None
    absent: Absences = ()

    def on(self, day: date) -> bool:
        """Whether the list of a day shows it."""
        return (
            self.first is not None
            and self.first <= day
            and (self.last is None or day <= self.last)
            and (self.missing is None or day < self.missing)
            and not absent_on(self.absent, day)
        )

    @property
    def gone(self) -> bool:
        """Whether it has left the lists, as far as two of them, or time, confirm it."""
        return self.missing is not None or self.last is not None

    @property
    def doubted(self) -> date | None:
        """The first list without it, where nothing confirms yet that it is gone."""
        return doubted(self.absent)


def with_list(
    before: Listing, days: Mapping[date, int], listed_on: date, latest: date, *, shown: bool
) -> Listing:
    """The listing once a list of `listed_on` was read that shows it, or does not.

    `days` are those of the lists in hand, this one among them, with how many each has; `latest` is
    the last day of which anything is known.
    """
    on = {day: before.on(day) for day in sorted(days)} | {listed_on: shown}
    if before.gone and not before.on(listed_on) and not shown:
        return _moved(before, listed_on)
    present = [day for day, there in on.items() if there]
    if not present and before.first is None:
        return before
    first = min(filter(None, (before.first, *present[:1])))
    if first == listed_on and len(present) > 1 and not shown:
        first = present[0]
    last = present[-1] if present else first
    absent = _absences(on, first, last)
    after = [day for day in on if day > last or (day == last and not on[day])]
    if not after:
        return Listing(first, absent=absent)
    lists = sum(days[day] for day in after)
    if lists >= CONFIRMED_BY or latest - after[0] >= CONFIRMED_AFTER:
        return Listing(first, last, after[0], absent)
    return Listing(first, absent=(*absent, (after[0], None)))


def _moved(before: Listing, listed_on: date) -> Listing:
    """A list found late that does not show what is gone: it may have left before this one."""
    between = (
        before.missing is not None
        and before.last is not None
        and before.last < listed_on < before.missing
    )
    if not between:
        return before
    return Listing(before.first, before.last, listed_on, before.absent)


def _absences(on: Mapping[date, bool], first: date, last: date) -> Absences:
    found: list[tuple[date, date | None]] = []
    began: date | None = None
    for day, there in on.items():
        if not first <= day <= last:
            continue
        if there and began:
            found.append((began, day))
        began = None if there else began or day
    return tuple(found)
