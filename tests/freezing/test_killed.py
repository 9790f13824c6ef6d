"""A run of freezing that is killed ends whole: what it started keeps nobody out."""

from __future__ import annotations

import fcntl
import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep

from django.conf import settings

WITHIN_SECONDS = 60
RUN = """
import django, os, sys, time
django.setup()
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from jurisdictions.freezing import making

with making._alone(Path(sys.argv[1])):
    how = {"mp_context": get_context("fork"), "initializer": making._begin_writing}
    with ProcessPoolExecutor(1, initargs=(os.getpid(),), **how) as pool:
        pool.submit(os.getpid).result()
        print("at work", flush=True)
        pool.submit(time.sleep, 600).result()
"""


def test_the_processes_of_a_run_that_was_killed_keep_the_next_one_out_no_longer(
    tmp_path: Path,
) -> None:
    to = tmp_path / "frozen"
    with subprocess.Popen(
        [sys.executable, "-c", RUN, str(to)], cwd=settings.BASE_DIR, stdout=subprocess.PIPE
    ) as run:
        assert run.stdout
        assert run.stdout.readline() == b"at work\n"
        lock = next(tmp_path.glob("*.lock"))
        assert not is_free(lock)
        # The command alone, as whoever runs out of memory is killed: its children live on.
        run.kill()
    deadline = monotonic() + WITHIN_SECONDS
    while not is_free(lock):
        assert monotonic() < deadline, "still locked by what the run started"
        sleep(0.1)


def is_free(lock: Path) -> bool:
    """Whether nobody holds it."""
    with lock.open() as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True
