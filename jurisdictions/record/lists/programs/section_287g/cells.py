"""The cells and sheets of a list, whatever form its file has."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from jurisdictions.record.cleaning import one_line
from jurisdictions.record.ingest.signs import undone

NOTHING = frozenset(
    (
        *("#n/a", "#na", "n/a", "#ref!", "#value!", "#name?", "#null!", "#num!", "#div/0!"),
        *("#spill!", "#calc!", "#getting_data", "none", "-", "\u2013", "\u2014"),
    )
)
"""What stands in cells that hold nothing."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell shows, a date as a date, and the address behind it."""

    value: str | date = ""
    link: str = ""

    @property
    def text(self) -> str:
        """Its text, without blanks around it; "" for what stands for nothing."""
        said = self.value if isinstance(self.value, str) else self.value.isoformat()
        said = " ".join(said.split())
        return "" if said.casefold() in NOTHING else said


Row = tuple[int, list[Cell]]
"""A row with the number that it bears in the file."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet, or a table of a page; `hidden` are the numbers of rows that a filter hides.

    `concealed`: nobody sees the whole sheet.
    """

    title: str
    rows: list[Row]
    hidden: frozenset[int] = frozenset()
    concealed: bool = False


def meant(written: str) -> str:
    """A text on one line, its letters as they were meant, without signs that nobody sees."""
    return written if written.isascii() else one_line(undone(written))
