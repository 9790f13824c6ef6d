"""The clerk: does in the project what the job tests ask, one JSON line after the other."""

from __future__ import annotations

import json
import sys
from datetime import timedelta
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import django


def ask(kind: str, arguments: dict[str, Any]) -> int:
    """Ask for a job."""
    from django.utils import timezone

    from jurisdictions.record.jobs.queue import ask_job

    return ask_job(
        kind=kind,
        arguments=arguments,
        by="an administrator",
        at=timezone.now(),
        lease=timedelta(seconds=3),
    )


def cancel(job_id: int) -> bool:
    """Cancel a job."""
    from django.utils import timezone

    from jurisdictions.record.jobs.queue import cancel_job

    return cancel_job(job_id=job_id, at=timezone.now())


def state(job_id: int) -> str:
    """Status, attempts and the error's last line."""
    from jurisdictions.record.jobs.queue import job_state

    job = job_state(job_id)
    return f"{job.status}|{job.attempts}|{job.error.strip().rpartition(chr(10))[2]}"


def load_agencies() -> None:
    """Load the small folder of 287(g) beside the facts that ship; it is not published."""
    from django.core.management import call_command

    from tests.agencies_on_file import write_agencies

    with TemporaryDirectory() as folder:
        call_command("load_facts", str(write_agencies(Path(folder))), stdout=StringIO())


def ask_reports(state: str, date: str) -> int:
    """Ask for the reports of a state, as a visitor does on the page."""
    from django.test import Client

    answer = Client(headers={"host": "localhost"}).post(
        "/secure-communities/reports/", {"state": state, "date": date}
    )
    return int(answer["Location"].split("/")[3])


def upload(rows: int) -> str:
    """Upload a file of many steps, as a contributor does on the page; its id and its job's."""
    from django.apps import apps
    from django.utils import timezone

    from jurisdictions.record.uploads.stages import begin_upload
    from tests.people import acting, make_person

    header = "request,seq,geoid,on,step,source\n"
    places = [f"{state:02}001" for state in (1, 4, 5, 6, 8, 12, 13, 16, 17, 18, 19, 20)]
    lines = "".join(
        f"step-{n},1,{places[n % len(places)]},2010,requested,nilc\n" for n in range(rows)
    )
    number = begin_upload(
        program="secure-communities",
        kind="opt_out",
        name="many.csv",
        content=(header + lines).encode(),
        language="en",
        by=acting(make_person("contributor", "US")),
        at=timezone.now(),
    )
    found = apps.get_model("jurisdictions", "Upload").objects.get(pk=number)
    return f"{number}|{found.job_id}"


def upload_counts(upload_id: int) -> dict[str, int]:
    """What the check of an upload found; empty while it has found nothing."""
    from django.apps import apps

    found = apps.get_model("jurisdictions", "Upload").objects.get(pk=upload_id)
    return dict(found.findings.get("counts", {}))


def progress(job_id: int) -> float:
    """How far a job is."""
    from jurisdictions.record.jobs.queue import job_state

    return job_state(job_id).progress


def editions(program: str) -> int:
    """How many editions of a program there are."""
    from django.apps import apps

    return apps.get_model("jurisdictions", "Edition").objects.filter(program__slug=program).count()


ACTS = {
    act.__name__: act
    for act in (
        *(ask, cancel, state, load_agencies, ask_reports, editions),
        *(upload, upload_counts, progress),
    )
}

if __name__ == "__main__":
    django.setup()
    for line in sys.stdin:
        act, given = json.loads(line)
        print(json.dumps(str(ACTS[act](**given))), flush=True)  # noqa: T201 - the answer
