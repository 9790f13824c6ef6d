"""Which column of a list is which, by its heading, and where the headings stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from django.utils.translation import gettext as _

from jurisdictions.gazetteer.folding import fold
from jurisdictions.record.ingest.tables import Unreadable
from jurisdictions.record.lists.programs.section_287g.by_contents import told_by_contents
from jurisdictions.record.lists.programs.section_287g.cells import Cell, Sheet
from jurisdictions.record.lists.programs.section_287g.heading_words import column_told_by
from jurisdictions.record.lists.programs.section_287g.list_columns import NEEDED, ListColumn
from jurisdictions.status.programs.section_287g.vocabulary import ListKind

LOOKED_AT = 40
"""Rows among which the headings are looked for."""
FEWEST = 2
"""Headings that are known in a row of headings, at least."""
_OTHER: Mapping[ListColumn, tuple[str, ...]] = {
    ListColumn.STATE: ("st", "state territory", "state or territory", "states"),
    ListColumn.AGENCY: (
        "agency",
        "lea",
        "agency name",
        "law enforcement agencies",
        "name",
        "participating agency",
        "pending agency",
        "law enforcement agency name",
        "law enforcement agency lea",
    ),
    ListColumn.TYPE: ("agency type", "type of agency", "lea type", "jurisdiction type"),
    ListColumn.COUNTY: ("counties", "county name", "county parish"),
    ListColumn.MODEL: (
        "model",
        "model type",
        "program",
        "program model",
        "type of support",
        "support",
        "287 g model",
        "moa type",
        "agreement type",
    ),
    ListColumn.SIGNED: (
        "date signed",
        "signed date",
        "date",
        "signature date",
        "moa signed",
        "signed on",
        "date of signature",
        "moa date",
        "effective date",
    ),
    ListColumn.MOA: (
        "link",
        "moa link",
        "moa url",
        "agreement",
        "memorandum of agreement",
        "link to moa",
        "moas",
    ),
    ListColumn.ADDENDUM: ("addenda", "addendum link", "addendums"),
}
_BY_HEADING = {
    fold(text): column for column, others in _OTHER.items() for text in (column.value, *others)
}


def columns_of(cells: Sequence[Cell]) -> dict[ListColumn, int]:
    """Where each column stands in a row of headings; of two with one heading the first.

    A heading as lists have had it goes ahead of one that is only told by its words.
    """
    texts = [cell.text for cell in cells]
    found: dict[ListColumn, int] = {}
    for at, text in enumerate(texts):
        if column := _BY_HEADING.get(fold(text)):
            found.setdefault(column, at)
    for at, text in enumerate(texts):
        if at not in found.values() and (column := column_told_by(text)):
            found.setdefault(column, at)
    return found


@dataclass(frozen=True, slots=True)
class Headed:
    """A sheet with the cells of its headings, of which the last stand in row `row`."""

    sheet: Sheet
    row: int
    cells: tuple[Cell, ...]
    at: Mapping[ListColumn, int]
    said: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether it has every column that no list may lack, and rows under them."""
        return all(column in self.at for column in NEEDED) and self.sheet.rows[-1][0] > self.row

    def may_be(self, kind: ListKind | None) -> bool:
        """Whether its columns are those of a list of a kind: only agreements are signed."""
        if kind is None:
            return True
        return (ListColumn.SIGNED in self.at) is (kind is ListKind.PARTICIPATING)


def headed(sheets: Sequence[Sheet], kind: ListKind | None = None) -> Headed:
    """The one sheet that holds the list. Raises Unreadable where there is none, or several.

    Of several what is seen goes ahead of what is hidden, what has the columns of the kind ahead of
    what lacks them, and a sheet that is called like the kind ahead of others.
    """
    found = [one for one in map(_headed, sheets) if one]
    if not found:
        raise Unreadable(
            _("holds no list: no row has the headings %(headings)s")
            % {"headings": ", ".join(column.value for column in NEEDED)}
        )
    whole = [one for one in found if one.is_whole]
    if not whole:
        # The nearest tells what is lacking.
        return max(found, key=lambda one: (sum(c in one.at for c in NEEDED), len(one.at)))
    whole = [one for one in whole if not one.sheet.concealed] or whole
    whole = [one for one in whole if one.may_be(kind)] or whole
    whole = [one for one in whole if kind and kind.value in fold(one.sheet.title)] or whole
    if len(whole) > 1 and not _say_the_same(whole):
        raise Unreadable(
            _(
                "holds a list in each of several sheets (%(sheets)s): save the one that is meant "
                "alone"
            )
            % {"sheets": ", ".join(one.sheet.title or "?" for one in whole)}
        )
    return whole[0]


def _say_the_same(found: Sequence[Headed]) -> bool:
    """Whether sheets are copies of one another."""
    rows = [[[cell.text for cell in row[1]] for row in one.sheet.rows] for one in found]
    return all(own == rows[0] for own in rows)


def _headed(sheet: Sheet) -> Headed | None:
    """The row, or the two rows, of a sheet in which the most headings are known; None for none."""
    best: Headed | None = None
    for row, cells in _heads(sheet):
        at = columns_of(cells)
        told = (sum(column in at for column in NEEDED), len(at))
        most = (sum(c in best.at for c in NEEDED), len(best.at)) if best else (0, FEWEST - 1)
        if told > most and len(at) >= FEWEST:
            best = Headed(sheet, row, tuple(cells), at)
    return _with_untold(best) if best else None


def _with_untold(head: Headed) -> Headed:
    """The same with the columns that only their contents tell, and what is to be said of those."""
    below = [row for row in head.sheet.rows if row[0] > head.row]
    told = told_by_contents(below, head.at)
    if not told:
        return head
    at = {column: place for column, place in head.at.items() if place not in told.values()} | told
    headings = {column: head.cells[place].text if place < len(head.cells) else ""
                for column, place in told.items()}  # fmt: skip
    said = _("the column “%(heading)s” was read as %(column)s, by what it holds")
    mends = [said % {"heading": text, "column": column.value} for column, text in headings.items()]
    return replace(head, at=at, said=tuple(mends))


def _heads(sheet: Sheet) -> Iterator[tuple[int, Sequence[Cell]]]:
    """What may be the headings: each of the first rows, then each with the one under it."""
    first = sheet.rows[:LOOKED_AT]
    yield from first
    for (upper, over), (lower, under) in pairwise(first):
        if lower == upper + 1:
            yield lower, _joined(over, under)


def _joined(over: Sequence[Cell], under: Sequence[Cell]) -> list[Cell]:
    """Headings that go on in the row under them: "SUPPORT" over "TYPE"."""
    width = max(len(over), len(under))
    pairs = zip(
        [*over, *[Cell()] * (width - len(over))],
        [*under, *[Cell()] * (width - len(under))],
        strict=True,
    )
    return [Cell(" ".join(dict.fromkeys((a.text, b.text))).strip()) for a, b in pairs]
