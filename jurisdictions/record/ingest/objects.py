"""A JSON file of this tracker -> a table: the API's pages, the files of its pages."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from jurisdictions.record.cleaning import one_line
from jurisdictions.record.ingest.files import mended_text, tidied
from jurisdictions.record.ingest.tables import Table, Unreadable, collect

SIGNS = {"aliases": "|", "predecessors": "|", "successors": "|"}
"""What stands between the values of a list, where that is not a blank."""
RESULTS = "results"
"""The member that holds the rows of an answer of the API."""


def objects_table(raw: bytes, sheets: Sequence[str]) -> Table:
    """Read a list of objects: the file itself, or its member of one of the names. Unreadable."""
    try:
        told = json.loads(raw)
    except (ValueError, RecursionError) as wrong:
        raise Unreadable(
            _("is not well-formed JSON, or it is damaged: download it again")
        ) from wrong
    rows, member = _rows_of(told, sheets)
    if not rows or not all(isinstance(row, dict) for row in rows):
        raise Unreadable(_("holds no list of facts"))
    headings = list(dict.fromkeys(name for row in rows for name in row))
    mended: Counter[str] = Counter()
    table = collect(_texts(headings, rows, mended))
    table.sheet, table.mends, table.looks = member, mended_text(mended), ()
    return table


def _rows_of(told: Any, sheets: Sequence[str]) -> tuple[list[Any], str]:
    """The rows, and the member of the file that holds them; "" for the file itself."""
    member = ""
    if isinstance(told, Mapping):
        member = next((name for name in (*sheets, RESULTS) if name in told), "")
        told = told.get(member)
    return (told if isinstance(told, list) else []), member


def _texts(
    headings: Sequence[str], rows: Sequence[Mapping[str, Any]], mended: Counter[str]
) -> Iterator[tuple[int, list[str]]]:
    yield 1, [one_line(heading, mended) for heading in headings]
    for number, row in enumerate(rows, start=2):
        cells = (_text(row.get(name), SIGNS.get(name, " ")) for name in headings)
        yield number, [tidied(cell, mended) for cell in cells]


def _text(value: Any, sign: str = " ") -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case list():
            return sign.join(_text(one) for one in value)
        case {"code": code, "kind": kind, "on": on, "name": name}:
            return f"{code} {kind} {on} {name}"
        case dict():
            # A source or a reason as an object: its key says which.
            return _text(value.get("key") or value.get("source") or value.get("fact"))
        case _:
            return str(value)
