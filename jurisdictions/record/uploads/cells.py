"""One row of an upload -> cells as the record reads them: dates, words and codes put right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jurisdictions.models.folding import fold
from jurisdictions.record import cells as read
from jurisdictions.record.faults import Fault
from jurisdictions.record.kinds import Column
from jurisdictions.record.written_dates import NotUnderstood, read_written
from jurisdictions.status.dates import NotADate, PartialDate
from jurisdictions.status.geoids import padded

ZEROS, ORDERS, WORDS = "zeros", "orders", "words"
_PARTS = len(("7", "8", "2010"))
_MONTHS = 12
EXAMPLE_KEY = "example-"
"""How the keys and sources of a template's example rows begin."""


@dataclass
class Mending:
    """How often something was put right, and in which language people wrote."""

    language: str
    count: Counter[str] = field(default_factory=Counter)

    def said(self) -> list[str]:
        """What was put right, in words."""
        month_first = self.language != "es"
        zeros, orders, words = (self.count[name] for name in (ZEROS, ORDERS, WORDS))
        told = [
            ngettext(
                "a leading zero was put back in %(count)d geoid",
                "a leading zero was put back in %(count)d geoids",
                zeros,
            ),
            ngettext(
                "%(count)d date such as 7/8/2010 was read with the month first",
                "%(count)d dates such as 7/8/2010 were read with the month first",
                orders,
            )
            if month_first
            else ngettext(
                "%(count)d date such as 7/8/2010 was read with the day first",
                "%(count)d dates such as 7/8/2010 were read with the day first",
                orders,
            ),
            ngettext(
                "%(count)d word was written as the record spells it",
                "%(count)d words were written as the record spells them",
                words,
            ),
        ]
        counts = (zeros, orders, words)
        return [text % {"count": n} for text, n in zip(told, counts, strict=True) if n]


def put_right(
    columns: Iterable[Column], cells: Mapping[str, str], row: int, mending: Mending
) -> tuple[dict[str, str], list[Fault]]:
    """The cells of a row, and a fault for each that no reader can make out."""
    found, faults = dict(cells), []
    for column in columns:
        cell = found.get(column.name, "")
        if not cell:
            continue
        try:
            found[column.name] = _right(column, cell, mending)
        except NotUnderstood as wrong:
            faults.append(Fault("", row, column.name, cell, str(wrong)))
        if cell.startswith(EXAMPLE_KEY) and column.read in (read.key, read.source):
            said = _("is an example of the template: take the row out")
            faults.append(Fault("", row, column.name, cell, said))
    return found, faults


def _right(column: Column, cell: str, mending: Mending) -> str:
    if column.read is read.day:
        return _day(cell, mending)
    if column.read in (read.place, read.geoid) and cell.isascii() and cell.isdigit():
        return _geoid(cell, mending)
    if column.read is read.ordinal and cell.isascii() and cell.isdigit():
        return str(int(cell))
    if isinstance(column.read, read.WordOf):
        return _word(column.read, cell, mending)
    return cell


def _day(cell: str, mending: Mending) -> str:
    try:
        return str(PartialDate.parse(cell))
    except NotADate:
        found = read_written(cell, mending.language)
    parts = cell.replace("-", "/").replace(".", "/").split("/")
    if len(parts) == _PARTS and all(part.strip().isdigit() for part in parts):
        first, second, _year = (int(part) for part in parts)
        mending.count[ORDERS] += first != second and max(first, second) <= _MONTHS
    return str(found)


def _geoid(cell: str, mending: Mending) -> str:
    """Spreadsheets drop the zero that nine states' codes begin with."""
    whole = padded(cell)
    mending.count[ZEROS] += whole != cell
    return whole


def _word(reader: read.WordOf, cell: str, mending: Mending) -> str:
    """A word of the vocabulary, however its letters and blanks were written."""
    words = {fold(word): word.value for word in reader.words}
    found = words.get(fold(cell), cell)
    mending.count[WORDS] += found != cell
    return found
