"""Tables as JSON: what was asked, how to cite it, then the rows of each table under its name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import orjson

from jurisdictions.read.rows import AsOf
from jurisdictions.render.files.tables import ColumnKind, Sheet, Value
from jurisdictions.status.dates import PartialDate


def json_file(as_of: AsOf, about: Mapping[str, object], sheets: Sequence[Sheet]) -> bytes:
    """UTF-8 JSON: `about` first, then every sheet as a list of objects, one for each row."""
    said: dict[str, object] = {**about}
    for sheet in sheets:
        said[sheet.name] = row_objects(sheet, as_of)
    return json_bytes(said)


def row_objects(sheet: Sheet, as_of: AsOf) -> list[dict[str, Value]]:
    """The rows as objects, their members in the order of the columns."""
    names = sheet.table.names
    found = sheet.table.objects(as_of, sheet.rows())
    for at in sheet.table.at(ColumnKind.LIST):
        for row in found:
            held = row[names[at]]
            row[names[at]] = tuple(held.split()) if isinstance(held, str) else held
    return found


def json_bytes(said: object) -> bytes:
    """UTF-8 JSON without blanks; dates, whole or partial, as the text they are written in."""
    # A partial date is text, not the object of its fields.
    return orjson.dumps(said, default=_written, option=orjson.OPT_PASSTHROUGH_DATACLASS)


def _written(value: Any) -> str:
    if isinstance(value, PartialDate):
        return str(value)
    message = f"{type(value).__name__} has no place in a file"
    raise TypeError(message)
