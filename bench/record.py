"""Loading the shipped facts, publishing all, deriving anew what one change touches.

Works on the database of the settings, which must be empty; leaves it loaded and published.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from django.conf import settings
from django.db import transaction

from bench.table import PROGRAMS, Budget, Row, held
from jurisdictions.publish.editions import publish_edition
from jurisdictions.record.changing.facts import correct_fact
from jurisdictions.record.changing.moments import open_change
from jurisdictions.record.changing.versions import supersede
from jurisdictions.record.ingest.folder import load_folder
from jurisdictions.record.kinds import KINDS
from jurisdictions.status.dates import PartialDate

BUDGETS = {
    "secure-communities: load": Budget(10, "s"),
    "secure-communities: publish": Budget(3, "s"),
    "all": Budget(20, "s"),
    "a county": Budget(50, "ms"),
    "a state": Budget(300, "ms"),
    "an agreement": Budget(150, "ms"),
}
NOW = datetime(2026, 11, 22, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
TIMES = 15
SOURCES = {"secure-communities": "ice_activated_list", "287g": "rr_lists"}
"""What a correction rests on."""


class Changed(NamedTuple):
    """A fact whose day is changed again and again, to days of one year."""

    whose: str
    program: str
    name: str
    cell: str
    year: int


def measure() -> list[Row]:
    """What was measured, the figure, the budget: one row for each."""
    rows, spent = [], 0.0
    for program in PROGRAMS:
        for what, work in (("load", load), ("publish", publish)):
            took = seconds(partial(work, program))
            rows.append(maybe_held(f"{program}: {what}", took))
            spent += took
    rows.append(held("both programs", f"{spent:.1f} s", spent, BUDGETS["all"]))
    for one in (
        Changed("a county", "secure-communities", "activation:17031", "activated_on", 2010),
        Changed("a state", "secure-communities", state_step(), "on", 2010),
        Changed("an agreement", "287g", open_agreement(), "signed_on", 2025),
    ):
        found, what = spent_ms(derive_anew, one), f"derive {one.whose} anew and publish"
        rows += [
            held(what, told(found), statistics.median(found), BUDGETS[one.whose]),
            Row("  with the correction and its checks", told(spent_ms(correct, one))),
        ]
    return rows


def maybe_held(what: str, took: float) -> Row:
    """The row of some seconds, with a budget where there is one."""
    figure = f"{took:.1f} s"
    return held(what, figure, took, BUDGETS[what]) if what in BUDGETS else Row(what, figure)


def load(program: str) -> None:
    """Load the shipped facts of a program."""
    folder = Path(settings.BASE_DIR) / "jurisdictions" / "data" / program
    load_folder(folder, today=NOW.date(), by="bench", at=NOW)


def publish(program: str, at: datetime = NOW) -> None:
    """Publish an edition of it."""
    publish_edition(program=program, by="bench", reason="bench", at=at)


def open_agreement() -> str:
    """An agreement of 287(g) that stands, of a county's own agency."""
    from jurisdictions.models import Agency, AgencyAgreement

    whole = Agency.objects.current().filter(reach="whole-county").values("fact__key")
    standing = AgencyAgreement.objects.current().filter(ended_on=None, missing_from=None)
    of_counties = standing.filter(agency__in=whole, signed_on__startswith="2025")
    return of_counties.select_related("fact").order_by("fact__key")[0].fact.name


def state_step() -> str:
    """The agreement step of the state with the most places that has one."""
    from jurisdictions.models import AgreementStep, Jurisdiction

    steps = AgreementStep.objects.current().exclude(step="cancelled").select_related("fact")
    places = Jurisdiction.objects.current()
    return max(steps, key=lambda s: places.filter(parent=s.geoid).count()).fact.name


def spent_ms(work: Callable[[Changed, str], float], one: Changed) -> list[float]:
    """Milliseconds that each of a few changes of one cell took; all are undone."""
    found = []
    for turn in range(TIMES):
        with transaction.atomic():
            found.append(work(one, f"{one.year}-{turn % 12 + 1:02}-01") * 1000)
            transaction.set_rollback(True)
    return sorted(found[1:])


def correct(one: Changed, value: str) -> float:
    """Seconds of one correction, an hour later than the loading."""
    cells = {one.cell: value, "source": SOURCES[one.program]}
    return seconds(
        lambda: correct_fact(
            program=one.program, name=one.name, cells=cells, by="bench", reason="bench", at=LATER
        )
    )


def derive_anew(one: Changed, value: str) -> float:
    """Seconds of publishing alone, after the same correction."""
    kind, key = one.name.split(":", 1)
    model = KINDS[kind].model
    version = model._default_manager.get(superseded_at=None, fact__key=key, fact__kind=kind)
    moment = open_change(by="bench", reason="bench", at=LATER)
    supersede(model, [version.pk], moment)
    version.pk, version.change, version.recorded_at = None, moment.change, moment.at
    setattr(version, one.cell, PartialDate.parse(value))
    version.save(force_insert=True)
    return seconds(lambda: publish(one.program, moment.at))


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    began = perf_counter()
    work()
    return perf_counter() - began


def told(found: list[float]) -> str:
    """The median and the worst."""
    return f"{statistics.median(found):.0f} ms, worst {found[-1]:.0f} ms"
