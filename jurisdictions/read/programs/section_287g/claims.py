"""How one of ICE's lists differs from the record on its day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from jurisdictions.read.agencies.record import agency_record
from jurisdictions.read.rows import AsOf

AWAITED, OVER, ROWS = "not-listed-yet", "listed-after-end", "rows"


def beside(as_of: AsOf, day: date) -> Mapping[str, int]:
    """How many in force no list had yet, how many a list had that had ended, the list's rows.

    Nothing where no list of the day is in hand: then nobody knows what it had.
    """
    record = agency_record(as_of)
    rows = next((one.rows for one in record.lists if one.listed_on == day), None)
    if rows is None:
        return {}
    standing = [(one.in_force(day), one.listed(day)) for one in record.agreements]
    return {
        AWAITED: standing.count((True, False)),
        OVER: standing.count((False, True)),
        ROWS: rows,
    }
