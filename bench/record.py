"""Loading the shipped facts, publishing all, deriving anew what one change touches.

Works on the database of the settings, which must be empty; leaves it loaded and published.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter

from django.conf import settings
from django.db import transaction

from bench.table import Budget, Row, held
from jurisdictions.publish.editions import publish_edition
from jurisdictions.record.changing.facts import correct_fact
from jurisdictions.record.changing.moments import open_change
from jurisdictions.record.changing.versions import supersede
from jurisdictions.record.ingest.folder import load_folder
from jurisdictions.record.kinds import KINDS
from jurisdictions.status.dates import PartialDate

BUDGETS = {
    "load": Budget(10, "s"),
    "publish": Budget(3, "s"),
    "a county": Budget(50, "ms"),
    "a state": Budget(300, "ms"),
}
PROGRAM = "secure-communities"
NOW = datetime(2026, 11, 22, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
TIMES = 15
COUNTY = "activation:17031"


def measure() -> list[Row]:
    """What was measured, the figure, the budget: one row for each."""
    folder = Path(settings.BASE_DIR) / "jurisdictions" / "data" / PROGRAM
    loading = seconds(lambda: load_folder(folder, today=NOW.date(), by="bench", at=NOW))
    publishing = seconds(
        lambda: publish_edition(program=PROGRAM, by="bench", reason="bench", at=NOW)
    )
    rows = [
        held("load the shipped facts", f"{loading:.1f} s", loading, BUDGETS["load"]),
        held("publish all", f"{publishing:.1f} s", publishing, BUDGETS["publish"]),
    ]
    step = state_step()
    for whose, name, cell in (("a county", COUNTY, "activated_on"), ("a state", step, "on")):
        spent, what = spent_ms(derive_anew, name, cell), f"derive {whose} anew and publish"
        rows += [
            held(what, told(spent), statistics.median(spent), BUDGETS[whose]),
            Row("  with the correction and its checks", told(spent_ms(correct, name, cell))),
        ]
    return rows


def state_step() -> str:
    """The agreement step of the state with the most places that has one."""
    from jurisdictions.models import AgreementStep, Jurisdiction

    steps = AgreementStep.objects.current().exclude(step="cancelled").select_related("fact")
    places = Jurisdiction.objects.current()
    return max(steps, key=lambda s: places.filter(parent=s.geoid).count()).fact.name


def spent_ms(work: Callable[[str, str, str], float], name: str, cell: str) -> list[float]:
    """Milliseconds that each of a few changes of one cell took; all are undone."""
    found = []
    for turn in range(TIMES):
        with transaction.atomic():
            found.append(work(name, cell, f"2010-{turn % 12 + 1:02}-01") * 1000)
            transaction.set_rollback(True)
    return sorted(found[1:])


def correct(name: str, cell: str, value: str) -> float:
    """Seconds of one correction, an hour later than the loading."""
    return seconds(
        lambda: correct_fact(
            program=PROGRAM, name=name, cells={cell: value}, by="bench", reason="bench", at=LATER
        )
    )


def derive_anew(name: str, cell: str, value: str) -> float:
    """Seconds of publishing alone, after the same correction."""
    kind, key = name.split(":", 1)
    model = KINDS[kind].model
    version = model._default_manager.get(superseded_at=None, fact__key=key, fact__kind=kind)
    moment = open_change(by="bench", reason="bench", at=LATER)
    supersede(model, [version.pk], moment)
    version.pk, version.change, version.recorded_at = None, moment.change, moment.at
    setattr(version, cell, PartialDate.parse(value))
    version.save(force_insert=True)
    return seconds(
        lambda: publish_edition(program=PROGRAM, by="bench", reason="bench", at=moment.at)
    )


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    began = perf_counter()
    work()
    return perf_counter() - began


def told(found: list[float]) -> str:
    """The median and the worst."""
    return f"{statistics.median(found):.0f} ms, worst {found[-1]:.0f} ms"
