"""What the pages about the data show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from jurisdictions.read.edition_changes import (
    ChangedFact,
    changed_since_before,
    spans_changed,
    spans_changed_by_edition,
)
from jurisdictions.read.editions import editions
from jurisdictions.read.program_addresses import path_of
from jurisdictions.read.rows import AsOf, EditionRow
from jurisdictions.render.files import columns as tables
from jurisdictions.render.files.columns.programs import lists_of, tables_of
from jurisdictions.render.files.dataset import Download, Told, catalogue, dataset, linked_data
from jurisdictions.render.files.forms import CSV, GEOJSON, JSON, XLSX, FileForm
from jurisdictions.render.files.package import kept
from jurisdictions.render.files.package.binaries import (
    DATASETTE,
    PARQUET_TYPE,
    SQLITE_TYPE,
    database_description,
    database_path,
    database_title,
    parquet_path,
)
from jurisdictions.render.files.package.descriptor import package_title
from jurisdictions.render.files.package.files import packaged_tables
from jurisdictions.render.files.package.names import package_name
from jurisdictions.render.files.tables import Column, Table
from jurisdictions.shelf.shelf import Kept
from jurisdictions.web.site.addresses import absolute

MOST_NAMED = 100
"""Changed facts that the page of an edition lists; the package lists them all."""

MOST_CATALOGUED = 20
"""Editions, the newest ones, that search engines are told of."""


@dataclass(frozen=True, slots=True)
class Published:
    """An edition on the list: its page, its package if that is made already, what changed."""

    edition: EditionRow
    page: str
    file: str
    package: Kept | None
    spans_changed: int


@dataclass(frozen=True, slots=True)
class PackedFile:
    """A file of a package as its page lists it; `rows` of a table, `sha256` where it is told."""

    path: str
    href: str
    title: str
    description: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Explained:
    """A table and its columns."""

    anchor: str
    title: str
    path: str
    description: str
    columns: Sequence[Column]


def data_context(request: HttpRequest, as_of: AsOf) -> dict[str, object]:
    """Everything that data/page.html reads."""
    slug = as_of.program.slug
    changed = spans_changed_by_edition(slug)
    published = [
        _published(replace(as_of, edition=row), changed[row.number]) for row in editions(slug)
    ]
    return {
        "editions": published,
        "newest": published[0],
        "all_made": all(one.package for one in published),
        "tables": _packed_tables(slug),
        "page_tables": _page_tables(slug),
        "lists": [
            (table.title, [(form.label, _list_file(as_of, table, form)) for form in LIST_FORMS])
            for table in lists_of(slug)
        ],
        "linked_data": linked_data(_catalogue(request, as_of, published[:MOST_CATALOGUED])),
    }


def _published(as_of: AsOf, spans: int) -> Published:
    return Published(
        as_of.edition,
        _address("data-edition", as_of),
        _address("data-package", as_of),
        kept.kept_package(as_of),
        spans,
    )


def _address(name: str, as_of: AsOf, **parts: str) -> str:
    return path_of(as_of.program.slug, name, package=package_name(as_of), **parts)


LIST_FORMS = (CSV, XLSX, JSON, GEOJSON)


def _list_file(as_of: AsOf, table: Table, form: FileForm) -> str:
    return path_of(as_of.program.slug, f"{table.name}-file", form=form.extension)


def _packed_tables(program: str) -> list[Explained]:
    """The tables of a package."""
    return [
        Explained(
            f"file-{packed.name}",
            packed.title,
            packed.path,
            packed.description,
            packed.table.columns,
        )
        for packed in packaged_tables(program)
    ]


def _page_tables(program: str) -> list[Explained]:
    """The tables that pages can be had as; those that a package has too are left out."""
    packed = {table.table for table in packaged_tables(program)}
    own = tables_of(program)
    shown = (
        own.STATUSES,
        own.SPANS,
        *lists_of(program),
        *tables.tables_in(program),
    )
    return [
        Explained(f"table-{table.name}", table.title, "", "", table.columns)
        for table in shown
        if table not in packed
    ]


def _catalogue(
    request: HttpRequest, as_of: AsOf, published: Iterable[Published]
) -> dict[str, object]:
    found = [
        _dataset(request, replace(as_of, edition=one.edition), one.package) for one in published
    ]
    name = _("Data of %(program)s, day by day") % {"program": as_of.program.name}
    return catalogue(name, absolute(request, reverse("data")), found)


def _dataset(
    request: HttpRequest, as_of: AsOf, package: Kept | kept.Package | None
) -> dict[str, object]:
    zipped = absolute(request, _address("data-package", as_of))
    size, digest = (package.size, package.sha256) if package else (0, "")

    def inside(path: str) -> str:
        return absolute(request, _address("data-file", as_of, path=path))

    told = Told(
        absolute(request, _address("data-edition", as_of)),
        package_title(as_of),
        (
            Download(zipped, "application/zip", size, digest),
            Download(inside("datapackage.json"), "application/json"),
            Download(inside(database_path(as_of)), SQLITE_TYPE),
            Download(inside(parquet_path("spans")), PARQUET_TYPE),
        ),
        based_on=(absolute(request, path_of(as_of.program.slug, "sources")),),
        catalogue=absolute(request, path_of(as_of.program.slug, "data")),
        publisher=settings.OPERATOR["name"],
    )
    return dataset(as_of, told)


def edition_context(request: HttpRequest, as_of: AsOf, package: kept.Package) -> dict[str, object]:
    """Everything that data/edition.html reads."""
    changed = changed_since_before(as_of)
    return {
        "package": package,
        "file": _address("data-package", as_of),
        "files": _files(as_of, package),
        "spans": spans_changed(as_of),
        "changed": _named(changed[:MOST_NAMED]),
        "changed_count": len(changed),
        "changes_file": _address("data-file", as_of, path="derived/changes.csv"),
        "linked_data": linked_data(_dataset(request, as_of, package)),
    }


def _named(changed: Iterable[ChangedFact]) -> list[tuple[str, str]]:
    labels = {
        "added": _("Added"),
        "corrected": _("Corrected"),
        "retracted": _("Retracted"),
    }
    return [(one.fact, labels[one.change]) for one in changed]


def _files(as_of: AsOf, package: kept.Package) -> list[PackedFile]:
    told = _said_of_tables(as_of) | _said_of_others()
    digests = _digests(kept.descriptor_of(package)["resources"])
    return [
        PackedFile(
            member.path,
            _address("data-file", as_of, path=member.path),
            *told.get(member.path, ("", "")),
            member.size,
            digests.get(member.path, ""),
        )
        for member in kept.members_of(package)
    ]


def _said_of_tables(as_of: AsOf) -> dict[str, tuple[str, str]]:
    """Title and content of every file of rows, by its path."""
    tables = list(packaged_tables(as_of.program.slug))
    return {
        **{one.path: (one.title, one.description) for one in tables},
        **{parquet_path(one.name): (one.title, _as_parquet(one.title)) for one in tables},
        database_path(as_of): (database_title(), database_description()),
    }


def _as_parquet(title: str) -> str:
    return _("%(table)s, as Parquet") % {"table": title}


def _digests(resources: Iterable[dict[str, Any]]) -> dict[str, str]:
    return {one["path"]: one["hash"].removeprefix("sha256:") for one in resources}


def _said_of_others() -> dict[str, tuple[str, str]]:
    said = {
        "datapackage.json": _("What every file and column is, for programs."),
        "program.json": _("The program, in English and Spanish."),
        "README.md": _("How to read the package."),
        "LEEME.md": _("How to read the package, in Spanish."),
        "CITATION.cff": _("How to cite the package, for programs."),
        DATASETTE: _("What the database's tables and columns mean, for Datasette."),
        "SHA256SUMS": _("The checksum of every file."),
    }
    return {path: ("", text) for path, text in said.items()}
