"""The rows of a file as a table that can be mended in place: what it shows, what is sent of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jurisdictions.read.keeping.uploads import (
    KeptRow,
    UploadDetail,
    agency_names,
    source_names,
)
from jurisdictions.read.places import all_places, fold
from jurisdictions.record.cells import WordOf
from jurisdictions.record.kinds import KINDS
from jurisdictions.record.uploads.agencies import AGENCY
from jurisdictions.record.uploads.aliases import COUNTY_NAME, EXAMPLE, PLACE_NAME, STATE_NAME
from jurisdictions.record.uploads.columns import targets_of
from jurisdictions.render.files.uploads.words import column_title, word_called
from jurisdictions.status.kinds import OF_AGENCIES
from jurisdictions.web.site.addresses import with_query

ROWS_AT_A_TIME, MOST_CELLS = 50, 800
"""A page has at most so many rows, and so many cells: a form has a thousand fields at most."""
FAULTY, LEFT, ALL = "faulty", "left", "all"
FILTERS = (FAULTY, "new", "changed", "unchanged", "proposed", LEFT, ALL)
ORDER = (FAULTY, "changed", "new", "proposed", "unchanged")
"""Faulty rows come first."""
PLACED = (COUNTY_NAME, PLACE_NAME, STATE_NAME)
CELL = "cell-"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table; `words` are those that may stand in it, with what they are called.

    They are offered below its cells: agencies too, which are found by name or key.
    """

    name: str
    title: str
    words: tuple[tuple[str, str], ...]
    is_place: bool
    is_source: bool


@dataclass(frozen=True, slots=True)
class CellShown:
    """A cell: what stands in it, what came, what is wrong, what its code is called."""

    column: Column
    text: str
    came: str
    mended: bool
    faults: tuple[str, ...]
    called: str
    was: str


@dataclass(frozen=True, slots=True)
class RowShown:
    """A row: its place by name, its cells, what is wrong with it as a whole."""

    row: KeptRow
    place: str
    cells: tuple[CellShown, ...]
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Filter:
    """A way to see some of the rows: how many there are, the way there."""

    name: str
    count: int
    href: str
    chosen: bool


def rows_context(request: HttpRequest, found: UploadDetail) -> dict[str, object]:
    """Everything that uploads/rows.html reads."""
    by_state = _by_state(found.rows)
    chosen = _chosen(request, by_state)
    columns = columns_shown(found)
    size = max(1, min(ROWS_AT_A_TIME, MOST_CELLS // max(1, len(columns))))
    rows = by_state[chosen]
    pages = max(1, -(-len(rows) // size))
    number = min(max(1, _number(request.GET.get("page", ""))), pages)
    part = rows[(number - 1) * size : number * size]
    return {
        "columns": columns,
        "table_rows": shown_rows(found, columns, part),
        "filters": [
            Filter(name, len(by_state[name]), _way(request, show=name), name == chosen)
            for name in FILTERS
            if by_state[name] or name in (FAULTY, ALL)
        ],
        "show": chosen,
        "rows_asked": "show" in request.GET or "page" in request.GET,
        "rows_page": number,
        "rows_pages": pages,
        "rows_previous": _way(request, show=chosen, page=number - 1) if number > 1 else "",
        "rows_following": _way(request, show=chosen, page=number + 1) if number < pages else "",
        **({"known_sources": source_names()} if any(one.is_source for one in columns) else {}),
        "mended_cells": sum(len(row.mends) for row in found.rows),
        "since": found.since,
    }


def typed_cells(posted: QueryDict, found: UploadDetail) -> dict[int, dict[str, str]]:
    """The cells of a form that are written otherwise than they stand."""
    shown = {row.number: row.shown for row in found.rows}
    told: dict[int, dict[str, str]] = defaultdict(dict)
    for name, text in posted.items():
        row, _dash, column = name.removeprefix(CELL).partition("-")
        if not name.startswith(CELL) or not row.isdecimal() or not row.isascii():
            continue
        number = int(row[:9])
        if str(text).strip() != shown.get(number, {}).get(column, ""):
            told[number][column] = str(text)
    return dict(told)


def columns_shown(found: UploadDetail) -> list[Column]:
    """The columns in which anything stands or is wrong, in the order of the file."""
    filled = {name for row in found.rows for name, cell in row.shown.items() if cell}
    wrong = {one["target"] for one in found.faults if one["row"] and not one["sheet"]}
    targets = targets_of(found.row.mode)
    names = [name for name in found.columns_read if name in filled | wrong]
    names += [name for name in targets if name in filled | wrong and name not in names]
    if any(name in names for name in PLACED) and "geoid" not in filled:
        # A place that is named has no code in the file, and needs none.
        names = [name for name in names if name != "geoid"]
    shown = [name for name in names if name != EXAMPLE and name in targets]
    return [_column(found.row.mode, name) for name in shown]


def shown_rows(
    found: UploadDetail, columns: Sequence[Column], rows: Sequence[KeptRow]
) -> list[RowShown]:
    """Rows with what is wrong beside each cell, and names beside their codes."""
    numbers = {row.number for row in rows}
    faults: dict[int, list[Mapping[str, str]]] = defaultdict(list)
    for one in faults_told(found):
        if one["row"] in numbers:
            faults[one["row"]].append(one)
    wishes = {one["row"]: one for one in found.wishes if not one["beside"]}
    names = _Names()
    return [_shown(row, columns, faults[row.number], wishes.get(row.number), names) for row in rows]


def faults_told(found: UploadDetail) -> Iterator[Mapping[str, Any]]:
    """What is wrong in cells; of a word that is asked about only that it is.

    A key that was made from such a word is no fault of the author's, and is not told.
    """
    asked = {(one.column, one.written) for one in found.words}
    here = [one for one in found.faults if not one["sheet"]]
    waiting = {one["row"] for one in here if (one["target"], one["value"]) in asked}
    shown = {row.number: row.shown for row in found.rows if row.number in waiting}
    said = _("is asked about above, once for all rows")
    for one in here:
        if (one["target"], one["value"]) in asked:
            yield {**one, "reason": said}
        elif not (
            one["value"] and one["row"] in shown and not shown[one["row"]].get(one["target"])
        ):
            yield one


class _Names:
    """What codes are called: places and sources, asked for once."""

    def __init__(self) -> None:
        self.places = all_places(get_language() or "en")
        self.sources = dict(source_names())
        self.words: dict[str, dict[str, str]] = {}

    def of(self, column: Column, cell: str) -> str:
        if not cell:
            return ""
        if column.name == "geoid":
            place = self.places.get(cell.zfill(5) if len(cell) == 4 else cell)
            return place.label if place else ""
        if column.words:
            if column.name not in self.words:
                self.words[column.name] = {fold(word): called for word, called in column.words}
            meant = self.words[column.name].get(fold(cell), "")
            return meant if fold(meant) != fold(cell) else ""
        return self.sources.get(cell, "") if column.is_source else ""


def _shown(
    row: KeptRow,
    columns: Sequence[Column],
    faults: Sequence[Mapping[str, str]],
    wish: Mapping[str, object] | None,
    names: _Names,
) -> RowShown:
    told: dict[str, list[str]] = defaultdict(list)
    shown = {column.name for column in columns}
    for one in faults:
        target = one["target"]
        if target == "geoid" and target not in shown:
            target = next((name for name in PLACED if name in shown), "")
        told[target if target in shown else ""].append(one["reason"])
    was = wish["was"] if wish and wish["action"] == "correct" else {}
    places = wish["places"] if wish else ()
    place = names.places.get(places[0]) if isinstance(places, list) and len(places) == 1 else None
    cells = row.shown
    return RowShown(
        row,
        place.label if place else "",
        tuple(
            CellShown(
                column,
                cells.get(column.name, ""),
                row.cells.get(column.name, ""),
                column.name in row.mends,
                tuple(told[column.name]),
                names.of(column, cells.get(column.name, "")),
                str(was.get(column.name, "")) if isinstance(was, dict) else "",
            )
            for column in columns
        )
        if row.cells
        else (),
        tuple(told[""]),
    )


def _column(mode: str, name: str) -> Column:
    kinds = [KINDS[mode]] if mode in KINDS else []
    own = next((one for kind in kinds for one in kind.columns if one.name == name), None)
    words = own.read.words if own and isinstance(own.read, WordOf) else ()
    called = tuple((str(word.value), word_called(name, word.value)) for word in words)
    if name == AGENCY and mode in OF_AGENCIES:
        called = agency_names()
    is_place = name in (COUNTY_NAME, PLACE_NAME)
    return Column(name, column_title(mode, name), called, is_place, name == "source")


def _by_state(rows: Sequence[KeptRow]) -> dict[str, list[KeptRow]]:
    found: dict[str, list[KeptRow]] = defaultdict(list)
    for row in rows:
        found[LEFT if row.left else row.became].append(row)
    ordered = [row for name in ORDER for row in found[name]]
    found[ALL] = [*ordered, *found[LEFT]]
    return found


def _chosen(request: HttpRequest, by_state: Mapping[str, Sequence[KeptRow]]) -> str:
    asked = request.GET.get("show", "")
    if asked in FILTERS:
        return asked
    return FAULTY if by_state[FAULTY] else ALL


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 7 else 1


def _way(request: HttpRequest, **changed: object) -> str:
    query: dict[str, object] = {
        name: request.GET[name] for name in request.GET if name not in ("show", "page")
    }
    return f"{with_query(request.path, {**query, **changed})}#table"
