"""The processes that a tracker on one machine is made of, as commands of a supervisor."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

from django.conf import settings

from jurisdictions.management.supervisor import Supervisor

WEB_LOCK_SECONDS = 5


def start_web(supervisor: Supervisor, listening: socket.socket) -> None:
    """Web processes that share one socket: while one is started again, the others answer."""
    number = listening.fileno()
    # Who waits for a page is told soon that another writes; what waits in a queue can wait.
    patience = f"LOCK_SECONDS={os.environ.get('LOCK_SECONDS') or WEB_LOCK_SECONDS}"

    def command() -> list[str]:
        told = ["env", patience, *_frugal(os.environ), *_manage(), "serve_web"]
        return [*told, "--socket", str(number)]

    for each in range(1, settings.WEB_WORKERS + 1):
        supervisor.start(f"Web process {each}", command, keeps=[listening])


def start_worker(supervisor: Supervisor) -> None:
    """Celery with its clock inside, which does the sweeps; threads, which need no /dev/shm.

    Three, so that a long job of bulk reports, which has its own processes, keeps nothing waiting.
    """
    # Root is how a container runs; the warning is about pickles, which are not accepted.
    quiet = ["-W", "ignore:You're running the worker"]
    command = [
        *(sys.executable, *quiet, "-m", "celery", "--app", settings.CELERY_APP, "--quiet"),
        *("worker", "--beat", "--pool", "threads", "--concurrency", "3", "--loglevel", "WARNING"),
        *("--without-gossip", "--without-mingle"),
    ]
    supervisor.start("The worker", command)


def _manage() -> list[str]:
    """manage.py of the code that stands now: CODE_DIR may be a link that was set to newer code.

    By its real path, so that what a process loads later is of the same code as the rest.
    """
    if not (link := os.environ.get("CODE_DIR")):
        return [sys.executable, str(Path(settings.BASE_DIR) / "manage.py")]
    code = Path(link).resolve()
    return [str(code / ".venv" / "bin" / "python"), str(code / "manage.py")]


FRUGAL = {
    "MALLOC_ARENA_MAX": "2",
    "MALLOC_TRIM_THRESHOLD_": "1048576",
    "MALLOC_MMAP_THRESHOLD_": "1048576",
}
"""What lets glibc give back what an answer took: by itself it keeps a heap for every thread."""


def _frugal(environment: Mapping[str, str]) -> list[str]:
    return [f"{name}={value}" for name, value in FRUGAL.items() if name not in environment]
