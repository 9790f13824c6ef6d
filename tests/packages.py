"""Packages for tests: made, unpacked, loaded again, told apart."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from django.db import connection

from jurisdictions.models import Citation, Program, Span
from jurisdictions.publish.editions import publish_edition
from jurisdictions.read.archive import MODELS
from jurisdictions.read.asking import ask
from jurisdictions.read.rows import AsOf
from jurisdictions.record.ingest.folder import load_folder
from jurisdictions.render.files.package.build import package_bytes

TODAY = date(2026, 11, 22)
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
PROGRAM = "secure-communities"
TIME = {"id", "recorded_at", "superseded_at", "change_id", "ended_by_id", "fact_id", "source_id"}


def asked(**told: str) -> AsOf:
    """What an address asks for."""
    return ask(**told, today=TODAY)


def load_and_publish(folder: Path) -> AsOf:
    """Load a folder and publish it; the edition that then stands."""
    load_folder(folder, today=TODAY, by="Ana", at=NOON)
    publish_edition(program=PROGRAM, by="Ana", reason="", at=NOON)
    return asked()


def unpacked(content: bytes) -> dict[str, bytes]:
    """The files of a zip."""
    with ZipFile(BytesIO(content)) as zipped:
        return {name: zipped.read(name) for name in zipped.namelist()}


@cache
def shipped_package() -> bytes:
    """The package of the shipped edition, which no test changes; made once."""
    return package_bytes(asked())


def unpacked_into(folder: Path, package: bytes) -> Path:
    """A package, unpacked into a folder."""
    for name, content in unpacked(package).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def everything() -> dict[str, list[dict[str, object]]]:
    """Every cell of every fact, citation and span that stands, without moments and row numbers."""
    found = {}
    for kind, model in MODELS.items():
        rows = model._default_manager.current().order_by("fact_id")
        found[kind] = [_plain(row) for row in rows.values("fact__key", *_columns(model))]
    citations = Citation.objects.current().order_by("fact_id", "pk")
    cited = citations.values("fact__kind", "fact__key", "source__key", *_columns(Citation))
    found["citation"] = [_plain(row) for row in cited]
    spans = Span.objects.filter(last_edition__isnull=True).order_by("geoid", "start")
    said = ("standing__status", "standing__dimensions")
    columns = [name for name in _columns(Span) if name != "standing_id"]
    found["span"] = [_plain(row) for row in spans.values(*columns, *said)]
    found["program"] = [_plain(row) for row in Program.objects.values()]
    return found


def _columns(model: type) -> list[str]:
    names = (field.attname for field in model._meta.concrete_fields)  # type: ignore[attr-defined]
    return [name for name in names if name not in TIME | {"program_id"}]


def _plain(row: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in row.items() if name not in TIME}


def empty() -> None:
    """Take everything off the record, as after the first migration."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table.startswith("jurisdictions_"):
                cursor.execute(f'DELETE FROM "{table}"')  # noqa: S608 - our own table names
