"""How precisely the day is known on which something began: as the facts that made it so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from jurisdictions.status.dates import PartialDate
from jurisdictions.status.tracks import Mark

AnyReading = TypeVar("AnyReading", bound=tuple[Any, ...])


def beginning(
    day: date, before: AnyReading, now: AnyReading, said: Callable[[AnyReading], object]
) -> PartialDate:
    """What is known of `day`, on which `said` of the reading became another.

    A reading is a NamedTuple of marks. Only the dimensions without whose turn it would not have
    become so are asked; of several, the one whose day is known least precisely (status-rules, "The
    facts": never more).
    """
    reading: Any = now
    turned: dict[str, Mark[Any]] = {
        name: mark
        for name, mark, other in zip(reading._fields, now, before, strict=True)  # noqa: SLF001 - NamedTuple documents it
        if mark is not other
    }
    if all(mark.on.is_day for mark in turned.values()):
        return PartialDate.of(day)
    reads = said(now)
    needed = [
        mark
        for name, mark in turned.items()
        if said(reading._replace(**{name: getattr(before, name)})) != reads  # noqa: SLF001 - documented
    ]
    return max((mark.on for mark in needed or turned.values()), key=lambda on: on.days)
