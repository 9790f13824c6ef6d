"""Brings a database with editions of the first version to today's tables, and says what it holds.

Run by test_moving.py in a process of its own, on a database of its own.
"""

from __future__ import annotations

import json
import sys
from contextlib import nullcontext
from datetime import UTC, date, datetime
from typing import Any

import django

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
BEFORE = ("jurisdictions", "0010_what_jobs_found")
WORDS = ("position", "agreement", "activation", "objection", "local_limits")
OLD: tuple[tuple[Any, ...], ...] = (
    # place, start, end, status, words of the dimensions, activated, sharing, first and last edition
    ("17", None, date(2010, 6, 8), "not-begun", "unstated not-documented not-activated none"
     " none-recorded", "", "", 1, None),
    ("17", date(2010, 6, 8), None, "active-under-agreement", "voluntary in-force activated none"
     " none-recorded", "2010-06", "2010-06-08", 1, 1),
    ("17", date(2010, 6, 8), None, "active-under-agreement", "voluntary in-force activated none"
     " none-recorded", "2010-06-08", "2010-06-08", 2, None),
    ("17031", None, None, "not-begun", "unstated not-documented not-activated none none-recorded",
     "", "", 1, 2),
    ("17031", None, None, "opted-out", "voluntary in-force activated honoured limits-detainers",
     "2010", "", 3, None),
)  # fmt: skip


def main() -> None:
    django.setup()
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    # SQLite's file is not there yet.
    with getattr(connection, "may_be_created", nullcontext)():
        executor = MigrationExecutor(connection)
        executor.migrate([BEFORE])
    publish_as_then(executor.loader.project_state([BEFORE]).apps)
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())
    json.dump(held(), sys.stdout)


def publish_as_then(apps: Any) -> None:
    """Three editions of two programs, in the columns of the first version."""
    for slug in ("secure-communities", "another"):
        program = apps.get_model("jurisdictions", "Program").objects.create(
            slug=slug, name=slug, vintage="2010"
        )
        change = apps.get_model("jurisdictions", "Change").objects.create(
            made_at=NOON, made_by="Ana", reason="A letter."
        )
        for number in (1, 2, 3):
            apps.get_model("jurisdictions", "Edition").objects.create(
                program=program, number=number, published_at=NOON, published_by="Ana",
                rule_version=str(number), last_change=change, facts_changed=1, spans=2,
            )  # fmt: skip
        span = apps.get_model("jurisdictions", "Span")
        for place, start, end, status, words, activated, sharing, first, last in OLD:
            span.objects.create(
                program=program, geoid=place, start=start, end=end, status=status,
                since=start, reasons="activation:17031", start_edtf=str(start or ""),
                activated_edtf=activated, sharing_edtf=sharing,
                first_edition=first, last_edition=last,
                **dict(zip(WORDS, words.split(), strict=True)),
            )  # fmt: skip


def held() -> dict[str, Any]:
    """What each edition of the first program says, read as any page reads it."""
    from jurisdictions.models import Edition, SpanStanding
    from jurisdictions.read.asking import ask
    from jurisdictions.read.spans import all_spans

    numbers = Edition.objects.filter(program__slug="secure-communities").order_by("number")
    told: dict[str, Any] = {"standings": SpanStanding.objects.count(), "editions": {}}
    for number in numbers.values_list("number", flat=True):
        as_of = ask(date="2011-08-05", edition=str(number), today=NOON.date())
        told["editions"][number] = [
            [
                *(span.geoid, str(span.start), str(span.end), span.status),
                " ".join(getattr(span, name) for name in WORDS),
                *(span.reasons, span.start_edtf, span.activated_on_edtf, span.sharing_since_edtf),
            ]
            for span in all_spans(as_of)
        ]
    return told


if __name__ == "__main__":
    main()
