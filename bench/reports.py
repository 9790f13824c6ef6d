"""What reports cost, warm: a place's as PDF, and how long all places would take on two cores.

`bench/run reports`, or `python -m bench.reports [--all]` with a published edition in DATA_DIR:
`--all` makes every place's report in two processes instead of a sample in one.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import date

import django

from bench.table import Budget, Row, held
from jurisdictions.status.geoids import is_state

SITE = "https://tracker.example"
SAMPLE = 130
CORES = 2
BUDGETS = {"one": Budget(400, "ms"), "nation": Budget(15, "min")}


def pdf_ms(geoid: str, language: str = "en") -> tuple[float, float, int]:
    """Wall clock and CPU of one report in milliseconds, and its bytes."""
    from jurisdictions.read.asking import ask
    from jurisdictions.render.reports.pdf import place_report_pdf

    as_of = ask(language=language, today=date(2020, 1, 1))
    begun, cpu = time.perf_counter(), time.process_time()
    made = place_report_pdf(as_of, geoid, SITE)
    wall_ms = (time.perf_counter() - begun) * 1000
    return wall_ms, (time.process_time() - cpu) * 1000, len(made)


def geoids() -> list[str]:
    """Every place, states and county equivalents."""
    from jurisdictions.read.asking import ask
    from jurisdictions.read.places import places_of

    return sorted(places_of(ask(today=date(2020, 1, 1))))


def measure() -> list[Row]:
    """What was measured, the figure, the budget."""
    places = geoids()
    for warm in ("17031", "17", "48"):
        pdf_ms(warm)
    one = sorted(pdf_ms("06075")[0] for _ in range(15))
    sample = places[:: max(1, len(places) // SAMPLE)]
    made = [pdf_ms(geoid) for geoid in sample]
    spent = sum(cpu for _wall, cpu, _size in made) / len(made)
    minutes = spent / 1000 * len(places) / CORES / 60
    states = sorted(pdf_ms(geoid)[0] for geoid in places if is_state(geoid))
    size = statistics.median(size for _wall, _cpu, size in made) / 1000
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    usual = statistics.median(one)
    told = f"{usual:.0f} ms, worst {one[-1]:.0f} ms"
    of_states = f"{statistics.median(states):.0f} ms, worst {states[-1]:.0f} ms"
    all_of_them = f"{len(places):,} reports on {CORES} cores"
    return [
        held("a place's report as PDF, warm", told, usual, BUDGETS["one"]),
        Row("another place's each time, CPU", f"{spent:.0f} ms on average of {len(made)}"),
        held(all_of_them, f"{minutes:.1f} min", minutes, BUDGETS["nation"]),
        Row("a state's report as PDF", of_states),
        Row("a place's report", f"{size:.0f} kB"),
        Row("memory of the process, at most", f"{peak:.0f} MB"),
    ]


def measure_all() -> list[Row]:
    """Every place's report, made by two processes side by side."""
    places = geoids()
    django.db.connections.close_all()
    begun = time.perf_counter()
    with ProcessPoolExecutor(CORES, initializer=django.setup) as pool:
        sizes = [size for _wall, _cpu, size in pool.map(pdf_ms, places, chunksize=20)]
    minutes = (time.perf_counter() - begun) / 60
    told = f"{minutes:.1f} min, {sum(sizes) / 1e6:.0f} MB"
    what = f"{len(places):,} reports, {CORES} processes, measured"
    return [held(what, told, minutes, BUDGETS["nation"])]


def main() -> None:
    """Print the rows as a table."""
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--all", action="store_true", help="make every report")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")
    django.setup()
    for row in measure_all() if given.parse_args().all else measure():
        print(f"{row.what:44} {row.figure:36} {row.budget} {row.mark}")


if __name__ == "__main__":
    main()
