"""What SQLite stores is of the type of its column. PostgreSQL takes nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Field, ForeignKey, Model
from django.utils.translation import gettext as _

from jurisdictions.record.soundness.tables import our_tables
from jurisdictions.record.soundness.unsound import Unsound, each, guarded

WHOLE, NUMBER, TEXT = ("integer",), ("integer", "real"), ("text",)
"""What SQLite's typeof() says of a value."""
CLASSES: Mapping[str, tuple[str, ...]] = {
    "AutoField": WHOLE,
    "BigAutoField": WHOLE,
    "BigIntegerField": WHOLE,
    "BooleanField": WHOLE,
    "DecimalField": NUMBER,
    "DurationField": WHOLE,
    "FloatField": NUMBER,
    "IntegerField": WHOLE,
    "PositiveBigIntegerField": WHOLE,
    "PositiveIntegerField": WHOLE,
    "PositiveSmallIntegerField": WHOLE,
    "SmallIntegerField": WHOLE,
}
"""How values of a field are stored, by the field's type; all others are texts."""
READERS: Mapping[str, Callable[[str], object]] = {
    "DateField": date.fromisoformat,
    "DateTimeField": datetime.fromisoformat,
    "JSONField": json.loads,
    "UUIDField": UUID,
}


def faults_of_stored() -> Iterator[Unsound]:
    """Each value of each of our tables: its type, its letters, its length."""
    if connection.vendor != "sqlite":
        return
    for model in our_tables():
        for field in model._meta.local_concrete_fields:
            where = f"{model._meta.db_table} {field.column}"
            yield from guarded(where, _of_column(model, field))


def _of_column(model: type[Model], field: Field[Any, Any]) -> Iterator[Unsound]:
    table, kind = model._meta.db_table, _type_of(field)
    classes = CLASSES.get(kind, TEXT)
    others = _pks(model, field, f"typeof({{column}}) NOT IN {_listed(classes)}")
    told = {"field": field.column}
    yield from each(table, others, _("%(field)s is stored as another type") % told)
    if kind == "BooleanField":
        neither = _pks(model, field, "typeof({column}) = 'integer' AND {column} NOT IN (0, 1)")
        yield from each(table, neither, _("%(field)s is neither yes nor no") % told)
    if classes != TEXT:
        return
    if field.max_length and kind != "UUIDField":
        long = _pks(model, field, f"length({{column}}) > {field.max_length}")
        yield from each(table, long, _("%(field)s is longer than it may be") % told)
    unread = [pk for pk, stored in _texts(model, field) if not _is_read(stored, READERS.get(kind))]
    yield from each(table, unread, _("%(field)s cannot be read") % told)


def _type_of(field: Field[Any, Any]) -> str:
    """The type of a column; that of one which points at a row is that of what it points at."""
    while isinstance(field, ForeignKey):
        field = field.target_field
    return str(field.get_internal_type())


def _listed(words: Sequence[str]) -> str:
    return "('" + "', '".join(words) + "')"


def _pks(model: type[Model], field: Field[Any, Any], wrong: str) -> list[str]:
    """The rows whose value is there and is wrong."""
    column, table, pk = _quoted(model, field)
    where = f"{column} IS NOT NULL AND ({wrong.format(column=column)})"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {pk} FROM {table} WHERE {where}")  # noqa: S608 - our own words
        return [str(row[0]) for row in cursor.fetchall()]


def _texts(model: type[Model], field: Field[Any, Any]) -> Iterator[tuple[str, bytes]]:
    """The texts of a column as they lie in the file, whatever their letters."""
    column, table, pk = _quoted(model, field)
    asked = f"{pk}, CAST({column} AS BLOB) FROM {table} WHERE typeof({column}) = 'text'"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {asked}")
        yield from ((str(key), stored) for key, stored in cursor.fetchall())


def _quoted(model: type[Model], field: Field[Any, Any]) -> tuple[str, str, str]:
    quote = connection.ops.quote_name
    return quote(str(field.column)), quote(model._meta.db_table), quote(str(model._meta.pk.column))


def _is_read(stored: bytes, reader: Callable[[str], object] | None) -> bool:
    try:
        text = stored.decode()
        if reader:
            reader(text)
    except ValueError:
        return False
    return True
