"""Numbers for Prometheus: only where asked for, only for whom, nothing of readers."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client
from prometheus_client.parser import text_string_to_metric_families

from jurisdictions.management.metrics_server import metrics_served
from jurisdictions.models import Job
from jurisdictions.operating.metrics import standing
from jurisdictions.operating.metrics.counting import FOLDER
from jurisdictions.operating.signs import BEAT, SWEEP, WORKER, touch

TOKEN = "a token that nobody guesses"


def told(text: str) -> dict[tuple[str, ...], float]:
    """Every sample by its name and labels, read as Prometheus reads it."""
    return {
        (one.name, *(f"{name}={value}" for name, value in sorted(one.labels.items()))): one.value
        for family in text_string_to_metric_families(text)
        for one in family.samples
    }


def asked(client: Client, token: str = TOKEN) -> Any:
    return client.get("/metrics", headers={"Authorization": f"Bearer {token}"})


@pytest.mark.usefixtures("shipped")
def test_without_a_token_of_the_operator_there_is_no_such_page(client: Client) -> None:
    assert asked(client, "").status_code == 404
    assert client.get("/metrics").status_code == 404


@pytest.mark.usefixtures("shipped")
def test_who_has_the_token_gets_them_and_nobody_else(settings: Any, client: Client) -> None:
    settings.METRICS_TOKEN = TOKEN
    for refused in (client.get("/metrics"), asked(client, "another"), asked(client, "")):
        assert refused.status_code == 401
        assert refused["WWW-Authenticate"].startswith("Bearer")
    assert client.get("/metrics", headers={"Authorization": f"Basic {TOKEN}"}).status_code == 401
    assert client.post("/metrics").status_code == 405
    answer = asked(client)
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]
    assert answer["Content-Type"].startswith("text/plain; version=0.0.4")
    assert "set-cookie" not in answer.headers


@pytest.mark.usefixtures("shipped")
def test_requests_are_counted_by_view_and_class_of_status(settings: Any, client: Client) -> None:
    settings.METRICS_TOKEN = TOKEN
    robots = ("tracker_request_seconds_count", "status=2xx", "view=robots")
    nothing = ("tracker_request_seconds_count", "status=4xx", "view=(none)")
    before = told(asked(client).text)
    client.get("/robots.txt?text=Ana", REMOTE_ADDR="198.51.100.7")
    client.get("/there/is/nothing/here.txt")
    text = asked(client).text
    after = told(text)
    assert after[robots] == before.get(robots, 0) + 1
    assert after[nothing] == before.get(nothing, 0) + 1
    assert not [word for word in ("198.51.100.7", "Ana", "there/is") if word in text]


@pytest.mark.usefixtures("shipped")
def test_nothing_is_counted_where_nobody_asks(settings: Any, client: Client) -> None:
    settings.METRICS_TOKEN = TOKEN
    robots = ("tracker_request_seconds_count", "status=2xx", "view=robots")
    before = told(asked(client).text).get(robots, 0)
    settings.METRICS_TOKEN = ""
    client.get("/robots.txt")
    settings.METRICS_TOKEN = TOKEN
    assert told(asked(client).text).get(robots, 0) == before


@pytest.mark.usefixtures("shipped")
def test_jobs_queues_editions_and_signs_are_told(
    settings: Any, client: Client, tmp_path: Path
) -> None:
    settings.METRICS_TOKEN, settings.DATA_DIR = TOKEN, tmp_path
    settings.BACKUP_TO = tmp_path / "backups"
    for sign in (WORKER, BEAT, SWEEP):
        touch(f"{sign}-one" if sign != SWEEP else sign)
    Job.objects.all().delete()
    at = datetime.now(UTC)
    asked_at = {"asked_at": at - timedelta(minutes=5), "asked_by": "the tests"}
    Job.objects.create(kind="mail", lease_until=at, **asked_at)
    numbers = told(asked(client).text)
    assert numbers["tracker_database_up",] == 1
    assert numbers["tracker_jobs", "kind=mail", "status=waiting"] == 1
    assert 300 <= numbers["tracker_job_oldest_seconds",] < 400
    program = "program=secure-communities"
    assert numbers["tracker_edition", program] == 1
    assert numbers["tracker_edition_age_seconds", program] > 0
    assert numbers["tracker_waiting", program, "what=proposals"] == 0
    assert numbers["tracker_workers",] == numbers["tracker_beats",] == 1
    assert numbers["tracker_sweep_age_seconds",] < 60
    assert numbers["tracker_backup_overdue",] == 1
    assert ("tracker_backup_age_seconds",) not in numbers
    assert numbers["tracker_disk_free_bytes",] > 0
    (settings.BACKUP_TO / f"tracker-{at:%Y%m%dT%H%M%SZ}").mkdir(parents=True)
    (settings.BACKUP_TO / f"tracker-{at:%Y%m%dT%H%M%SZ}" / "manifest.json").write_text("{}")
    numbers = told(asked(client).text)
    assert numbers["tracker_backup_overdue",] == 0
    assert numbers["tracker_backup_age_seconds",] < 60


def test_a_database_that_is_away_is_a_number_too(
    settings: Any, monkeypatch: pytest.MonkeyPatch, client: Client
) -> None:
    def away(now: datetime) -> Any:
        raise OperationalError("connection refused")

    settings.METRICS_TOKEN = TOKEN
    monkeypatch.setattr(standing, "jobs_standing", away)
    numbers = told(asked(client).text)
    assert numbers["tracker_database_up",] == 0
    assert ("tracker_jobs",) not in numbers
    assert ("tracker_workers",) in numbers


def free_port() -> int:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


COUNTING = """
import django; django.setup()
from jurisdictions.operating.metrics.counting import count_kept, count_request, HIT
count_request("a view", 200, 0.02); count_kept(HIT)
"""


def test_a_port_of_its_own_tells_of_all_processes(
    settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a process of its own: the library decides when it is loaded how it counts."""
    port = free_port()
    script = f"""
import subprocess, sys, urllib.request, django; django.setup()
from datetime import UTC, datetime
from jurisdictions.management.metrics_server import metrics_served
with metrics_served(lambda: datetime.now(UTC)):
    for _ in range(2):
        subprocess.run([sys.executable, "-c", {COUNTING!r}], check=True)
    print(urllib.request.urlopen("http://127.0.0.1:{port}/metrics").read().decode())
"""
    told_to = {**os.environ, "METRICS_PORT": str(port), "DATA_DIR": str(tmp_path)}
    told_to |= {"DJANGO_SETTINGS_MODULE": "tracker.settings", "DATABASE_URL": ""}
    ran = subprocess.run(
        [sys.executable, "-c", script],
        env=told_to,
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    numbers = told(ran.stdout)
    assert numbers["tracker_request_seconds_count", "status=2xx", "view=a view"] == 2
    assert numbers["tracker_kept_answers_total", "outcome=hit"] == 2
    assert numbers["tracker_database_up",] == 0
    assert not list((tmp_path / "metrics").iterdir())


def test_nothing_listens_and_nothing_is_written_by_default(settings: Any, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path
    with metrics_served(lambda: datetime.now(UTC)):
        assert FOLDER not in os.environ
    assert not list(tmp_path.iterdir())
