"""The worker: one at least, one clock exactly, nothing that waits for long; backups in time."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings

from jurisdictions.backup.schedule import newest_at, overdue
from jurisdictions.operating.clock.kept import doubted_words
from jurisdictions.operating.doctor.finding import Finding, error, note, warning
from jurisdictions.operating.signs import BEAT, WORKER, living, sweep_age
from jurisdictions.read.keeping.jobs_standing import jobs_standing

SWEEPS = 6
"""A sweep that is so many turns late is not coming."""
WAITED = timedelta(minutes=15)


def of_worker(now: datetime) -> Iterator[Finding]:
    """Findings of workers and clocks by their signs in DATA_DIR."""
    workers, beats = living(WORKER, now.timestamp()), living(BEAT, now.timestamp())
    swept = sweep_age(now.timestamp())
    if not workers:
        yield error(
            "worker.none",
            "No worker has given a sign for a minute.",
            "Nothing is published, mailed, checked or backed up.",
            "Start tracker-worker; it shares DATA_DIR with the web processes.",
        )
    if workers and not beats:
        yield error(
            "beat.none",
            "No clock (beat) runs.",
            "Jobs of a worker that died stay where they are; no backup, no mails, no watching.",
            "Start one worker with --beat, or tracker-beat.",
        )
    if len(beats) > 1:
        yield error(
            "beat.several",
            f"{len(beats)} clocks (beat) run: {', '.join(beats)}.",
            "Every sweep is made as many times; no job is done twice.",
            "Leave one: --beat at one worker only, and not beside tracker-beat.",
        )
    late = swept is None or swept > max(SWEEPS * settings.SWEEP_SECONDS, 60)
    if workers and beats and late:
        yield error(
            "sweep.late",
            "The clock (beat) runs, and no sweep was done to its end for long.",
            "Jobs of a worker that died stay where they are; no backup, no mails, no watching.",
            "The clock's log says why: the database, or a part that fails; one DATA_DIR for all.",
        )


def of_clock() -> Iterator[Finding]:
    """Whether sweeps doubt the machine's clock."""
    if told := doubted_words():
        yield warning(
            "clock.doubted",
            f"The machine's clock {told}.",
            "What was to be deleted stays: sessions, drafts, uploads, unconfirmed addresses.",
            "If it is right (the tracker was off for long), run manage.py believe_clock; else set"
            " it: timedatectl set-ntp true.",
        )


def of_jobs(now: datetime) -> Iterator[Finding]:
    """Findings of jobs that wait or failed; asks the database."""
    standing = jobs_standing(now)
    if standing.oldest and now - standing.oldest > WAITED:
        minutes = (now - standing.oldest).total_seconds() / 60
        yield warning(
            "jobs.wait",
            f"A job has waited for {minutes:.0f} minutes.",
            "Somebody waits for what it does.",
            "Start another worker, or see in the log why this one does not come to it.",
        )
    if failed := sum(standing.failed.values()):
        kinds = ", ".join(f"{kind}: {number}" for kind, number in sorted(standing.failed.items()))
        yield warning(
            "jobs.failed",
            f"{failed} jobs failed for good within a day ({kinds}).",
            "What they were to do was not done.",
            "Their errors are in the admin (Jobs) and in the log.",
        )


def of_backups(now: datetime) -> Iterator[Finding]:
    """Findings of scheduled backups."""
    to = settings.BACKUP_TO
    if to is None:
        yield warning(
            "backups.none",
            "No backups are scheduled.",
            "A disk that dies takes every fact, file and account with it.",
            "Set BACKUP_TO to a folder, of another disk or machine if you can.",
        )
        return
    if not os.access(_existing(to), os.W_OK):
        yield error(
            "backups.unwritable",
            f"BACKUP_TO ({to}) cannot be written.",
            "No backup is made.",
            "Give the folder to the account that the worker runs as.",
        )
    made = newest_at(to, now)
    if overdue(made, now):
        newest = f"the newest is of {made:%Y-%m-%d %H:%M} UTC" if made else "there is none"
        yield error(
            "backups.overdue",
            f"A backup is overdue: {newest}.",
            "What was written since is lost with the disk.",
            "See the worker's log, or run manage.py backup.",
        )
    if Path(settings.DATA_DIR).resolve() in (to.resolve(), *to.resolve().parents):
        yield warning(
            "backups.inside",
            "BACKUP_TO lies in DATA_DIR.",
            "Whoever loses the folder loses its backups.",
            "Choose a folder of another disk or machine.",
        )
    if (to / "secrets").is_dir():
        yield note(
            "backups.secrets",
            f"The keys lie beside the backups ({to / 'secrets'}).",
            "Whoever gets hold of a backup gets its keys.",
            "Move the files to another place, where you find them when all is lost.",
        )


def _existing(folder: Path) -> Path:
    return next(one for one in (folder, *folder.parents) if one.exists())
