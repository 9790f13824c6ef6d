"""Jobs on real workers: whatever dies, the row knows what is still to be done."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.jobs.conftest import Office


def lines(file: Path) -> int:
    """How often a job began."""
    return len(file.read_text().splitlines()) if file.exists() else 0


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    """Where a job writes that it ran."""
    return tmp_path / "diary"


def test_a_job_asked_for_is_run_once(office: Office, diary: Path) -> None:
    office.worker()
    job = office.ask("note", file=str(diary))
    assert office.until_status(job, "done") == ["done", "1", ""]
    assert lines(diary) == 1


def test_publishing_can_be_left_to_the_worker(office: Office) -> None:
    office.run("load_agencies")
    assert office.run("editions", program="287g") == "0"
    office.worker()
    job = office.ask("publish", program="287g", by="an administrator")
    office.until_status(job, "done")
    assert office.run("editions", program="287g") == "1"


def test_a_killed_workers_job_is_finished_by_another(office: Office, diary: Path) -> None:
    gate = office.folder / "gate"
    first = office.worker()
    job = office.ask("wait_for", file=str(diary), gate=str(gate))
    office.until(lambda: lines(diary) == 1)
    office.kill(first)
    gate.touch()
    office.worker()
    assert office.until_status(job, "done")[1] == "2"
    assert lines(diary) == 2


def test_a_worker_that_is_told_to_end_finishes_its_job_first(office: Office, diary: Path) -> None:
    gate = office.folder / "gate of who ends"
    worker = office.worker()
    job = office.ask("wait_for", file=str(diary), gate=str(gate))
    office.until(lambda: lines(diary) == 1)
    # As systemd tells it (KillMode=mixed): the worker alone, not all that it has started.
    worker.terminate()
    office.workers.remove(worker)
    assert office.status(job)[0] == "running"
    gate.touch()
    assert worker.wait(60) == 0
    assert office.status(job) == ["done", "1", ""]
    assert lines(diary) == 1


def test_a_cancelled_job_stops(office: Office, diary: Path) -> None:
    office.worker()
    job = office.ask("wait_for", file=str(diary), gate=str(office.folder / "never"))
    office.until(lambda: lines(diary) == 1)
    assert office.run("cancel", job_id=job) == "True"
    assert office.until_status(job, "cancelled") == ["cancelled", "1", ""]


def test_a_job_that_fails_three_times_ends_with_its_error_kept(office: Office, diary: Path) -> None:
    office.worker()
    job = office.ask("break_down", file=str(diary))
    assert office.until_status(job, "failed") == ["failed", "3", "RuntimeError: no such luck"]
    assert lines(diary) == 3


def test_a_job_whose_message_was_lost_is_still_run(office: Office, diary: Path) -> None:
    office.close()
    job = office.ask("note", file=str(diary))
    for message in (office.folder / "broker" / "messages").glob("*.msg"):
        message.unlink()
    office.worker()
    office.until_status(job, "done")
    assert lines(diary) == 1


def test_a_killed_workers_bulk_reports_are_finished_by_another(office: Office) -> None:
    first = office.worker()
    job = int(office.run("ask_reports", state="RI", date="2011-08-05"))
    work = office.folder / "reports" / "work"
    office.until(lambda: any(work.glob("*/*.pdf")))
    office.kill(first)
    office.worker()
    office.until_status(job, "done")
    assert list((office.folder / "reports" / "finished").glob("RI-*.zip"))
    assert not list(work.iterdir())


def test_sweeps_come_while_long_jobs_take_every_place_at_the_worker(
    office: Office, diary: Path
) -> None:
    gate = office.folder / "gate of the long ones"
    office.worker()
    long_ones = [office.ask("wait_for", file=str(diary), gate=str(gate)) for _ in range(6)]
    office.until(lambda: lines(diary) == 2)
    sign = office.folder / "alive" / "sweep"
    seen: set[int] = set()

    def three_more() -> bool:
        seen.update({sign.stat().st_mtime_ns} if sign.exists() else ())
        return len(seen) > 3

    office.until(three_more)
    assert lines(diary) == 2, "none of the long ones was done meanwhile"
    gate.touch()
    for job in long_ones:
        office.until_status(job, "done")


def test_a_worker_that_is_killed_alone_leaves_no_clock_behind(office: Office) -> None:
    worker = office.worker()
    children = Path(f"/proc/{worker.pid}/task/{worker.pid}/children")
    if not children.exists():
        pytest.skip("nobody tells here which processes another has started")
    office.until(lambda: bool(children.read_text().split()))
    (clock,) = (int(one) for one in children.read_text().split())
    worker.kill()
    worker.wait()
    office.workers.remove(worker)
    office.until(lambda: not alive(clock))


def alive(process: int) -> bool:
    """Whether a process runs; one that ended and that nobody asked for does not."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
