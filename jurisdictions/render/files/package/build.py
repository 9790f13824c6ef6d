"""An edition -> the bytes of its package: the same edition gives the same bytes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.utils.translation import override

from jurisdictions.read.archive import program_members
from jurisdictions.read.asking import ask
from jurisdictions.read.rows import AsOf
from jurisdictions.read.sources import sources
from jurisdictions.render.files.citation import FileCitation, file_citation
from jurisdictions.render.files.csv_file import csv_chunks
from jurisdictions.render.files.package.binaries import (
    database_path,
    described_binaries,
    digest_of,
    write_binaries,
)
from jurisdictions.render.files.package.database import DatabaseFile
from jurisdictions.render.files.package.descriptor import (
    Binary,
    Credits,
    Written,
    descriptor,
    package_title,
)
from jurisdictions.render.files.package.files import packaged_tables
from jurisdictions.render.files.package.texts import checksums, citation_cff, readme

PACKAGE_VERSION = 4
"""Raised when packages are made otherwise, so that none is kept from before."""
Content = bytes | Path
"""What is in a file of the package, or the file on disk that it is taken from."""
EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)
"""The first moment that a zip can tell."""


def package_bytes(as_of: AsOf, *, publisher: str = "", homepage: str = "") -> bytes:
    """The package as a zip. Its language is English, with a README in Spanish beside it.

    `homepage` is the full address of the edition's page, "" when the site has no address set.
    """
    english = _spoken(as_of, "en")
    credits_ = Credits(sources(english), publisher, homepage)
    with TemporaryDirectory(prefix="tracker-package-") as folder:
        files = dict(_files(english, credits_, Path(folder)))
        return _zipped(files, as_of.edition.published_at)


def _spoken(as_of: AsOf, language: str) -> AsOf:
    """The same edition in a language, whatever day or knowledge was asked for."""
    slug, number = as_of.program.slug, str(as_of.edition.number)
    return ask(program=slug, edition=number, language=language, today=as_of.on)


def _files(as_of: AsOf, credits_: Credits, folder: Path) -> Iterator[tuple[str, Content]]:
    """Path and content of every file, in the order of the zip."""
    with override("en"):
        cited = _cited(as_of, credits_)
        texts: dict[str, Content] = {}
        written = []
        for file, text in _tables(as_of, cited, folder / database_path(as_of)):
            written.append(file)
            texts[file.table.path] = text
        packed = [file.table for file in written]
        binaries = write_binaries(folder, as_of, packed, cited)
        described = list(described_binaries(as_of, packed, binaries))
    files: dict[str, Content] = {
        **_told(as_of, written, credits_, described),
        **texts,
        **binaries,
    }
    yield from files.items()
    yield "SHA256SUMS", checksums({path: _digest(one) for path, one in files.items()}).encode()


def _tables(as_of: AsOf, cited: FileCitation, database: Path) -> Iterator[tuple[Written, bytes]]:
    """Every table that has rows as CSV, one at a time, each written into the database too."""
    with DatabaseFile(database, as_of.edition.number) as into:
        for packed in packaged_tables(as_of.program.slug):
            rows = list(packed.rows(as_of))
            # A file without rows would be refused on the way in.
            if rows:
                text = b"".join(csv_chunks(packed.table, as_of, rows, line_end="\n"))
                into.add(packed, as_of, rows)
                yield Written(packed, len(rows), len(text), sha256(text).hexdigest()), text
        into.say(as_of, cited)


def _digest(content: Content) -> str:
    return digest_of(content) if isinstance(content, Path) else sha256(content).hexdigest()


def _told(
    as_of: AsOf, written: list[Written], credits_: Credits, binaries: list[Binary]
) -> dict[str, bytes]:
    """What is said of the tables, for programs and for people."""
    spanish = _spoken(as_of, "es")
    with override("en"):
        found = {
            "datapackage.json": _json(descriptor(as_of, written, credits_, binaries)),
            "program.json": _json(program_members(as_of.program.slug)),
            "README.md": _readme(as_of, written, credits_),
            "CITATION.cff": citation_cff(as_of, credits_).encode(),
        }
    with override("es"):
        return {**found, "LEEME.md": _readme(spanish, written, credits_)}


def _readme(as_of: AsOf, written: list[Written], credits_: Credits) -> bytes:
    text = _cited(as_of, credits_).text.strip()
    return readme(as_of, written, text, database_path(as_of)).encode()


def _cited(as_of: AsOf, credits_: Credits) -> FileCitation:
    return file_citation(as_of, package_title(as_of), credits_.homepage)


def _json(said: Mapping[str, object]) -> bytes:
    return (json.dumps(said, ensure_ascii=False, indent=2) + "\n").encode()


def _zipped(files: Mapping[str, Content], at: datetime) -> bytes:
    moment = max(at.astimezone(UTC), EARLIEST).timetuple()[:6]
    into = BytesIO()
    with ZipFile(into, "w", ZIP_DEFLATED) as zipped:
        for path, content in files.items():
            told = ZipInfo(path, moment)
            told.compress_type = ZIP_DEFLATED
            told.external_attr = 0o644 << 16
            told.create_system = 3
            if isinstance(content, Path):
                with content.open("rb") as file, zipped.open(told, "w") as into_zip:
                    copyfileobj(file, into_zip)
            else:
                zipped.writestr(told, content)
    return into.getvalue()
