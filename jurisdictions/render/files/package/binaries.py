"""The package's tables in the forms of databases: SQLite with what Datasette shows, and Parquet."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import file_digest
from pathlib import Path

from django.utils.translation import gettext as _

from jurisdictions.read.rows import AsOf
from jurisdictions.render.files.citation import LICENCE, FileCitation, citation_members
from jurisdictions.render.files.json_file import json_bytes
from jurisdictions.render.files.package.database import ABOUT
from jurisdictions.render.files.package.descriptor import Binary, package_title
from jurisdictions.render.files.package.files import PackagedTable
from jurisdictions.render.files.package.parquet import write_parquet_files
from jurisdictions.render.files.package.typed import typed_columns

PARQUET = "parquet"
"""The folder of the Parquet files."""
PARQUET_TYPE = "application/vnd.apache.parquet"
SQLITE_TYPE = "application/vnd.sqlite3"
DATASETTE = "metadata.json"
"""What Datasette reads beside the database when it is given the folder."""
LABELS = {"jurisdictions": "name", "sources": "title", "agencies": "name"}
"""The column that names a row to people, where Datasette links to it."""
FACETS = {"spans": ["status", "state"], "citations": ["contradicts"]}


def database_path(as_of: AsOf) -> str:
    """The database's path in the package: the same in every edition, so that queries last."""
    return f"{as_of.program.slug}.sqlite"


def write_binaries(
    folder: Path, as_of: AsOf, tables: Sequence[PackagedTable], cited: FileCitation
) -> dict[str, Path]:
    """Write what follows from the finished database in `folder`; where each lies, by its path.

    The database is among them. Texts are in the active language.
    """
    database, metadata = folder / database_path(as_of), folder / DATASETTE
    said = {packed.name: _said(as_of, packed, cited) for packed in tables}
    parquet = write_parquet_files(database, said, folder)
    metadata.write_bytes(_json(datasette(as_of, tables, cited)))
    return {
        **{parquet_path(name): file for name, file in parquet.items()},
        database.name: database,
        metadata.name: metadata,
    }


def parquet_path(name: str) -> str:
    """The path in the package of a table's Parquet file."""
    return f"{PARQUET}/{name}.parquet"


def described_binaries(
    as_of: AsOf, tables: Sequence[PackagedTable], files: Mapping[str, Path]
) -> Iterator[Binary]:
    """What the descriptor says of them, in the active language."""
    for packed in tables:
        path = parquet_path(packed.name)
        name = f"{packed.name.replace('_', '-')}-parquet"
        told = (packed.title, packed.description, "parquet", PARQUET_TYPE)
        yield Binary(name, path, *told, *_measured(files[path]))
    path = database_path(as_of)
    told = (database_title(), database_description(), "sqlite", SQLITE_TYPE)
    yield Binary(f"{as_of.program.slug}-sqlite", path, *told, *_measured(files[path]))


def _measured(file: Path) -> tuple[int, str]:
    return file.stat().st_size, digest_of(file)


def digest_of(file: Path) -> str:
    """The SHA-256 of a file, in hexadecimal; raises OSError."""
    with file.open("rb") as opened:
        return file_digest(opened, "sha256").hexdigest()


def database_title() -> str:
    """What the database is called, in the active language."""
    return _("All tables as one SQLite database")


def database_description() -> str:
    """What the database holds, in the active language."""
    return _("Every table with its keys and with what refers to what; “about” says how to cite it.")


def _said(as_of: AsOf, packed: PackagedTable, cited: FileCitation) -> dict[str, str]:
    """What the metadata of a Parquet file say of it, as JSON under one name.

    One, because those of several names are written in an order that changes from time to time.
    """
    about = {
        "title": f"{cited.title}: {packed.title}",
        "description": packed.description,
        **citation_members(as_of, cited),
        "columns": {column.name: column.explained for column in typed_columns(packed)},
    }
    return {ABOUT: json_bytes(about).decode()}


def datasette(
    as_of: AsOf, tables: Iterable[PackagedTable], cited: FileCitation
) -> dict[str, object]:
    """`metadata.json` for Datasette: titles, licence, how to cite, and what every column means."""
    shown = {packed.name: _shown(packed) for packed in tables}
    return {
        "title": package_title(as_of),
        "description": cited.text,
        "license": "CC0 1.0",
        "license_url": LICENCE,
        **({"source": cited.title, "source_url": cited.address} if cited.address else {}),
        "databases": {as_of.program.slug: {"tables": shown}},
    }


def _shown(packed: PackagedTable) -> dict[str, object]:
    found: dict[str, object] = {
        "title": packed.title,
        "description": packed.description,
        "columns": {column.name: column.explained for column in typed_columns(packed)},
    }
    if label := LABELS.get(packed.name):
        found["label_column"] = label
    if facets := FACETS.get(packed.name):
        found["facets"] = facets
    return found


def _json(said: Mapping[str, object]) -> bytes:
    return (json.dumps(said, ensure_ascii=False, indent=2) + "\n").encode()
