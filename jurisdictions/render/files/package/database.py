"""The tables of a package as one SQLite database, with their keys and what refers to what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from sqlite3 import connect

from jurisdictions.read.rows import AsOf
from jurisdictions.render.files.citation import FileCitation, citation_rows
from jurisdictions.render.files.package.files import KEYS, UNIQUE, PackagedTable
from jurisdictions.render.files.package.typed import TypedColumn, typed_columns, typed_rows

ABOUT = "about"
"""The table that says what the database is and how to cite it."""
VERSION_AT = 96
"""Where SQLite notes its own version, which would make other bytes of the same rows."""
SAME_FOR_ALL = (3_040_000).to_bytes(4, "big")


class DatabaseFile:
    """A new database on disk; the same tables in the same order give the same bytes.

    A context: the file is whole when it ends. Raises OSError and sqlite3.Error.
    """

    def __init__(self, path: Path, number: int) -> None:
        """`number` is that of the edition; programs find it as the database's user_version."""
        self.path = path
        self.present: set[str] = set()
        self.into = connect(path, isolation_level=None)
        # Whoever is disturbed at this begins anew: there is nothing to go back to.
        self.into.execute("PRAGMA journal_mode = OFF")
        self.into.execute("PRAGMA synchronous = OFF")
        self.into.execute(f"PRAGMA user_version = {number}")
        self.into.execute("BEGIN")

    def __enter__(self) -> DatabaseFile:
        return self

    def __exit__(self, wrong: type[BaseException] | None, *_more: object) -> None:
        with closing(self.into):
            if wrong:
                return
            self.into.execute("COMMIT")
        with self.path.open("r+b") as file:
            file.seek(VERSION_AT)
            file.write(SAME_FOR_ALL)

    def add(self, packed: PackagedTable, as_of: AsOf, rows: Iterable[object]) -> None:
        """Write a table under the name of its CSV file, after those that it refers to."""
        self.present.add(packed.name)
        columns = typed_columns(packed)
        self.into.execute(_create(packed, columns, self.present))
        marks = ", ".join("?" for _column in columns)
        # Names are those of declared columns, never a reader's.
        insert = f"INSERT INTO {_quoted(packed.name)} VALUES ({marks})"  # noqa: S608
        self.into.executemany(insert, typed_rows(packed, as_of, rows))
        for name in packed.references:
            if name not in _first_of_keys(packed):
                on = f"{_quoted(packed.name)} ({_quoted(name)})"
                self.into.execute(f"CREATE INDEX {_quoted(f'{packed.name}_{name}')} ON {on}")

    def say(self, as_of: AsOf, cited: FileCitation) -> None:
        """Write the table `about`: what the database is, and how to cite it."""
        self.into.execute(f"CREATE TABLE {ABOUT} (item TEXT PRIMARY KEY, value TEXT NOT NULL)")
        said = [(one.item, one.value) for one in citation_rows(as_of, cited)]
        self.into.executemany(f"INSERT INTO {ABOUT} VALUES (?, ?)", said)  # noqa: S608


def _create(packed: PackagedTable, columns: Sequence[TypedColumn], present: set[str]) -> str:
    """The table's statement, which SQLite keeps: what each column means stands behind it."""
    parts = [(_column(packed, column), f" -- {column.explained}") for column in columns]
    parts += [(constraint, "") for constraint in _constraints(packed, present)]
    last = len(parts) - 1
    lines = [f"  {part}{',' if at < last else ''}{said}" for at, (part, said) in enumerate(parts)]
    return "\n".join([f"CREATE TABLE {_quoted(packed.name)} (", *lines, ")"])


def _column(packed: PackagedTable, column: TypedColumn) -> str:
    filled = " NOT NULL" if column.name in packed.filled else ""
    return f"{_quoted(column.name)} {column.type.value}{filled}"


def _constraints(packed: PackagedTable, present: set[str]) -> Iterator[str]:
    if key := KEYS.get(packed.name):
        yield f"PRIMARY KEY ({_listed(key)})"
    if unique := UNIQUE.get(packed.name):
        yield f"UNIQUE ({_listed(unique)})"
    for name, (table, column) in packed.references.items():
        if table in present:
            there = f"{_quoted(table)} ({_quoted(column)})"
            yield f"FOREIGN KEY ({_quoted(name)}) REFERENCES {there}"


def _first_of_keys(packed: PackagedTable) -> set[str]:
    """The columns by which SQLite finds rows without an index of our own."""
    keys = (KEYS.get(packed.name), UNIQUE.get(packed.name))
    return {key[0] for key in keys if key}


def _listed(names: Iterable[str]) -> str:
    return ", ".join(map(_quoted, names))


def _quoted(name: str) -> str:
    return f'"{name}"'
