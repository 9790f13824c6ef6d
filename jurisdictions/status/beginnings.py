"""How precisely the day is known on which something began: as the facts that made it so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from jurisdictions.status.dates import PartialDate
from jurisdictions.status.rules import Reading
from jurisdictions.status.tracks import Mark

Said = Callable[[Reading], object]


def beginning(day: date, before: Reading, now: Reading, said: Said) -> PartialDate:
    """What is known of `day`, on which `said` of the reading became another.

    Only the dimensions without whose turn it would not have become so are asked; of several, the
    one whose day is known least precisely (status-rules, "The facts": never more).
    """
    names = Reading._fields  # noqa: SLF001 - NamedTuple documents it
    turned: dict[str, Mark[Any]] = {
        name: getattr(now, name)
        for name in names
        if getattr(now, name) is not getattr(before, name)
    }
    if all(_whole(mark) for mark in turned.values()):
        return PartialDate.of(day)
    reads = said(now)
    needed = [
        mark
        for name, mark in turned.items()
        if said(now._replace(**{name: getattr(before, name)})) != reads  # noqa: SLF001 - documented
    ]
    return min((mark.on for mark in needed or turned.values()), key=_precision)


def _whole(mark: Mark[Any]) -> bool:
    return mark.on.day is not None


def _precision(on: PartialDate) -> int:
    return len(str(on))
