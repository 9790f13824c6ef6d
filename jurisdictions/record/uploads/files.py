"""Where uploaded files lie, which sheet of them is read, what they look like at first sight."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from jurisdictions.record.cleaning import one_line
from jurisdictions.record.ingest.tables import Layout, Table, Unreadable
from jurisdictions.record.ingest.uploaded import table_in
from jurisdictions.record.kinds import KINDS, SOURCES
from jurisdictions.record.uploads.columns import is_reckoned, match_headings, mode_of
from jurisdictions.shelf.sealed import write_whole

SAMPLES = 3
LONGEST_NAME = 200
LONGEST_ENDING = 10
LONGEST_ABOVE = 120
"""So much of a row above the headings is kept, to tell the author what was not read."""
SOURCES_SHEET = "sources"
EXPORT_SHEETS = ("facts", "data", "acts", "figures", "citations")
SHEETS: Mapping[str, tuple[str, ...]] = {
    "policy_event": ("acts",),
    "reported_figure": ("figures",),
    "source": ("data",),
}
"""What the sheets of our own workbooks are called that hold facts of a kind."""


def file_name(name: str) -> str:
    """The last part of what a browser says that a file is called."""
    return Path(one_line(name).replace("\\", "/")).name[-LONGEST_NAME:] or "file"


def keep_file(name: str, content: bytes) -> str:
    """Keep an uploaded file under a name that nobody can guess; answers that name.

    Raises OSError when the disk does not take it, and leaves nothing behind.
    """
    kept = f"{uuid4().hex}{Path(name).suffix.casefold()[:LONGEST_ENDING]}"
    write_whole(path_of(kept), content, mode=0o600)
    return kept


def path_of(file: str) -> Path:
    """Where an uploaded file lies."""
    return Path(settings.UPLOADS_ROOT) / file


def delete_later(file: str) -> None:
    """Delete a file once this transaction is kept."""
    if file:
        path = path_of(file)
        transaction.on_commit(lambda: path.unlink(missing_ok=True))


def read_file(
    file: str,
    name: str,
    kind: str,
    sheet: str = "",
    head: int = 0,
    *,
    encoding: str = "",
    sign: str = "",
) -> Table:
    """The table of facts of a kind in an uploaded file, of the sheet that was read before.

    `head` is the row of the headings, 0 to look for it; `encoding` and `sign`, how a text file is
    read, "" to find it. Raises Unreadable, OSError.
    """
    beside = "" if kind == "source" else SOURCES_SHEET
    layout = Layout(
        lambda cells: known_headings(kind, cells), _known_of_sources, head, encoding, sign
    )
    table = table_in(path_of(file), name, (sheet,) if sheet else sheets_of(kind), beside, layout)
    first = [cells for look in table.looks[:1] for _number, cells in look.rows]
    if not kind and any(map(is_reckoned, [table.headings, *first])):
        raise Unreadable(
            _(
                "holds no facts, but what is reckoned from them: change the facts themselves, in a "
                "file of sources, of places or of their facts"
            )
        )
    return table


def known_headings(kind: str, cells: Sequence[str]) -> int:
    """How many cells of a row are headings, of columns or of what our own exports derive."""
    found = match_headings(cells, mode_of(kind, cells))
    return sum(one is not None and cell != "" for one, cell in zip(found, cells, strict=True))


def _known_of_sources(cells: Sequence[str]) -> int:
    return known_headings(SOURCES.kind.value, cells)


def sheets_of(kind: str) -> tuple[str, ...]:
    """The sheets of a workbook that may hold facts of a kind, the likeliest first."""
    if not kind:
        return EXPORT_SHEETS
    stem = KINDS[kind].file.removesuffix(".csv")
    return (stem, kind, *SHEETS.get(kind, ()), *EXPORT_SHEETS)


def shape_of(table: Table, mode: str) -> dict[str, Any]:
    """What a file looks like: how it is read, its headings, its first rows."""
    return {
        "mode": mode,
        "headings": table.headings,
        "samples": [row for _number, row in table.rows[:SAMPLES]],
        "rows": len(table.rows) + len(table.broken),
        "sheet": table.sheet,
        "unread": list(table.unread),
        "sheets": list(table.sheets),
        "head": table.head,
        "above": [text[:LONGEST_ABOVE] for text in table.above],
        "foot": len(table.foot),
        "encoding": table.encoding,
        "sign": table.sign,
        "looks": [
            {
                "name": look.name,
                "head": look.head,
                "known": look.known,
                "hidden": look.hidden,
                "rows": [[number, list(cells)] for number, cells in look.rows],
            }
            for look in table.looks
        ],
        "hidden": {
            "rows": list(table.hidden.rows),
            "columns": list(table.hidden.columns),
            "sheets": [look.name for look in table.looks if look.hidden],
        },
    }
