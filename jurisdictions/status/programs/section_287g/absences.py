"""Lists that did not have an agreement which a later one has again, or may have again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from jurisdictions.status.successions import BAR

UNTIL = "/"
Absences = tuple[tuple[date, date | None], ...]
"""Stretches, each from the first list without it to the next one with it.

The end of the last is None while no second list, and no 14 days, confirm that it is gone.
"""


def absences_in(text: str) -> Absences:
    """Read "2025-07-18/2026-03-03|2026-04-01/". Raises ValueError for anything else."""
    found = []
    for part in filter(None, text.split(BAR)):
        first, parted, last = part.partition(UNTIL)
        if not parted:
            raise ValueError(part)
        found.append((date.fromisoformat(first), date.fromisoformat(last) if last else None))
    for at, (first_day, last_day) in enumerate(found):
        after = found[at + 1][0] if at + 1 < len(found) else date.max
        if (last_day is None and after < date.max) or first_day >= (last_day or date.max) > after:
            raise ValueError(text)
    return tuple(found)


def absences_text(absent: Iterable[tuple[date, date | None]]) -> str:
    """Write what `absences_in` reads."""
    return BAR.join(f"{first}{UNTIL}{last or ''}" for first, last in absent)


def absences_known(absent: Absences, known_on: date) -> Absences:
    """What lists up to a day told: no later list, neither one without it nor one with it again."""
    return tuple(
        (first, last if last and last <= known_on else None)
        for first, last in absent
        if first <= known_on
    )


def absent_on(absent: Absences, day: date) -> bool:
    """Whether the lists of a day did not have it, though it had not left them for good."""
    return any(first <= day and (last is None or day < last) for first, last in absent)


def doubted(absent: Absences) -> date | None:
    """The first list without it, where nothing confirms yet that it is gone."""
    return absent[-1][0] if absent and absent[-1][1] is None else None
