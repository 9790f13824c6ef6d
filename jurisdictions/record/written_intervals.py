"""Days between two dates as people write them: "between May 14 and 18, 2026" -> the two texts."""

from __future__ import annotations

import re

LONGEST = 140
_BETWEEN = re.compile(
    r"(?:some (?:day|time) |algun dia )?(?:between|entre)\s+(.+?)\s+(?:and|y|e)\s+(.+)"
)
_EDTF = re.compile(r"(\d{4}(?:-\d\d){0,2})/(\d{4}(?:-\d\d){0,2})", re.ASCII)
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_DAY_ALONE = re.compile(r"(?:el |the )?\d{1,2}(?:st|nd|rd|th)?")
_WORD = re.compile(r"[a-z]{3,}")


def two_dates(plain: str, months: frozenset[str]) -> tuple[str, str] | None:
    """The two dates between which a text says that something was; None for any other text.

    `plain` is the text in lower case without accents; `months` are names of months. What the one
    date leaves to the other, its year or its month, is put beside it: "the 14th and the 18th of
    May 2026", "May 14 and 18, 2026".
    """
    if found := _EDTF.fullmatch(plain):
        return found[1], found[2]
    found = _BETWEEN.fullmatch(plain)
    if found is None:
        return None
    first, last = found[1].strip(" ,"), found[2].strip(" ,")
    year = _YEAR.search(last)
    if year is None:
        return first, last
    named = [_month(part, months) for part in (first, last)]
    if _DAY_ALONE.fullmatch(first) and named[1]:
        first = f"{first} {named[1]}"
    elif named[0] and not named[1] and _DAY_ALONE.fullmatch(_YEAR.sub("", last).strip(" ,")):
        last = f"{named[0]} {last}"
    if not _YEAR.search(first):
        first = f"{first} {year[0]}"
    return first, last


def _month(text: str, months: frozenset[str]) -> str:
    return next((word for word in _WORD.findall(text) if word in months), "")
