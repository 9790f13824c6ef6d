"""Spans keep their days as precise as the facts, also those that were published without them."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, datetime
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.db import connection

from jurisdictions.models import Span
from jurisdictions.publish.spans import FIELDS
from jurisdictions.record.changing.facts import correct_fact

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
PROGRAM = "secure-communities"
LOS_ANGELES, WASHINGTON = "06037", "53"
migration = import_module("jurisdictions.migrations.0005_known_days")

Row = tuple[Any, ...]


def stored() -> set[Row]:
    return set(Span.objects.values_list("geoid", "first_edition", "last_edition", *FIELDS))


def as_before() -> None:
    """The spans as they were published before: those that differ in precision only are one."""
    alike: dict[Row, list[Span]] = defaultdict(list)
    old = [field for field in FIELDS if not field.endswith("_edtf")]
    for span in Span.objects.order_by("first_edition"):
        alike[(span.geoid, *(getattr(span, name) for name in old))].append(span)
    for first, *others in alike.values():
        if others and first.last_edition == others[0].first_edition - 1:
            first.last_edition = others[-1].last_edition
            first.save()
            for other in others:
                other.delete()
    Span.objects.update(**dict.fromkeys(migration.COLUMNS, ""))


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
    expected = stored()
    as_before()
    assert stored() != expected
    migration.known_days(apps, connection.schema_editor())
    assert stored() == expected
