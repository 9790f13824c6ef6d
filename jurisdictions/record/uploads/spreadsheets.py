"""What a spreadsheet makes of a text when a file is opened and saved in it."""

from __future__ import annotations

import re
from datetime import date

from jurisdictions.record.written_dates import MONTHS

_TWO = re.compile(r"(\d{1,2})([-/.])(\d{1,2})")
_SCIENTIFIC_FROM = 12
"""Numbers of so many digits and more are shown by their power of ten."""


def made_of(recorded: str) -> frozenset[str]:
    """The texts that a spreadsheet may put in the place of a recorded one, besides itself.

    Pages 3-4 become the fourth of March, codes lose their zeros, true becomes TRUE.
    """
    found: set[str] = set()
    if recorded.casefold() in {"true", "false"}:
        found.add(recorded.upper())
    if recorded.isascii() and recorded.isdigit():
        found |= _numbers(recorded)
    if two := _TWO.fullmatch(recorded):
        found |= _days(int(two[1]), int(two[3]))
    return frozenset(found - {recorded})


def _numbers(digits: str) -> set[str]:
    plain = digits.lstrip("0") or "0"
    found = {plain, f"{plain}.0", f"{int(plain):,}"}
    if len(plain) >= _SCIENTIFIC_FROM:
        found.add(f"{float(plain):.5E}".replace("E+0", "E+"))
        found.add(f"{float(plain):.2E}")
    return found


def _days(first: int, second: int) -> set[str]:
    """How two numbers are shown once they were taken for a month and a day, or a year."""
    found: set[str] = set()
    for month, day in ((first, second), (second, first)):
        if not 1 <= month <= len(MONTHS):
            continue
        short = MONTHS[month - 1][0][:3].title()
        try:
            date(2000, month, day)
        except ValueError:
            found.add(f"{short}-{day:02}")
            continue
        found |= {f"{day}-{short}", f"{day:02}-{short}", f"{short}-{day:02}"}
    return found
