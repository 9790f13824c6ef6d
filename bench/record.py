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

from jurisdictions.publish.editions import publish_edition
from jurisdictions.record.facts import correct_fact
from jurisdictions.record.ingest.folder import load_folder

Row = tuple[str, str, str]
PROGRAM = "secure-communities"
NOW = datetime(2026, 11, 22, tzinfo=UTC)
TIMES = 15
COUNTY = "activation:17031"


def measure() -> list[Row]:
    """What was measured, the figure, the budget: one row for each."""
    folder = Path(settings.BASE_DIR) / "jurisdictions" / "data" / PROGRAM
    loading = seconds(lambda: load_folder(folder, today=NOW.date(), by="bench", at=NOW))
    publishing = seconds(
        lambda: publish_edition(program=PROGRAM, by="bench", reason="bench", at=NOW)
    )
    county = corrected_ms(COUNTY, "activated_on", "2010-{month:02}-01")
    state = corrected_ms(state_step(), "on", "2010-{month:02}-01")
    return [
        ("load the shipped facts", f"{loading:.1f} s", "10 s"),
        ("publish all", f"{publishing:.1f} s", "3 s"),
        ("record a county's change and publish", told(county), "50 ms"),
        ("record a state's change and publish", told(state), "300 ms"),
    ]


def state_step() -> str:
    """The agreement step of the state with the most places that has one."""
    from jurisdictions.models import AgreementStep, Jurisdiction

    steps = AgreementStep.objects.current().exclude(step="cancelled").select_related("fact")
    places = Jurisdiction.objects.current()
    return max(steps, key=lambda s: places.filter(parent=s.geoid).count()).fact.name


def corrected_ms(name: str, cell: str, values: str) -> list[float]:
    """Milliseconds that each of a few corrections took; all are undone."""
    found = []
    for turn in range(TIMES):
        cells = {cell: values.format(month=turn % 12 + 1)}
        with transaction.atomic():
            spent = seconds(lambda cells=cells: correct(name, cells))
            transaction.set_rollback(True)
        found.append(spent * 1000)
    return sorted(found[1:])


def correct(name: str, cells: dict[str, str]) -> None:
    """One correction, an hour later than the loading."""
    at = NOW + timedelta(hours=1)
    correct_fact(program=PROGRAM, name=name, cells=cells, by="bench", reason="bench", at=at)


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    began = perf_counter()
    work()
    return perf_counter() - began


def told(found: list[float]) -> str:
    """The median and the worst."""
    return f"{statistics.median(found):.0f} ms, worst {found[-1]:.0f} ms"
