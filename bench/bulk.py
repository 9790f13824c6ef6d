"""How long a job takes for the nation's reports: from a sample, or with `--full` from all."""

from __future__ import annotations

import os
import resource
import time
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.table import Budget, Row, held

SAMPLE, PROCESSES = 100, 2
BUDGETS = {"nation": Budget(15, "min")}


def measure(full: bool = False) -> list[Row]:
    """What was measured, the figure, the budget."""
    from django.test import override_settings

    with TemporaryDirectory() as folder, override_settings(DATA_DIR=Path(folder)):
        rows = [whole()] if full else [sample(Path(folder))]
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return [*rows, Row("memory of a typesetting process", f"{peak:.0f} MB")]


def sample(folder: Path) -> Row:
    """Some reports from all over the nation; the start of the processes is counted once."""
    from jurisdictions.read.places import places_of
    from jurisdictions.render.reports.bulk.typesetters import typeset

    as_of, order = asked()
    places = sorted(places_of(as_of))
    chosen = places[:: len(places) // SAMPLE][:SAMPLE]
    made = typeset(order, chosen, folder, PROCESSES)
    begun, cpu = time.perf_counter(), children_cpu()
    started = next((time.perf_counter() - begun for number in made if number), 0.0)
    for _number in made:
        pass
    spent = time.perf_counter() - begun - started
    minutes = (started + spent / (len(chosen) - 1) * len(places)) / 60
    size = sum(path.stat().st_size for path in folder.glob("*.pdf")) / len(chosen) / 1000
    each = (children_cpu() - cpu) / len(chosen) * 1000
    figure = f"{minutes:.1f} min from {len(chosen)}; {each:.0f} ms CPU and {size:.0f} kB each"
    what = f"{len(places):,} place reports, {PROCESSES} processes"
    return held(what, figure, minutes, BUDGETS["nation"])


def whole() -> Row:
    """All of them, packed."""
    from jurisdictions.render.reports.bulk.folders import finished_size
    from jurisdictions.render.reports.bulk.make import make_reports

    as_of, order = asked()
    begun = time.perf_counter()
    make_reports(as_of, order, lambda _: None, PROCESSES)
    minutes = (time.perf_counter() - begun) / 60
    megabytes = (finished_size(order.key) or 0) / 1_000_000
    figure = f"{minutes:.1f} min, {megabytes:.0f} MB"
    return held("the nation's reports in one file", figure, minutes, BUDGETS["nation"])


def asked() -> tuple[Any, Any]:
    """The nation on the opening day."""
    from jurisdictions.read.asking import ask
    from jurisdictions.web.bulk.view import order_of

    as_of = ask(date="2011-08-05", today=date(2020, 1, 1))
    return as_of, order_of(as_of, "", os.environ.get("SITE_URL") or "https://tracker.example")


def children_cpu() -> float:
    """Seconds of processor of the processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
