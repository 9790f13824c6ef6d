"""What the tables promise: rows that are pointed at, conditions, what is there once, known words.

A database enforces most of it while it writes. What a disk, a hand or a tool of another kind did to
the file is found only by asking again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, TypeAlias

from django.apps import apps
from django.db import connection, models
from django.db.models import (
    BaseConstraint,
    CheckConstraint,
    Count,
    F,
    Field,
    ForeignKey,
    Model,
    Q,
    UniqueConstraint,
)
from django.db.models.functions import Cast
from django.db.models.sql import Query
from django.utils.translation import gettext as _

from jurisdictions.models.base import PartialDateField
from jurisdictions.record.soundness.unsound import Unsound, each, guarded
from jurisdictions.status.dates import NotADate, PartialDate

GEOID = re.compile(r"US|\d{2}|\d{5}")
AnyModel: TypeAlias = type[Model]


def our_tables() -> list[AnyModel]:
    """The models whose tables are this app's, in the order of those."""
    found = apps.get_app_config("jurisdictions").get_models()
    return sorted(
        (model for model in found if model._meta.managed), key=lambda model: model._meta.db_table
    )


def faults_of_file() -> Iterator[Unsound]:
    """What SQLite finds damaged in its own file; PostgreSQL tells it when it reads a page."""
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check(20)")
        told = [row[0] for row in cursor.fetchall()]
        cursor.execute("PRAGMA foreign_key_check")
        lost = [row[:3] for row in cursor.fetchall()]
    for said in told:
        if said != "ok":
            yield Unsound("database", str(said))
    # Our own tables are asked below, in the words of their models.
    ours = {model._meta.db_table for model in our_tables()}
    for table, row, target in lost:
        if table not in ours:
            said = _("names a row of %(table)s that is not there") % {"table": target}
            yield Unsound(f"{table} {row}", said)


def faults_of_tables() -> Iterator[Unsound]:
    """Each table, asked for all that its model promises."""
    for model in our_tables():
        table = model._meta.db_table
        for field in model._meta.local_concrete_fields:
            yield from guarded(f"{table} {field.name}", _of_field(model, field))
        for constraint in model._meta.constraints:
            yield from guarded(f"{table} {constraint.name}", _of_constraint(model, constraint))
        for fields in model._meta.unique_together:
            yield from guarded(table, _twice(model, tuple(fields), None, " ".join(fields)))


def _of_constraint(model: AnyModel, constraint: BaseConstraint) -> Iterator[Unsound]:
    if isinstance(constraint, CheckConstraint):
        yield from _broken(model, constraint)
    elif isinstance(constraint, UniqueConstraint):
        yield from _twice(model, tuple(constraint.fields), constraint.condition, constraint.name)


def _of_field(model: AnyModel, field: Field[Any, Any]) -> Iterator[Unsound]:
    table = model._meta.db_table
    if isinstance(field, ForeignKey):
        yield from _pointing_nowhere(model, field)
    if field.unique and not field.primary_key:
        yield from _twice(model, (field.name,), None, field.name)
    if field.choices:
        yield from _unknown_words(model, field)
    if isinstance(field, PartialDateField):
        for text in _texts(model, field):
            if not _is_date(text):
                yield Unsound(f"{table} {field.name}", _("“%(text)s” is no day") % {"text": text})
    if field.name == "geoid":
        wrong = [text for text in _texts(model, field) if text and not GEOID.fullmatch(text)]
        yield from each(f"{table} {field.name}", wrong, _("is no geoid"))
    if not field.null and isinstance(field, models.CharField | models.TextField):
        empty = _pks(model, Q(**{f"{field.name}__isnull": True}))
        yield from each(table, empty, _("%(field)s is null") % {"field": field.name})


def _pointing_nowhere(model: AnyModel, field: ForeignKey[Any, Any]) -> Iterator[Unsound]:
    target, column = field.related_model, field.attname
    assert isinstance(target, type)  # noqa: S101 - models are loaded by now
    there = target._meta.base_manager.values("pk")
    gone = Q(**{f"{column}__isnull": False}) & ~Q(**{f"{column}__in": there})
    what = _("%(field)s names a row of %(table)s that is not there") % {
        "field": field.name,
        "table": target._meta.db_table,
    }
    yield from each(model._meta.db_table, _pks(model, gone), what)


def _unknown_words(model: AnyModel, field: Field[Any, Any]) -> Iterator[Unsound]:
    known = {str(value) for value, _text in field.flatchoices}
    wrong = [text for text in _texts(model, field) if text and text not in known]
    yield from each(
        f"{model._meta.db_table} {field.name}", wrong, _("is no word of its vocabulary")
    )


def _broken(model: AnyModel, constraint: CheckConstraint) -> Iterator[Unsound]:
    """Rows for which the condition is false; one that is unknown holds, as SQL has it."""
    query = Query(model, alias_cols=False)
    compiler = query.get_compiler(connection=connection)
    said, values = compiler.compile(query.build_where(Q(constraint.condition)))
    quote = connection.ops.quote_name
    pk, table = quote(str(model._meta.pk.column)), quote(model._meta.db_table)
    asked = f"SELECT {pk} FROM {table} WHERE NOT ({said})"  # noqa: S608 - the model's own words
    with connection.cursor() as cursor:
        cursor.execute(asked, values)
        found = [str(row[0]) for row in cursor.fetchall()]
    yield from each(model._meta.db_table, found, _("breaks “%(name)s”") % {"name": constraint.name})


def _twice(
    model: AnyModel, fields: tuple[str, ...], condition: Q | None, name: str
) -> Iterator[Unsound]:
    """Values that stand twice though they may stand once; null is never the same as null."""
    rows = (
        model._meta.base_manager.filter(condition) if condition else model._meta.base_manager.all()
    )
    for field in fields:
        rows = rows.filter(**{f"{field}__isnull": False})
    many = rows.order_by().values(*fields).annotate(times=Count("pk")).filter(times__gt=1)
    found = [" ".join(str(one[field]) for field in fields) for one in many]
    yield from each(
        model._meta.db_table, found, _("is there more than once (%(name)s)") % {"name": name}
    )


def _pks(model: AnyModel, condition: Q) -> list[str]:
    return [
        str(pk) for pk in model._meta.base_manager.filter(condition).values_list("pk", flat=True)
    ]


def _texts(model: AnyModel, field: Field[Any, Any]) -> list[str]:
    """The distinct values of a column as they are stored, without null."""
    text = Cast(F(field.name), models.TextField())
    rows = model._meta.base_manager.filter(**{f"{field.name}__isnull": False}).annotate(
        as_stored=text
    )
    return [str(one) for one in rows.order_by().values_list("as_stored", flat=True).distinct()]


def _is_date(text: str) -> bool:
    try:
        return not text or PartialDate.parse(text) is not None
    except NotADate:
        return False
