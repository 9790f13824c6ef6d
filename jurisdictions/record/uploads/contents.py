"""What a column holds by its cells, where its heading does not tell: codes, states, dates, ways."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from jurisdictions.gazetteer.codes import code_in
from jurisdictions.record.columns import Kind
from jurisdictions.record.ingest.tables import Table
from jurisdictions.record.kinds import KINDS
from jurisdictions.record.uncertain_dates import serial_day
from jurisdictions.record.uploads.aliases import COUNTY_NAME, STATE_NAME
from jurisdictions.record.uploads.columns import targets_of
from jurisdictions.record.uploads.days import day_columns
from jurisdictions.record.uploads.places import Gazetteer
from jurisdictions.record.uploads.sourcing import is_address
from jurisdictions.record.written_dates import MONTH_FIRST, NotUnderstood, read_in_order
from jurisdictions.status.geoids import is_geoid, padded

LOOKED_AT = 60
"""Cells of a column that are looked at."""
MOSTLY = 0.8
"""So many of them, at least, have to be of a sort for the column to be taken for it."""
FEWEST = 2
Test = Callable[[str], bool]


def by_contents(
    table: Table, mode: str, columns: Sequence[str | None], gazetteer: Gazetteer
) -> dict[int, str]:
    """The likely column of each heading that is not known, by what stands below it."""
    kind = KINDS.get(mode)
    taken = {column for column in columns if column}
    found: dict[int, str] = {}
    for at, column in enumerate(columns):
        cells = _filled(table, at) if column is None and kind else ()
        if kind is None or len(cells) < min(FEWEST, len(table.rows)) or not cells:
            continue
        for target, test in _tests(kind, gazetteer):
            if target not in taken and _mostly(cells, test):
                found[at] = target
                taken.add(target)
                break
    return found


def _tests(kind: Kind, gazetteer: Gazetteer) -> Iterable[tuple[str, Test]]:
    """The columns of a kind that can be told by their cells, those that are surest first."""
    targets = targets_of(kind.kind.value)
    days = day_columns(kind.kind.value)
    tests: Mapping[str, Test] = {
        "geoid": _is_code,
        STATE_NAME: lambda cell: bool(gazetteer.state(cell)),
        **({days[0]: is_date} if days else {}),
        **({"url": is_address} if "url" in targets else {"source": is_address}),
        COUNTY_NAME: partial(_is_county, gazetteer),
    }
    return [(target, test) for target, test in tests.items() if target in targets]


def _filled(table: Table, at: int) -> tuple[str, ...]:
    cells = (row[at] for _number, row in table.rows)
    return tuple(cell for cell in cells if cell)[:LOOKED_AT]


def _mostly(cells: Sequence[str], test: Test) -> bool:
    return sum(map(test, cells)) >= MOSTLY * len(cells)


def _is_code(cell: str) -> bool:
    code = code_in(cell)
    return code is not None and not code.lost and is_geoid(padded(code.digits))


def is_date(cell: str) -> bool:
    """Whether a cell holds a day, a month with its year, or the number of a day."""
    if serial_day(cell):
        return True
    try:
        read_in_order(cell, MONTH_FIRST, last_year=2099)
    except NotUnderstood:
        return False
    return not cell.isdigit() or len(cell) == len("20110805")


def _is_county(gazetteer: Gazetteer, cell: str) -> bool:
    found = gazetteer.find(cell, county=True)
    return bool(found.geoid or found.candidates)
