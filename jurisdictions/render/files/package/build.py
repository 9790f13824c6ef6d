"""An edition -> the bytes of its package: the same edition gives the same bytes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.utils.translation import override

from jurisdictions.read.archive import program_members
from jurisdictions.read.asking import ask
from jurisdictions.read.rows import AsOf
from jurisdictions.read.sources import sources
from jurisdictions.render.files.citation import file_citation
from jurisdictions.render.files.csv_file import csv_chunks
from jurisdictions.render.files.package.descriptor import (
    Credits,
    Written,
    descriptor,
    package_title,
)
from jurisdictions.render.files.package.files import packaged_tables
from jurisdictions.render.files.package.texts import checksums, citation_cff, readme

PACKAGE_VERSION = 3
"""Raised when packages are made otherwise, so that none is kept from before."""
EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)
"""The first moment that a zip can tell."""


def package_bytes(as_of: AsOf, *, publisher: str = "", homepage: str = "") -> bytes:
    """The package as a zip. Its language is English, with a README in Spanish beside it.

    `homepage` is the full address of the edition's page, "" when the site has no address set.
    """
    english = _spoken(as_of, "en")
    credits_ = Credits(sources(english), publisher, homepage)
    files = dict(_files(english, credits_))
    return _zipped(files, as_of.edition.published_at)


def _spoken(as_of: AsOf, language: str) -> AsOf:
    """The same edition in a language, whatever day or knowledge was asked for."""
    slug, number = as_of.program.slug, str(as_of.edition.number)
    return ask(program=slug, edition=number, language=language, today=as_of.on)


def _files(as_of: AsOf, credits_: Credits) -> Iterator[tuple[str, bytes]]:
    """Path and content of every file, in the order of the zip."""
    tables: dict[str, bytes] = {}
    written: list[Written] = []
    for packed in packaged_tables(as_of.program.slug):
        rows = list(packed.rows(as_of))
        # A file without rows would be refused on the way in.
        if rows:
            content = b"".join(csv_chunks(packed.table, as_of, rows, line_end="\n"))
            tables[packed.path] = content
            digest = sha256(content).hexdigest()
            written.append(Written(packed, len(rows), len(content), digest))
    files = {**_told(as_of, written, credits_), **tables}
    yield from files.items()
    digests = {path: sha256(content).hexdigest() for path, content in files.items()}
    yield "SHA256SUMS", checksums(digests).encode()


def _told(as_of: AsOf, written: list[Written], credits_: Credits) -> dict[str, bytes]:
    """What is said of the tables, for programs and for people."""
    spanish = _spoken(as_of, "es")
    with override("en"):
        found = {
            "datapackage.json": _json(descriptor(as_of, written, credits_)),
            "program.json": _json(program_members(as_of.program.slug)),
            "README.md": _readme(as_of, written, credits_),
            "CITATION.cff": citation_cff(as_of, credits_).encode(),
        }
    with override("es"):
        return {**found, "LEEME.md": _readme(spanish, written, credits_)}


def _readme(as_of: AsOf, written: list[Written], credits_: Credits) -> bytes:
    cited = file_citation(as_of, package_title(as_of), credits_.homepage)
    return readme(as_of, written, cited.text.strip()).encode()


def _json(said: Mapping[str, object]) -> bytes:
    return (json.dumps(said, ensure_ascii=False, indent=2) + "\n").encode()


def _zipped(files: Mapping[str, bytes], at: datetime) -> bytes:
    moment = max(at.astimezone(UTC), EARLIEST).timetuple()[:6]
    into = BytesIO()
    with ZipFile(into, "w", ZIP_DEFLATED, compresslevel=9) as zipped:
        for path, content in files.items():
            told = ZipInfo(path, moment)
            told.compress_type = ZIP_DEFLATED
            told.external_attr = 0o644 << 16
            told.create_system = 3
            zipped.writestr(told, content, compresslevel=9)
    return into.getvalue()
