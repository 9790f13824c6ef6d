"""Spans keep their days as precise as the facts, also those that were published without them."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import UTC, datetime
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, models

from jurisdictions.models import Program, Span
from jurisdictions.publish.spans import READ
from jurisdictions.record.changing.facts import correct_fact

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
PROGRAM = "secure-communities"
LOS_ANGELES, WASHINGTON = "06037", "53"
migration = import_module("jurisdictions.migrations.0005_known_days")

Row = tuple[Any, ...]


class OldSpan(models.Model):
    """A span in the columns that it had when the migration was written, in a table of its own."""

    program = models.ForeignKey(Program, models.DO_NOTHING, related_name="+", db_constraint=False)
    geoid = models.CharField(max_length=5)
    start = models.DateField(null=True)
    end = models.DateField(null=True)
    status = models.CharField(max_length=40)
    position = models.CharField(max_length=40)
    agreement = models.CharField(max_length=40)
    activation = models.CharField(max_length=40)
    objection = models.CharField(max_length=40)
    local_limits = models.CharField(max_length=40)
    since = models.DateField(null=True)
    reasons = models.TextField(blank=True)
    start_edtf = models.CharField(max_length=10, default="")
    end_edtf = models.CharField(max_length=10, default="")
    since_edtf = models.CharField(max_length=10, default="")
    activated_edtf = models.CharField(max_length=10, default="")
    sharing_edtf = models.CharField(max_length=10, default="")
    first_edition = models.PositiveIntegerField()
    last_edition = models.PositiveIntegerField(null=True)

    class Meta:
        app_label = "jurisdictions"
        db_table = "old_spans"
        managed = False

    def __str__(self) -> str:
        return f"{self.geoid} {self.status}"


class OldApps:
    """The tables as the migration saw them."""

    def get_model(self, label: str, name: str) -> Any:
        return OldSpan if name == "Span" else apps.get_model(label, name)


DIMENSIONS = ("position", "agreement", "activation", "objection", "local_limits")
COLUMNS = [f.attname for f in OldSpan._meta.concrete_fields if f.attname != "id"]


def lay_out() -> None:
    """The spans of today in the columns of then."""
    sql, _parameters = connection.schema_editor().table_sql(OldSpan)
    with connection.cursor() as cursor:
        cursor.execute(sql)
    rows = Span.objects.values_list("program", "geoid", "first_edition", "last_edition", *READ)
    OldSpan.objects.bulk_create([old(*row) for row in rows], batch_size=40)


def old(
    program: int, geoid: str, first: int, last: int | None, start: Any, end: Any, status: str,
    dimensions: str, since: Any, reasons: str, began: str, ended: str, held: str, days: str,
) -> OldSpan:  # fmt: skip
    own = json.loads(days) if days else {}
    return OldSpan(
        program_id=program,
        geoid=geoid,
        first_edition=first,
        last_edition=last,
        start=start,
        end=end,
        status=status,
        since=since,
        reasons=reasons,
        start_edtf=began,
        end_edtf=ended,
        since_edtf=held,
        activated_edtf=own.get("activated_on", ""),
        sharing_edtf=own.get("sharing_since", ""),
        **json.loads(dimensions),
    )


def stored() -> set[Row]:
    return set(OldSpan.objects.values_list(*COLUMNS))


def as_before() -> None:
    """The spans as they were published before: those that differ in precision only are one."""
    alike: dict[Row, list[OldSpan]] = defaultdict(list)
    kept = [n for n in COLUMNS if not n.endswith("_edtf") and not n.endswith("_edition")]
    for span in OldSpan.objects.order_by("first_edition"):
        alike[tuple(getattr(span, name) for name in kept)].append(span)
    for first, *others in alike.values():
        if others and first.last_edition == (others[0].first_edition or 0) - 1:
            first.last_edition = others[-1].last_edition
            first.save()
            for other in others:
                other.delete()
    OldSpan.objects.update(**dict.fromkeys(migration.COLUMNS, ""))


def correct(kind: str, name: str, day: str) -> None:
    cells = {"activation": {"activated_on": day}, "agreement": {"on": day}}[kind]
    cells["source"] = "ice_activated_list"
    correct_fact(
        program=PROGRAM, name=name, cells=cells, by="Ana", reason="A letter.", at=NOON
    )  # fmt: skip


@pytest.mark.usefixtures("shipped")
def test_what_was_published_before_gets_its_days_in_every_edition() -> None:
    correct("activation", f"activation:{LOS_ANGELES}", "2009-08")
    correct("agreement", "agreement:wa:1", "2010-03")
    lay_out()
    expected = stored()
    as_before()
    assert stored() != expected
    migration.known_days(OldApps(), connection.schema_editor())
    assert stored() == expected
