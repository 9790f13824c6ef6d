"""The dates of a file, read column by column: the order of day and month is one for a column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from jurisdictions.record import cells
from jurisdictions.record.kinds import KINDS
from jurisdictions.record.uncertain_dates import EXCEL_BEGINS, serial_day
from jurisdictions.record.uploads.columns import EXPORT
from jurisdictions.record.written_dates import (
    DAY_FIRST,
    MONTH_FIRST,
    NotUnderstood,
    Numbers,
    Order,
    Written,
    numbers_of,
    read_in_order,
)
from jurisdictions.status.dates import NotADate, PartialDate

EXPORTED = ("on", "disclosed_on", "ended_on", "period_start")
"""The columns of an export that hold days."""
IN_EXPORT = {"activated_on": "on", "as_of": "on", "deactivated_on": "ended_on"}
"""What an export calls the columns of days that a kind's own file calls otherwise."""
FEWEST_SERIALS = 2
ROWS_NAMED = 3
CENTURY, TIME, SERIAL, COMPACT = "century", "time", "serial", "compact"
Rows = Sequence[tuple[int, Mapping[str, str]]]
Decided = Mapping[str, Order]
SAID = {
    SERIAL: ngettext_lazy(
        "%(count)d number, as spreadsheets keep days, was read as its day",
        "%(count)d numbers, as spreadsheets keep days, were read as their days",
        "count",
    ),
    CENTURY: ngettext_lazy(
        "the year of %(count)d date had two digits and was read as one since 1990",
        "the years of %(count)d dates had two digits and were read as years since 1990",
        "count",
    ),
    TIME: ngettext_lazy(
        "the time of day of %(count)d date was left out",
        "the times of day of %(count)d dates were left out",
        "count",
    ),
    COMPACT: ngettext_lazy(
        "%(count)d date in digits alone, such as 20110805, was read with the year first",
        "%(count)d dates in digits alone, such as 20110805, were read with the year first",
        "count",
    ),
}


@dataclass(frozen=True, slots=True)
class OrderAsked:
    """A column whose dates may be read in two ways: some of them, both ways, and how many rows."""

    column: str
    samples: tuple[tuple[str, str, str], ...]
    rows: int
    first: int


@dataclass
class DayColumn:
    """How the dates of one column are read; `proof` is the one that decides their order."""

    order: Order = ""
    clash: str = ""
    serials: bool = False
    proof: str = ""
    open_rows: list[tuple[int, str]] = field(default_factory=list)

    @property
    def is_asked(self) -> bool:
        """Whether somebody has to say the order."""
        return bool(self.open_rows) and not self.order and not self.clash


@dataclass
class Days:
    """The columns of a table that hold dates, and what was put right in them."""

    columns: dict[str, DayColumn]
    last_year: int
    begins: int = EXCEL_BEGINS
    count: Counter[str] = field(default_factory=Counter)

    def read(self, name: str, cell: str) -> str:
        """The date of a cell as the record writes it; raises NotUnderstood."""
        column = self.columns.get(name) or self.columns.get(IN_EXPORT.get(name, ""), DayColumn())
        if column.serials and (day := serial_day(cell, self.begins)):
            self.count[SERIAL] += 1
            return day.isoformat()
        try:
            return str(PartialDate.parse(cell))
        except NotADate:
            pass
        found = read_in_order(cell, column.order, self.last_year)
        if numbers := numbers_of(cell, self.last_year):
            _refuse(numbers, column)
        self._counted(cell, found)
        return str(found.date)

    def asked(self) -> list[OrderAsked]:
        """The columns whose order somebody has to say."""
        return [
            _asked(name, one, self.last_year) for name, one in self.columns.items() if one.is_asked
        ]

    def said(self) -> list[str]:
        """How the dates were read, in words."""
        orders = [_order_said(one) for one in self.columns.values() if one.order and one.open_rows]
        counts = [
            str(told % {"count": n}) for name, told in SAID.items() if (n := self.count[name])
        ]
        return [*orders, *counts]

    def _counted(self, cell: str, found: Written) -> None:
        self.count[CENTURY] += found.century
        self.count[TIME] += found.time
        self.count[COMPACT] += cell.isascii() and cell.isdigit() and len(cell) > len("2010")


def _refuse(numbers: Numbers, column: DayColumn) -> None:
    """Raise NotUnderstood for a date in a column of both orders, or of an order nobody said."""
    if column.clash:
        raise NotUnderstood(column.clash)
    if numbers.is_open and not column.order:
        raise NotUnderstood(
            _("may be read in two ways: say whether the month or the day comes first")
        )


def days_of(
    mode: str, rows: Rows, answers: Decided, last_year: int, begins: int = EXCEL_BEGINS
) -> Days:
    """Look at every column of days, and decide the order of each; `answers` are the author's."""
    found = {
        name: _column([(row, cells.get(name, "")) for row, cells in rows], last_year)
        for name in day_columns(mode)
        if any(name in cells for _row, cells in rows)
    }
    # A file whose days are kept as numbers in one column keeps them so in the others.
    kept_as_numbers = any(column.serials for column in found.values())
    for name, column in found.items():
        column.serials = kept_as_numbers
        if column.is_asked and answers.get(name) in (MONTH_FIRST, DAY_FIRST):
            column.order = answers[name]
    return Days(found, last_year, begins)


def day_columns(mode: str) -> tuple[str, ...]:
    """The columns of a file that hold days."""
    if mode == EXPORT:
        return EXPORTED
    columns = KINDS[mode].columns if mode in KINDS else ()
    return tuple(column.name for column in columns if column.read is cells.day)


def _column(written: Iterable[tuple[int, str]], last_year: int) -> DayColumn:
    filled = [(row, cell) for row, cell in written if cell]
    column = DayColumn(serials=_are_serials([cell for _row, cell in filled]))
    proofs: dict[str, list[tuple[int, str]]] = {MONTH_FIRST: [], DAY_FIRST: []}
    for row, cell in filled:
        numbers = numbers_of(cell, last_year)
        if numbers and numbers.is_open:
            column.open_rows.append((row, cell))
        elif numbers and numbers.decides:
            proofs[numbers.decides].append((row, cell))
    if all(proofs.values()):
        column.clash = _clash(proofs[MONTH_FIRST], proofs[DAY_FIRST])
    elif any(proofs.values()):
        column.order = MONTH_FIRST if proofs[MONTH_FIRST] else DAY_FIRST
        column.proof = proofs[column.order][0][1]
    return column


def _are_serials(written: Sequence[str]) -> bool:
    """Whether a column holds numbers as spreadsheets keep days; beside months and years of text."""
    others = [cell for cell in written if serial_day(cell) is None]
    serials = len(written) - len(others)
    whole = 2 * serials >= len(written) or all(map(_is_plain, others))
    return serials >= FEWEST_SERIALS and whole


def _is_plain(cell: str) -> bool:
    """Whether a cell is a date as the record writes it."""
    try:
        PartialDate.parse(cell)
    except NotADate:
        return False
    return True


def _clash(months: Sequence[tuple[int, str]], days: Sequence[tuple[int, str]]) -> str:
    said = _(
        "This column holds both orders: the month stands first in row %(months)s, the day in row "
        "%(days)s. Write the dates in one order, or as 2011-08-16."
    )
    return said % {"months": _rows_named(months), "days": _rows_named(days)}


def _rows_named(rows: Sequence[tuple[int, str]]) -> str:
    named = [f"{row} ({cell})" for row, cell in rows[:ROWS_NAMED]]
    return ", ".join(named) + (" …" if len(rows) > ROWS_NAMED else "")


def _order_said(column: DayColumn) -> str:
    told = {"date": column.open_rows[0][1], "proof": column.proof}
    if not column.proof:
        if column.order == MONTH_FIRST:
            return _("dates such as %(date)s were read with the month first, as you said") % told
        return _("dates such as %(date)s were read with the day first, as you said") % told
    if column.order == MONTH_FIRST:
        said = _(
            "dates such as %(date)s were read with the month first, since %(proof)s can be nothing "
            "else"
        )
    else:
        said = _(
            "dates such as %(date)s were read with the day first, since %(proof)s can be nothing "
            "else"
        )
    return said % told


def _asked(name: str, column: DayColumn, last_year: int) -> OrderAsked:
    written = list(dict.fromkeys(cell for _row, cell in column.open_rows))[:ROWS_NAMED]
    samples = tuple(
        (
            cell,
            str(read_in_order(cell, MONTH_FIRST, last_year).date),
            str(read_in_order(cell, DAY_FIRST, last_year).date),
        )
        for cell in written
    )
    return OrderAsked(name, samples, len(column.open_rows), column.open_rows[0][0])


def year_ahead(today: date) -> int:
    """The last year that a record speaks of."""
    return today.year + cells.YEARS_AHEAD
