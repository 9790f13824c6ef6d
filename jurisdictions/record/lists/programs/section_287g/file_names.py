"""What the name of a list's file says: which list, of which day, and its turn within the day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from jurisdictions.status.programs.section_287g.vocabulary import ListDateBasis, ListKind

FIRST_YEAR = 2005
"""The first lists of agreements that are known are of 2007."""
AT_MOST_AFTER = timedelta(days=31)
"""How long after its latest signing a list may have been made, where its name's day is doubted."""
_CAPTURED = re.compile(r"(?<!\d)((?:19|20)\d{6})(\d{6})(?!\d)")
_AMERICAN = re.compile(r"(?<!\d)(\d{8,9})(?!\d)")
_PARTED = re.compile(r"(?<!\d)(\d{1,2})[-_. ](\d{1,2})[-_. ](\d{4})(?!\d)")
_ISO = re.compile(r"(?<!\d)(\d{4})[-_. ](\d{1,2})[-_. ](\d{1,2})(?!\d)")
_TURN = re.compile(r"\d(am|mid|noon|pm)[-_ ]?([a-z0-9]*)", re.I)
_TURNS = {"am": 1, "mid": 2, "noon": 2, "pm": 3}


@dataclass(frozen=True, slots=True)
class FileName:
    """`kind` and `day` are None where the name does not say; `digits` is the day as it is written.

    `turn` sorts the lists of one day: morning, noon, afternoon, and captures by their hour.
    """

    kind: ListKind | None
    day: date | None
    basis: ListDateBasis
    turn: tuple[int, str]
    digits: str = ""


def read_name(name: str) -> FileName:
    """Read the name of a file, which may stand at the end of a path."""
    kinds = [kind for kind in ListKind if kind.value in name.casefold()]
    kinds += [ListKind.PARTICIPATING] if "participant" in name.casefold() else []
    kind = kinds[0] if len(kinds) == 1 else None
    if captured := _CAPTURED.search(name):
        day = _day(captured[1][:4], captured[1][4:6], captured[1][6:])
        # The hour of a capture is told in the same terms as a morning or an afternoon.
        hour = int(captured[2][:2])
        turn = 1 if hour < 12 else 2 if hour < 17 else 3
        return FileName(kind, day, ListDateBasis.ARCHIVE_CAPTURE, (turn, captured[2]), captured[1])
    day, digits = _named_day(name)
    return FileName(kind, day, ListDateBasis.FILE_NAME, _turn(name), digits)


def _named_day(name: str) -> tuple[date | None, str]:
    if iso := _ISO.search(name):
        return _day(*iso.groups()), ""
    if parted := _PARTED.search(name):
        month, day, year = parted.groups()
        return _day(year, month, day), f"{int(month):02}{int(day):02}{year}"
    if run := _AMERICAN.search(name):
        digits = run[1]
        found = _american(digits) or _iso(digits) if len(digits) == 8 else None
        return found, digits
    return None, ""


def _turn(name: str) -> tuple[int, str]:
    found = _TURN.search(name)
    return (_TURNS[found[1].casefold()], found[2].casefold()) if found else (2, "")


def _american(digits: str) -> date | None:
    return _day(digits[4:], digits[:2], digits[2:4])


def _iso(digits: str) -> date | None:
    return _day(digits[:4], digits[4:6], digits[6:])


def _day(year: str, month: str, day: str) -> date | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if found.year >= FIRST_YEAR else None


def meant_day(name: FileName, latest: date | None, today: date) -> date | None:
    """The day that a name means where its day cannot be: one digit of it is wrong.

    `latest` is the latest signing on the list, which the list cannot be older than. None where no
    day fits, or several.
    """
    if latest is None:
        return None
    until = min(today, latest + AT_MOST_AFTER)
    found = {day for day in _one_slip_from(name.digits) if latest <= day <= until}
    return found.pop() if len(found) == 1 else None


def _one_slip_from(digits: str) -> Iterator[date]:
    """Days whose eight digits are these but for one that is wrong, or too many."""
    if len(digits) == 8:
        texts = [f"{digits[:at]}{d}{digits[at + 1 :]}" for at in range(8) for d in "0123456789"]
    else:
        texts = [digits[:at] + digits[at + 1 :] for at in range(len(digits))]
    yield from filter(None, map(_american, texts))
