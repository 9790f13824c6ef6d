#!/usr/bin/env python3
"""Every kind of work is killed with -9 on its way; nothing is lost, nothing stays stuck.

    script/drill/kills.py [load publish accept list backup freeze check reports web beat ...]

Over SQLite, or over the empty PostgreSQL database that DRILL_DATABASE_URL names. Ten
minutes.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections import Counter
from pathlib import Path

from stage import HELD, LEASE, SWEEP, Stage, kill, said, stage, until

COUNTS = """
from django.apps import apps
print(sum(apps.get_model("jurisdictions", n).objects.count() for n in ("Fact", "Citation")))
"""
EDITIONS = """
from jurisdictions.models import Edition
print(Edition.objects.count())
"""
NOTE = """
import itertools, time
from django.utils import timezone
import tests.people as people
people._numbers = itertools.count(time.time_ns() // 1000)
from jurisdictions.record.proposing.corrections import correct_small
by = people.acting(people.make_person("editor", "17"))
cells = {"note": f"{time.time()}", "note_es": "x"}
correct_small(program="secure-communities", name="activation:17089", cells=cells, by=by,
              reason="A drill.", at=timezone.now())
"""
PROPOSE = """
import itertools, time
import tests.people as people
from tests.record.wishing import corrected, proposed
people._numbers = itertools.count(time.time_ns() // 1000)
by = people.acting(people.make_person("contributor", "17"))
print(proposed(by, corrected(note=str(time.time()))))
"""
ACCEPT = """
import itertools, time
from django.utils import timezone
import tests.people as people
from jurisdictions.record.proposing.reviews import accept_proposal
people._numbers = itertools.count(time.time_ns() // 1000)
by = people.acting(people.make_person("reviewer", "17"))
accept_proposal(proposal={number}, revision=1, by=by, reason="Yes.", at=timezone.now())
"""
DECIDED = """
from jurisdictions.models import Proposal
one = Proposal.objects.get(pk={number})
whole = (one.status == "accepted") == (one.change_id is not None)
print(f"{{one.status}} {{whole}}")
"""
UPLOAD = """
import itertools, time
import tests.people as people
from tests.jobs.ask import upload
people._numbers = itertools.count(time.time_ns() // 1000)
print(upload(rows=5000).split("|")[1])
"""
REPORTS = """
from tests.jobs.ask import ask_reports
print(ask_reports(state="RI", date="2011-08-05"))
"""
JOB = """
from jurisdictions.record.jobs.queue import job_state
one = job_state({number})
print(one.status, one.attempts, one.progress)
"""
WRITE_LIST = """
from pathlib import Path
from tests.record.lists.list_files import TASK_FORCE, row, write_list
rows = [row(f"Drill Police {{n}}", TASK_FORCE, type="Municipality") for n in range({rows})]
print(write_list(Path({to!r}), rows))
"""
RECORDED = """
from jurisdictions.models import Edition
from jurisdictions.models.standing import MODELS
counts = {name: model.objects.count() for name, model in MODELS.items() if "agreement" in name}
print(sum(counts.values()), "facts of agreements,", Edition.objects.count(), "editions")
"""
SHARES = (0.3, 0.6, 0.9)
"""At what parts of its time a command is killed."""


def killed(on: Stage, *command: str, after: float) -> bool:
    """Kill a command after some seconds; whether it was still at work."""
    process = on.begin(*command)
    time.sleep(after)
    at_work = process.poll() is None
    kill(process)
    return at_work


def load(on: Stage) -> None:
    """Loading an empty record: all of a folder or none of it, and the next run completes it."""
    on.run("migrate", "--verbosity", "0")
    with stage("measured") as other:
        other.run("migrate", "--verbosity", "0")
        began = time.monotonic()
        other.run("load_facts")
        took, right = time.monotonic() - began, other.ask(COUNTS)
    for share in SHARES:
        was = killed(on, "load_facts", after=took * share)
        said(f"load_facts killed after {took * share:.1f} s of {took:.1f}: at work {was}")
        on.sound("after it")
    on.run("load_facts")
    if (found := on.ask(COUNTS)) != right:
        sys.exit(f"LOST: {found} facts and citations after all, {right} without a kill")
    said(f"load_facts completed: {right} facts and citations, as without a kill")


def publish(on: Stage) -> None:
    """The first edition of all: whole or none."""
    for seconds in (2.0, 4.0, 7.0):
        was = killed(on, "publish", "--without-package", after=seconds)
        said(f"publish killed after {seconds:.0f} s: at work {was}; editions {on.ask(EDITIONS)}")
        on.sound("after it")
    on.run("publish", "--without-package")
    said(f"published: editions {on.ask(EDITIONS)}")
    on.sound("after it")


def accept(on: Stage) -> None:
    """An accept is the whole of it, edition and all, or the proposal is open as before."""
    number = on.ask(PROPOSE)
    began = time.monotonic()
    on.run("shell", "--no-imports", "-c", ACCEPT.format(number=number))
    took = time.monotonic() - began
    for seconds in (took * share for share in (0.6, 0.75, 0.9)):
        number = on.ask(PROPOSE)
        killed(on, "shell", "--no-imports", "-c", ACCEPT.format(number=number), after=seconds)
        status, whole = on.ask(DECIDED.format(number=number)).split()
        said(f"accept killed after {seconds:.1f} s of {took:.1f}: the proposal is {status}")
        if whole != "True":
            sys.exit("LOST: a proposal is half accepted")
        on.sound("after it")
        if status == "open":
            on.run("shell", "--no-imports", "-c", ACCEPT.format(number=number))


def worker_of(on: Stage) -> int:
    """The worker's process; a server that has just answered for the first time starts it next."""
    until(lambda: len(on.processes("celery")) == 1, "there is one worker")
    return on.processes("celery")[0]


def worked_on(on: Stage, what: str, code: str) -> None:
    """The worker is killed while it works at a job; another has it within a lease and a sweep."""
    number = on.ask(code)

    def state() -> list[str]:
        return on.ask(JOB.format(number=number)).split()

    until(lambda: state()[0] == "running", f"{what} is worked at")
    worker = worker_of(on)
    os.kill(worker, signal.SIGKILL)
    began = time.monotonic()
    until(lambda: state()[1] == "2" or state()[0] == "done", f"{what} is taken up again")
    again = time.monotonic() - began
    until(lambda: state()[0] == "done", f"{what} is done", 300)
    said(f"{what}: taken up {again:.0f} s after the kill (lease {LEASE} s, sweep {SWEEP} s), done")


def check(on: Stage) -> None:
    """The check of an uploaded file."""
    worked_on(on, "the check of an upload", UPLOAD)


def reports(on: Stage) -> None:
    """A bulk report."""
    worked_on(on, "a bulk report", REPORTS)


def lists(on: Stage) -> None:
    """A list that is being recorded is in the record whole or not at all; then it is read again."""
    file = on.data.with_name("list-20260518.xlsx")
    on.ask(WRITE_LIST.format(rows=200, to=str(file)))
    how = ("read_list", str(file), "--listed-on", "2026-05-18", "--record", "--confirm")
    before = on.ask(RECORDED)
    began = time.monotonic()
    on.run(*how, "--dry-run")
    took = time.monotonic() - began
    for seconds in (took * share for share in (0.6, 0.9, 1.1)):
        was = killed(on, *how, after=seconds)
        found = on.ask(RECORDED)
        said(
            f"a list of 200 killed after {seconds:.1f} s: at work {was}; {found} (before {before})"
        )
        on.sound("after it")
    on.run(*how)
    after = on.ask(RECORDED)
    on.run(*how)
    said(f"the list was read to its end: {after}; once more: {on.ask(RECORDED)}")
    if after == before or on.ask(RECORDED) != after:
        sys.exit("LOST: what a list says is not on record, or twice")
    on.sound("after the list")


def backup(on: Stage) -> None:
    """A backup that was killed is none; the next is whole."""
    to = on.data.with_name("backups")
    began = time.monotonic()
    on.run("backup", "--to", str(to))
    took = time.monotonic() - began
    for seconds in (took * share for share in SHARES):
        was = killed(on, "backup", "--to", str(to), after=seconds)
        said(f"backup killed after {seconds:.1f} s of {took:.1f}: at work {was}")
    on.run("backup", "--to", str(to))
    whole = sorted(to.glob("tracker-*/manifest.json"))
    left = [one.name for one in to.glob("tracker-*") if not (one / "manifest.json").exists()]
    if not whole or left:
        sys.exit(f"LOST: backups {whole}, halves {left}")
    on.run("verify", str(whole[-1].parent))
    said(f"backup: {len(whole)} whole, no halves left, the last was tried")


def freeze(on: Stage) -> None:
    """A copy that is killed leaves the one before whole, and goes on where it was."""
    to = on.data.with_name("frozen") / "site"
    how = ("freeze", "newest", "--to", str(to), "--states", "10")
    began = time.monotonic()
    on.run(*how)
    took, before = time.monotonic() - began, signed(to)
    on.run("shell", "--no-imports", "-c", NOTE)
    for seconds in (took * share for share in SHARES):
        was = killed(on, *how, after=seconds)
        said(f"a freeze killed after {seconds:.0f} s of {took:.0f}: at work {was}")
        if was and signed(to) != before:
            sys.exit("LOST: the copy of before is not what it was")
        on.run("freeze", "--check", str(to))
        if not was:
            break
    began = time.monotonic()
    on.run(*how)
    said(
        f"the next went to its end in {time.monotonic() - began:.0f} s; a whole one took {took:.0f}"
    )
    if signed(to) == before:
        sys.exit("LOST: the copy does not say what was changed")
    on.run("freeze", "--check", str(to))
    left = sorted(one.name for one in to.parent.iterdir() if one != to)
    said(f"  the copy is whole; beside it: {left}")


def signed(copy: Path) -> str:
    """What a copy says that it holds."""
    return (copy / "SHA256SUMS").read_text()


def web(on: Stage) -> None:
    """A web process dies while others answer; it is started again.

    Readers come once it is dead: who asked the one that died loses the line, and asks again.
    """
    failed: Counter[int] = Counter()
    for _ in range(3):
        victim = on.processes("serve_web")[0]
        os.kill(victim, signal.SIGKILL)
        until(lambda victim=victim: victim not in on.processes("serve_web"), "it is dead")
        failed.update(on.status("/secure-communities/", 60) for _ in range(20))
        until(lambda: len(on.processes("serve_web")) == 2, "two web processes", 60)
    said(f"web processes killed three times: 60 readers were answered {dict(failed)}")
    if set(failed) != {200}:
        sys.exit("LOST: readers were turned away")


def beat(on: Stage) -> None:
    """The worker dies with its clock; a job whose message was lost is still done."""
    os.kill(worker_of(on), signal.SIGKILL)
    for message in (on.data / "broker").rglob("*.msg"):
        message.unlink()
    number = on.ask(REPORTS)
    for message in (on.data / "broker").rglob("*.msg"):
        message.unlink()
    took = until(
        lambda: on.ask(JOB.format(number=number)).startswith("done"),
        "the job without a message is done",
        180,
    )
    said(f"worker and clock killed, messages removed: the job was done after {took:.0f} s")
    clocks = on.data / "alive"
    until(lambda: len(fresh(clocks)) == 1, "the clock that was left behind ends", 60)


def fresh(folder: Path) -> list[Path]:
    """Clocks that gave a sign within the time in which each gives two."""
    return [one for one in folder.glob("beat-*") if time.time() - one.stat().st_mtime < 25]


ALONE = {
    "load": load,
    "publish": publish,
    "accept": accept,
    "list": lists,
    "backup": backup,
    "freeze": freeze,
}
SERVED = {"check": check, "reports": reports, "web": web, "beat": beat}


def main(asked: list[str]) -> None:
    """The kinds that are asked for, or all; the first two are needed by the others."""
    if unknown := set(asked) - {*ALONE, *SERVED}:
        sys.exit(f"There is no drill of {', '.join(sorted(unknown))}: {', '.join(ALONE | SERVED)}")
    url = os.environ.get("DRILL_DATABASE_URL", "")
    with stage("kills", DATABASE_URL=url) as on:
        for name, drill in ALONE.items():
            if not asked or name in asked:
                drill(on)
            elif name in {"load", "publish"} and not HELD:
                on.run("migrate", "--verbosity", "0")
                on.run(*{"load": ["load_facts"], "publish": ["publish"]}[name])
        served = [drill for name, drill in SERVED.items() if not asked or name in asked]
        if served:
            on.start()
        for drill in served:
            drill(on)
        on.sound("at the end")
    said("Nothing was lost, nothing stayed stuck.")


if __name__ == "__main__":
    main(sys.argv[1:])
