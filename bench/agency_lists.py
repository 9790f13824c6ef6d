"""The lists of agencies and of agreements: CPU of their files, and how it grows.

Loads and publishes the shipped facts. Then every agency and agreement stands there several times
over: reading the record and writing its file must cost the same for one agreement.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable
from datetime import date, timedelta
from time import process_time
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import transaction

from bench.api import cpu_ms
from bench.table import Budget, Row, held
from jurisdictions.models import Agency, AgencyAgreement, Fact
from jurisdictions.read.agencies import lines, record
from jurisdictions.read.agencies.choosing import NOTHING
from jurisdictions.read.asking import ask
from jurisdictions.render.files.columns.agencies import AGENCIES, AGREEMENTS
from jurisdictions.render.files.csv_file import csv_chunks
from jurisdictions.status.programs.section_287g import SLUG

BUDGETS = {
    "csv": Budget(150, "ms"),
    "each": Budget(1.5, "times the cost of one agreement as shipped"),
}
DAYS = [date(2026, 1, 1) + timedelta(days=9 * step) for step in range(15)]
FILES = {
    "2,003 agencies as CSV, CPU": (f"/{SLUG}/agencies.csv?date={{day}}", "csv"),
    "2,556 agreements as CSV, CPU": (f"/{SLUG}/agreements.csv?date={{day}}", "csv"),
    "the list of agencies, CPU": (f"/{SLUG}/agencies/?date={{day}}", ""),
    "the list of agreements, CPU": (f"/{SLUG}/agreements/?date={{day}}", ""),
}
PART = 500
"""Rows that are stored in one statement."""


def measure(full: bool = False) -> list[Row]:
    """What was measured, the figure, the budget: one row for each."""
    call_command("build", verbosity=0)
    for folder in ("secure-communities", SLUG):
        facts = settings.BASE_DIR / "jurisdictions" / "data" / folder
        call_command("load_facts", facts, by="bench", verbosity=0)
    call_command("publish", by="bench", without_package=True, verbosity=0)
    return [*(_file(what, *told) for what, told in FILES.items()), *_growing(full)]


def _file(what: str, address: str, budget: str) -> Row:
    """The median over the days, once the record is read."""
    cpu_ms(address.format(day="2020-01-01"))
    usual = statistics.median(cpu_ms(address.format(day=day))[0] for day in DAYS)
    figure = f"{usual:.0f} ms"
    return held(what, figure, usual, BUDGETS[budget]) if budget else Row(what, figure)


def _growing(full: bool) -> list[Row]:
    rows, base = [], 0.0
    with transaction.atomic():
        copies = 1
        for times in (1, 4, 40) if full else (1, 4):
            for copy in range(copies, times):
                _copied(copy)
            copies = times
            count, spent = _all_files()
            base = base or spent / count
            figure = f"{spent:.2f} s of CPU ({spent / count / base:.2f} of the first)"
            what = f"read and write {count:,} agreements"
            rows.append(held(what, figure, spent / count / base, BUDGETS["each"]))
        transaction.set_rollback(True)
    return rows


def _all_files() -> tuple[int, float]:
    """How many agreements there are; seconds to read the record and to write both of its files."""
    as_of = ask(program=SLUG, today=date(2026, 5, 18))
    record._record.cache_clear()  # noqa: SLF001 - what a new edition does
    lines._ranks.cache_clear()  # noqa: SLF001
    begun = process_time()
    found = lines.agreement_lines(as_of, NOTHING, "state")
    for table, rows in (
        (AGREEMENTS, found),
        (AGENCIES, lines.agency_lines(as_of, NOTHING, "name")),
    ):
        for _chunk in csv_chunks(table, as_of, rows):
            pass
    return len(found), process_time() - begun


def _copied(copy: int) -> None:
    """Every agency and agreement once more, under ids of this copy."""
    _copy(Agency, copy, lambda one: setattr(one, "agency", f"{one.agency}~{copy}"))

    def renamed(one: AgencyAgreement) -> None:
        one.agency, one.agreement = f"{one.agency}~{copy}", f"{one.agreement}~{copy}"

    _copy(AgencyAgreement, copy, renamed)


def _copy(model: Any, copy: int, rename: Callable[[Any], None]) -> None:
    own = model._default_manager.filter(superseded_at=None).exclude(fact__key__contains="~")
    versions = list(own.select_related("fact"))
    facts = [
        Fact(program=one.fact.program, kind=one.fact.kind, key=f"{one.fact.key}~{copy}")
        for one in versions
    ]
    Fact.objects.bulk_create(facts, batch_size=PART)
    for one, fact in zip(versions, facts, strict=True):
        one.pk, one.fact = None, fact
        rename(one)
    model._default_manager.bulk_create(versions, batch_size=PART)
