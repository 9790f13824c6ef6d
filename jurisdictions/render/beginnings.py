"""The day on which a standing began, shown as precise as the fact that began it, never more."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from jurisdictions.read.rows import FactRow
from jurisdictions.status.dates import PartialDate


def beginning(day: date | None, reasons: Iterable[FactRow]) -> date | PartialDate | None:
    """The date of the facts that took effect on the day: "July 2010" when no source says more."""
    dates = [fact.on for fact in reasons if fact.on and fact.effective_on == day]
    precise = any(on.day for on in dates)
    return day if precise or not dates else dates[0]
