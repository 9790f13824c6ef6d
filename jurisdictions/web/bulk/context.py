"""What the pages of bulk reports show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.core import signing
from django.utils.translation import get_language, get_language_info, ngettext
from django.utils.translation import gettext as _

from jurisdictions.read.places import states_of
from jurisdictions.read.rows import AsOf
from jurisdictions.record.jobs.reports import ReportsJob, ReportsLimits, recent_reports
from jurisdictions.render.reports.bulk.contents import count_of
from jurisdictions.render.reports.bulk.folders import finished_size, workbench
from jurisdictions.render.reports.bulk.progress import (
    begun,
    made_of,
    progress_text,
    remaining_seconds,
)
from jurisdictions.render.words.days import date_text, number_text
from jurisdictions.status.geoids import NATION

MADE_SHOWN = 12
BYTES_EACH = 140_000
REPORTS_A_SECOND = 8
"""What a report takes, as measured in bench/bulk.py on a slow machine; said as "about"."""
MEGABYTE, GIGABYTE, MINUTE = 1_000_000, 1_000_000_000, 60
SALT = "reports"
STATES_FOR_A_NATION = 10
"""Files of states that may wait where one of the nation may."""


@dataclass(frozen=True, slots=True)
class Made:
    """An order that waits, runs or is done."""

    job_id: int
    what: str
    said: str
    size: int | None


def bulk_context(as_of: AsOf, chosen: str) -> dict[str, object]:
    """Everything that bulk/page.html reads."""
    total = count_of(as_of, "")
    return {
        "states": states_of(as_of),
        "chosen_state": chosen,
        "total": total,
        "megabytes": total * BYTES_EACH // MEGABYTE,
        "minutes": max(1, round(total / REPORTS_A_SECOND / MINUTE)),
        "languages_offered": [
            (code, get_language_info(code)["name_local"].capitalize(), code == get_language())
            for code, _name in settings.LANGUAGES
        ],
        "limits": reports_limits(),
        "nation": NATION,
        "quota": settings.REPORTS_QUOTA / GIGABYTE,
        "made": _made(as_of),
    }


def reports_limits() -> ReportsLimits:
    """How many files may wait or be made at once."""
    nations = settings.REPORTS_OPEN_MOST
    return ReportsLimits(settings.REPORTS_OWN_MOST, nations, nations * STATES_FOR_A_NATION)


def _made(as_of: AsOf) -> list[Made]:
    jobs = [(job, finished_size(job.order.key)) for job in recent_reports(MADE_SHOWN)]
    return [
        Made(job.job_id, what_of(as_of, job), standing_of(job), size)
        for job, size in jobs
        if job.is_open or size is not None
    ]


def what_of(as_of: AsOf, job: ReportsJob) -> str:
    """What an order holds: "Illinois, August 5, 2011, edition 1, English"."""
    order = job.order
    state = next((s.name for s in states_of(as_of) if s.state == order.state), _("The nation"))
    return _("%(where)s, %(day)s, edition %(edition)s, %(language)s") % {
        "where": state,
        "day": date_text(order.day),
        "edition": order.edition,
        "language": get_language_info(order.language)["name_local"].capitalize(),
    }


def standing_of(job: ReportsJob) -> str:
    """One word on where a job stands."""
    if job.stopping and job.is_open:
        return _("Stopping")
    return {
        "queued": _("Waiting"),
        "running": _("Being made"),
        "done": _("Ready"),
        "failed": _("Failed"),
        "cancelled": _("Canceled"),
    }[job.status]


def progress_said(job: ReportsJob, total: int, at: datetime) -> str:
    """How far an open job is and how long it will take, as text."""
    if job.stopping:
        return _("Being stopped.")
    if job.status == "queued" or job.started_at is None:
        return _waiting(job.ahead)
    made = made_of(job.progress, total)
    before = begun(workbench(job.order.key))
    return progress_text(made, total, remaining_seconds(made, total, before, job.started_at, at))


def _waiting(ahead: int) -> str:
    if not ahead:
        return _("Waiting for its turn.")
    text = ngettext(
        "Waiting: %(number)s other file comes first.",
        "Waiting: %(number)s other files come first.",
        ahead,
    )
    return text % {"number": number_text(ahead)}


def token_of(job_id: int) -> str:
    """What the asker's address carries, so that the asker alone can cancel."""
    return signing.dumps(job_id, salt=SALT)


def is_askers(token: str, job_id: int) -> bool:
    """Whether a token was given to the asker of the job."""
    try:
        return bool(signing.loads(token, salt=SALT) == job_id)
    except signing.BadSignature:
        return False
