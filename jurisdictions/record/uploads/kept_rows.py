"""The rows of an upload as the check read them, what became of each, and the mends over them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from jurisdictions.models import Upload
from jurisdictions.record.ingest.tables import Table

NEW, CHANGED, UNCHANGED, FAULTY, PROPOSED = "new", "changed", "unchanged", "faulty", "proposed"
BECAME: Mapping[str, str] = {"created": NEW, "corrected": CHANGED}
COUNTED: Mapping[str, str] = {
    NEW: "created",
    CHANGED: "corrected",
    UNCHANGED: "unchanged",
    FAULTY: "rejected",
    PROPOSED: "proposed",
}
"""Under which count a row stands, by what became of it."""
Mends = Mapping[int, Mapping[str, str]]
Written = tuple[int, dict[str, str]]


def with_mends(rows: Iterable[Written], mends: Mends, sent: Collection[int]) -> list[Written]:
    """The rows that were not sent, what the author wrote over cells in place of what came."""
    return [(row, {**cells, **mends.get(row, {})}) for row, cells in rows if row not in sent]


def mends_of(upload: Upload) -> dict[int, dict[str, str]]:
    """What the author wrote over cells of the sheet that is read."""
    return {int(row): cells for row, cells in upload.mends.get(upload.shape["sheet"], {}).items()}


def keep_mends(upload: Upload, mends: Mends) -> None:
    """Keep what the author wrote; rows without any mend are not kept."""
    kept = {str(row): dict(cells) for row, cells in sorted(mends.items()) if cells}
    upload.mends = {**upload.mends, upload.shape["sheet"]: kept}


def left_of(upload: Upload) -> frozenset[int]:
    """The rows of the sheet that stay for later."""
    return frozenset(upload.left.get(upload.shape["sheet"], ()))


def keep_left(upload: Upload, rows: Iterable[int]) -> None:
    """Keep which rows stay for later."""
    upload.left = {**upload.left, upload.shape["sheet"]: sorted(set(rows))}


def count_left(upload: Upload) -> None:
    """Count the rows that could be sent and stay for later all the same."""
    left = left_of(upload)
    own = {one["row"] for one in upload.wishes if not one["beside"] and one["row"] in left}
    counts = {**upload.findings.get("counts", {}), "left": len(own)}
    upload.findings = {**upload.findings, "counts": counts}


def going(upload: Upload) -> list[dict[str, Any]]:
    """The wishes that are sent: all but those of rows that stay for later."""
    left = left_of(upload)
    return [one for one in upload.wishes if one["beside"] or one["row"] not in left]


def rows_to_keep(
    table: Table,
    columns: Sequence[str],
    became: Mapping[int, tuple[str, str]],
    sent: Collection[int],
) -> dict[str, Any]:
    """The rows that came to something, in the order of the file, with their cells as they came."""
    taken = [(at, column) for at, column in enumerate(columns) if column]
    rows = [
        [number, *became[number], [cells[at] for at, _column in taken]]
        for number, cells in table.rows
        if number in became and number not in sent
    ]
    # A row that does not fit the header has no cells that could be mended here.
    rows += [[row, FAULTY, "", []] for row in table.broken if row not in sent]
    named = [column for _at, column in taken]
    return {"columns": named, "rows": sorted(rows), "begins": table.begins}


def table_kept(upload: Upload) -> Table:
    """The rows that are kept as a table again, without reading the file."""
    kept = upload.rows
    rows = [(one[0], list(one[3])) for one in kept["rows"] if one[3]]
    broken = {one[0]: "" for one in kept["rows"] if not one[3]}
    return Table(list(kept["columns"]), rows, broken, begins=kept["begins"])
