"""`datapackage.json`: a Frictionless Data Package, version 2, that says what every file holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from jurisdictions.read.rows import AsOf, SourceRow
from jurisdictions.render.files.citation import LICENCE, site_of
from jurisdictions.render.files.package.files import KEYS, UNIQUE, PackagedTable
from jurisdictions.render.files.package.names import edition_version, package_name
from jurisdictions.render.files.package.typed import WHOLE_DAYS
from jurisdictions.render.files.tables import Column, ColumnKind
from jurisdictions.render.programs import part_of
from jurisdictions.render.words.labels import LABELS

PROFILES = "https://datapackage.org/profiles/2.0"
PARTIAL = r"\d{4}(-\d{2}(-\d{2})?)?(/\d{4}(-\d{2}(-\d{2})?)?)?"
"""A year, a month or a day, as precise as the record, or between two of these."""
CHANGE_LABELS = {
    "added": noop("Added"),
    "corrected": noop("Corrected"),
    "retracted": noop("Retracted"),
}
TYPES = {
    ColumnKind.TEXT: "string",
    ColumnKind.WORD: "string",
    ColumnKind.DATE: "string",
    ColumnKind.EDTF: "string",
    ColumnKind.INTEGER: "integer",
    ColumnKind.NUMBER: "number",
    ColumnKind.BOOLEAN: "boolean",
    ColumnKind.LIST: "string",
}


@dataclass(frozen=True, slots=True)
class Written:
    """A file of the package as it was written: what is in it, its bytes, their SHA-256."""

    table: PackagedTable
    rows: int
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Binary:
    """The same rows in a form for databases: the file's name, path, title, form and bytes."""

    name: str
    path: str
    title: str
    description: str
    format: str
    media_type: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Credits:
    """Who is to be named: the sources, who publishes the package, where its page is, if known."""

    sources: Sequence[SourceRow]
    publisher: str
    homepage: str


def descriptor(
    as_of: AsOf, files: Sequence[Written], credits_: Credits, binaries: Iterable[Binary] = ()
) -> dict[str, object]:
    """The whole descriptor, in the active language."""
    program, edition = as_of.program, as_of.edition
    found: dict[str, object] = {
        "$schema": f"{PROFILES}/datapackage.json",
        "name": package_name(as_of),
        "title": package_title(as_of),
        "description": program.summary,
        "version": edition_version(as_of),
        "created": edition.published_at.isoformat(),
    }
    if credits_.homepage:
        found |= {"id": credits_.homepage, "homepage": credits_.homepage}
    return {
        **found,
        "keywords": keywords_of(as_of),
        "licenses": [{"name": "CC0-1.0", "path": LICENCE, "title": "CC0 1.0 Universal"}],
        "contributors": contributors(as_of, credits_),
        "sources": [_source(source) for source in credits_.sources],
        "resources": [
            *(_resource(file, files) for file in files),
            *(_binary(file) for file in binaries),
        ],
    }


def keywords_of(as_of: AsOf) -> list[str]:
    """What the package is looked up by: the program's name first."""
    return [as_of.program.name, *part_of(as_of.program.slug, "offers").KEYWORDS]


def package_title(as_of: AsOf) -> str:
    """What the package is called."""
    return _("%(program)s: facts and statuses, edition %(number)s") % {
        "program": as_of.program.name,
        "number": as_of.edition.number,
    }


def contributors(as_of: AsOf, credits_: Credits) -> list[dict[str, object]]:
    """Who compiled it, who runs the copy that it came from, whose program and records it is."""
    tracker = site_of(as_of)
    found: list[dict[str, object]] = [{"title": tracker, "roles": ["compiler", "publisher"]}]
    if credits_.publisher:
        found = [
            {"title": tracker, "roles": ["compiler"]},
            {"title": credits_.publisher, "roles": ["publisher"]},
        ]
    if as_of.program.agency:
        found.append({"title": as_of.program.agency, "roles": ["source"]})
    return found


def _source(source: SourceRow) -> dict[str, object]:
    title = f"{source.publisher}: {source.title}" if source.publisher else source.title
    path = source.url or source.archive_url
    return {"title": title, **({"path": path} if path else {})}


def _resource(file: Written, files: Sequence[Written]) -> dict[str, object]:
    packed = file.table
    return {
        "name": packed.name.replace("_", "-"),
        "type": "table",
        "path": packed.path,
        "title": packed.title,
        "description": packed.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
        "dialect": {"$schema": f"{PROFILES}/tabledialect.json", "lineTerminator": "\n"},
        "schema": _schema(packed, {other.table.name for other in files}),
    }


def _binary(file: Binary) -> dict[str, object]:
    """A file whose types stand in itself: no table to those who read plain text alone."""
    return {
        "name": file.name,
        "type": "file",
        "path": file.path,
        "title": file.title,
        "description": file.description,
        "format": file.format,
        "mediatype": file.media_type,
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
    }


def _schema(packed: PackagedTable, present: set[str]) -> dict[str, object]:
    found: dict[str, object] = {
        "$schema": f"{PROFILES}/tableschema.json",
        "fields": [_field(packed, column) for column in packed.table.columns],
        "missingValues": [{"value": "", "label": _("not known, or does not apply")}],
    }
    if key := KEYS.get(packed.name):
        found["primaryKey"] = list(key)
    if unique := UNIQUE.get(packed.name):
        found["uniqueKeys"] = [list(unique)]
    references = [
        {"fields": [name], "reference": _reference(packed, *to)}
        for name, to in packed.references.items()
        if to[0] in present
    ]
    return {**found, "foreignKeys": references} if references else found


def _reference(packed: PackagedTable, file: str, column: str) -> dict[str, object]:
    """A reference within one file names no resource."""
    return {
        **({} if file == packed.name else {"resource": file.replace("_", "-")}),
        "fields": [column],
    }


def _field(packed: PackagedTable, column: Column) -> dict[str, object]:
    whole = packed.name in WHOLE_DAYS and column.kind is ColumnKind.DATE
    found: dict[str, object] = {
        "name": column.name,
        "type": "date" if whole else TYPES[column.kind],
        "title": column.title,
        "description": column.explained,
    }
    if column.kind is ColumnKind.BOOLEAN:
        found |= {"trueValues": ["true"], "falseValues": ["false"]}
    words = [word for vocabulary in column.words for word in vocabulary]
    closed = column.kind is ColumnKind.WORD and words
    if closed:
        found["categories"] = [{"value": w.value, "label": word_title(w)} for w in words]
    constraints: dict[str, object] = {}
    if column.name in packed.filled:
        constraints["required"] = True
    if column.name in packed.least:
        constraints["minimum"] = packed.least[column.name]
    if column.kind in {ColumnKind.DATE, ColumnKind.EDTF} and not whole:
        constraints["pattern"] = PARTIAL
    if closed:
        constraints["enum"] = [word.value for word in words]
    return {**found, "constraints": constraints} if constraints else found


def word_title(word: StrEnum) -> str:
    """What people call a word, in the active language."""
    labels: Mapping[str, str] = LABELS.get(type(word), CHANGE_LABELS)
    return _(labels[word.value])
