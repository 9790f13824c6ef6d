"""A process of its own that writes the tables of a database as Parquet, then ends.

`python -m jurisdictions.render.files.package.parquet_process DATABASE SAID FOLDER`: SAID is JSON,
what the metadata of each table's file say, by its name. Apart from the site, so that no web process
ever holds what only this needs.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from sqlite3 import Connection, connect
from typing import Any, NamedTuple

from arro3.core import Array, DataType, Field, Schema, Table
from arro3.io import write_parquet

COMPRESSION = "zstd(9)"
WRITTEN_BY = "tracker"
EPOCH = date(1970, 1, 1).toordinal()


class Stored(NamedTuple):
    """A type of Parquet: what it is written as, its own type, and how a cell is told in it."""

    written: DataType
    type: DataType
    told: Callable[[Any], Any] | None = None


def _day(text: str) -> int:
    return date.fromisoformat(text).toordinal() - EPOCH


TYPES: Mapping[str, Stored] = {
    "TEXT": Stored(DataType.string(), DataType.string()),
    "DATE": Stored(DataType.int32(), DataType.date32(), _day),
    "INTEGER": Stored(DataType.int64(), DataType.int64()),
    "REAL": Stored(DataType.float64(), DataType.float64()),
    "BOOLEAN": Stored(DataType.bool(), DataType.bool(), bool),
}
"""By the type of the column in the database."""


def write_tables(database_file: Path, said_file: Path, folder: Path) -> None:
    """Write `<table>.parquet` for each table that is told of; raises OSError or sqlite3.Error."""
    said = json.loads(said_file.read_text(encoding="utf-8"))
    with closing(connect(database_file)) as database:
        for name, about in said.items():
            table = _table(database, name)
            into = folder / f"{name}.parquet"
            write_parquet(
                table,
                into,
                compression=COMPRESSION,
                key_value_metadata=about,
                created_by=WRITTEN_BY,
                skip_arrow_metadata=True,
            )


def _table(database: Connection, name: str) -> Table:
    columns = database.execute("SELECT name, type, [notnull] FROM pragma_table_info(?)", (name,))
    told = [(column, TYPES[kind], not filled) for column, kind, filled in columns]
    # The name is that of a table of ours, which `said.json` was made from.
    rows = database.execute(f'SELECT * FROM "{name}" ORDER BY rowid')  # noqa: S608
    cells = list(zip(*rows, strict=True))
    fields = [Field(column, stored.type, nullable=lacks) for column, stored, lacks in told]
    arrays = [
        _array(stored, part) for (_name, stored, _lacks), part in zip(told, cells, strict=True)
    ]
    return Table.from_arrays(arrays, schema=Schema(fields))


def _array(stored: Stored, cells: Sequence[Any]) -> Array:
    if stored.told is not None:
        told = stored.told
        cells = [None if cell is None else told(cell) for cell in cells]
    array = Array(list(cells), stored.written)
    return array if stored.type == stored.written else array.cast(stored.type)


if __name__ == "__main__":
    write_tables(*map(Path, sys.argv[1:]))
