"""What the worker runs: jobs by their kind; and the sweep, which the clock (beat) does itself."""

from __future__ import annotations

import logging
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event, Thread
from time import monotonic, sleep
from typing import Any

from celery import shared_task
from django.conf import settings
from django.core.cache import cache
from django.core.mail import EmailMessage
from django.db import InterfaceError, OperationalError, connection
from django.utils import timezone
from django.utils.translation import override

from jurisdictions.backup.making import make_backup
from jurisdictions.backup.schedule import turn_at
from jurisdictions.mailing.letters import send_letters
from jurisdictions.mailing.once import send_once
from jurisdictions.mailing.telling import standing, tell_followers
from jurisdictions.operating.clock.kept import note_clock
from jurisdictions.operating.logs.number import new_number, numbered
from jurisdictions.operating.logs.paths import without_addresses
from jurisdictions.operating.signs import SWEEP, touch
from jurisdictions.publish.editions import publish_edition
from jurisdictions.read.asking import ask
from jurisdictions.read.keeping.account_links import reset_path
from jurisdictions.read.keeping.people import language_of
from jurisdictions.read.maps import Drawn, layers_of, map_file
from jurisdictions.read.newest import editions_standing, newest
from jurisdictions.record.changing.watchers import tell_watchers
from jurisdictions.record.drafts import sweep_drafts
from jurisdictions.record.evidence.asking import KIND as SOURCE_FILE
from jurisdictions.record.evidence.asking import fetch_source_file
from jurisdictions.record.evidence.attaching import sweep_files
from jurisdictions.record.following.looking import forget_followers, sweep_followers
from jurisdictions.record.following.mails import KIND as FOLLOWERS
from jurisdictions.record.jobs.account_mails import KIND as ACCOUNT_MAIL
from jurisdictions.record.jobs.account_mails import (
    AccountMail,
    account_mail_of,
    wipe_account_mail,
)
from jurisdictions.record.jobs.ahead import AHEAD, ask_ahead
from jurisdictions.record.jobs.backups import BACKUP, ask_backup
from jurisdictions.record.jobs.effects import EFFECTS, ask_effects
from jurisdictions.record.jobs.mails import KIND as MAIL
from jurisdictions.record.jobs.mails import sweep_mails
from jurisdictions.record.jobs.packages import PACKAGE, ask_package
from jurisdictions.record.jobs.queue import (
    RUN_JOB,
    TakenJob,
    fail_job,
    finish_job,
    is_first_of_its_kind,
    keep_job,
    kind_of_job,
    put_back_job,
    stop_job,
    sweep_jobs,
    take_job,
)
from jurisdictions.record.jobs.reports import KIND as REPORTS
from jurisdictions.record.jobs.reports import forget_asker, open_keys, order_of
from jurisdictions.record.jobs.room import room_for, send_waiting
from jurisdictions.record.jobs.turns import (
    TURN,
    busy_for_the_same,
    end_turn,
    may_begin,
    others_wait,
    send_next_in_turn,
    send_next_of_the_same,
)
from jurisdictions.record.lists import confirm_gone
from jurisdictions.record.people.invitations import sweep_invitations
from jurisdictions.record.people.sessions import sweep_sessions
from jurisdictions.record.proposing.kept_effects import due_effects, keep_effects
from jurisdictions.record.proposing.revert_jobs import KIND as REVERT
from jurisdictions.record.proposing.revert_jobs import carry_out_revert
from jurisdictions.record.uploads.fetching import FETCHING, fetch_upload
from jurisdictions.record.uploads.jobs import check_upload
from jurisdictions.record.uploads.remembering import sweep_shapes
from jurisdictions.record.uploads.stages import KIND as UPLOAD
from jurisdictions.record.uploads.stages import sweep_uploads
from jurisdictions.record.watching.looking import look
from jurisdictions.record.watching.looks_asked import HOST, sweep_watches
from jurisdictions.record.watching.looks_asked import KIND as LOOK
from jurisdictions.render.files.package.kept import package_of
from jurisdictions.render.mails.letters import RESET, Mail, account_mail
from jurisdictions.render.pictures.boundaries import load_boundaries
from jurisdictions.render.reports.bulk.folders import clear_benches
from jurisdictions.render.reports.bulk.make import make_reports

log = logging.getLogger(__name__)


LOOK_SECONDS = 0.5
"""How often a process of a job is looked after."""
STOPPED = (-signal.SIGTERM, -signal.SIGINT, -signal.SIGHUP)
"""How a process ends that was told to: stopping the server is no error."""
BEAT_SECONDS = 1.0
"""How often a running job's progress is written and its cancelling noticed."""
LONG = frozenset({PACKAGE, AHEAD, BACKUP, "prepare", REPORTS, REVERT, EFFECTS})
"""Kinds that may take minutes: they never have all threads of a worker."""
TAKE_TURNS = frozenset({REPORTS})
"""Kinds that take all the processor there is: one at a time, and none of them for long."""


CONFIRMED, A_DAY = "what-lists-lack-was-confirmed", 24 * 60 * 60
"""Once a day it is looked for what lists have lacked long enough to be gone."""
ONE_FOR_EACH = {UPLOAD: "account", LOOK: HOST}
"""Kinds that take long, by the argument that tells who asked: nobody has two done at a time.

Of looks it tells who is asked: no host sees two of ours at a time."""


class StopAsked(Exception):
    """Somebody cancelled the job, or another worker holds it by now."""


class TurnOver(Exception):
    """The job was worked at for long enough while others wait; it goes on later."""


class Keeper(Thread):
    """Renews a job's lease while the work goes on, on a connection of its own.

    On its own because the work may sit in one long transaction.
    """

    def __init__(self, job: TakenJob, lease: timedelta) -> None:
        super().__init__(name=f"keeper of job {job.job_id}", daemon=True)
        self.job, self.lease, self.progress = job, lease, 0.0
        self.stop_asked, self.turn_over, self.over = Event(), Event(), Event()
        self.ends_at = monotonic() + TURN.total_seconds()

    def run(self) -> None:
        try:
            while not self.over.wait(min(BEAT_SECONDS, self.lease.total_seconds() / 4)):
                self._renew()
        finally:
            connection.close()

    def _renew(self) -> None:
        try:
            kept = keep_job(
                job=self.job, progress=self.progress, at=timezone.now(), lease=self.lease
            )
        except Exception:  # a lease missed is renewed at the next turn
            log.warning("Job %s: the lease was not renewed", self.job.job_id, exc_info=True)
            return
        if not kept:
            self.stop_asked.set()
        elif self.job.kind in TAKE_TURNS and monotonic() > self.ends_at and others_wait(self.job):
            self.turn_over.set()

    def tell(self, progress: float) -> None:
        """Note how far the work is, 0 to 1; raises StopAsked or TurnOver when it is to stop."""
        self.progress = progress
        if self.stop_asked.is_set():
            raise StopAsked
        if self.turn_over.is_set():
            raise TurnOver


Tell = Callable[[float], None]
Part = Callable[..., object]
"""Of a sweep: `part(at=moment)`."""


def publish_job(arguments: dict[str, Any], tell: Tell) -> None:
    """Publish an edition of a program: `{"program": slug, "by": who, "reason": why}`."""
    published = publish_edition(
        program=arguments["program"],
        by=arguments["by"],
        reason=arguments.get("reason", ""),
        at=timezone.now(),
        progress=lambda done, total: tell(done / total if total else 0.0),
    )
    prepare_map(arguments["program"])
    if published.new:
        ask_package(
            program=arguments["program"], edition=published.number, by=arguments["by"], at=_now()
        )


def package_job(arguments: dict[str, Any], tell: Tell) -> None:
    """Make the data package of an edition: `{"program": slug, "edition": number}`.

    Not of one that another has followed meanwhile: while editors write, those would keep all
    workers from what somebody waits for. Who asks for it gets it made.
    """
    tell(0.0)
    if editions_standing().get(arguments["program"]) != arguments["edition"]:
        return
    edition = str(arguments["edition"])
    package_of(ask(program=arguments["program"], edition=edition, today=timezone.localdate()))


def prepare_job(arguments: dict[str, Any], tell: Tell) -> None:
    """Build the map's files of the newest edition: `{"program": slug}`."""
    tell(0.0)
    prepare_map(arguments["program"])


def prepare_map(program: str) -> None:
    """Build the files that the map plays, so that no visitor waits for them.

    Raises NothingPublished before the first edition.
    """
    as_of = ask(program=program, today=timezone.localdate())
    file = Path(settings.BASE_DIR) / "static" / "geo" / f"us-counties-{as_of.program.vintage}.json"
    boundaries = load_boundaries(file)
    for layer in layers_of(as_of):
        map_file(as_of, layer, Drawn(boundaries.hash, boundaries.places))


def reports_job(arguments: dict[str, Any], tell: Tell) -> None:
    """Make every place report of an order: `record.report_jobs.ReportsOrder` as a dict."""
    order = order_of(arguments)
    clear_benches(open_keys())
    as_of = ask(
        program=order.program,
        edition=str(order.edition),
        date=order.on,
        language=order.language,
        today=timezone.localdate(),
    )
    try:
        make_reports(as_of, order, tell, settings.REPORT_PROCESSES)
    except StopAsked:
        clear_benches(open_keys())
        raise


def mail_job(arguments: dict[str, Any], tell: Tell) -> None:
    """Send a mail, if it is still wanted: what `record.jobs.mails.ask_mail` gathered."""
    tell(0.0)
    send_letters(**{name: arguments[name] for name in ("person", "news", "job")})


def account_mail_job(arguments: dict[str, Any], tell: Tell) -> None:
    """Send a mail about an account, which was sealed by `record.jobs.account_mails`."""
    tell(0.0)
    asked = account_mail_of(arguments)
    if not asked.to:
        return
    mail = reset_mail(asked) if asked.account else Mail(asked.subject, asked.body)
    if mail is not None:
        message = EmailMessage(mail.subject, mail.body, to=[asked.to])
        if number := arguments.get("job"):
            send_once(message, kind="account", job=number)
        else:  # asked for by an older version, which noted no number
            message.send()


def reset_mail(asked: AccountMail) -> Mail | None:
    """The link to another password, made now; None when the account is not to have one."""
    language = language_of(asked.to) or asked.language
    with override(language):
        path = reset_path(asked.account, asked.to)
        return account_mail(RESET, settings.MAIL_SITE_URL + path) if path else None


def followers_job(arguments: dict[str, Any], tell: Tell) -> None:
    """Mail followers what changed, and whoever asked to follow what to confirm: no arguments."""
    del arguments
    tell_followers(tell, at=_now())


def revert_job(arguments: dict[str, Any], tell: Tell) -> None:
    """Revert a change of many facts, as a `record.proposing.revert_jobs.RevertOrder` asks."""
    carry_out_revert(arguments, _now(), tell)
    prepare_map(arguments["program"])


def upload_job(arguments: dict[str, Any], tell: Tell) -> None:
    """Check an uploaded file: `{"upload": id, "account": of who would propose it}`."""
    check_upload(**arguments, at=_now(), tell=tell)


def look_job(arguments: dict[str, Any], tell: Tell) -> None:
    """Look at a watched address: `{"watch": id, "host": whom it asks}`."""
    tell(0.0)
    look(arguments["watch"], at=_now())


def upload_fetch_job(arguments: dict[str, Any], tell: Tell) -> None:
    """Fetch an uploaded file: `{"upload": id, "account": of who asked for it}`."""
    del tell
    fetch_upload(**arguments, at=_now())


def effects_job(arguments: dict[str, Any], tell: Tell) -> None:
    """Work out what open proposals would change, for the queue: no arguments."""
    del arguments
    keep_effects(at=_now(), tell=tell)


def source_file_job(arguments: dict[str, Any], tell: Tell) -> None:
    """Fetch a source's file: `{"source", "address", "person", "language"}`."""
    del tell
    fetch_source_file(**arguments, at=_now())


def ahead_job(arguments: dict[str, Any], tell: Tell) -> None:
    """Make the main pages of what stands ahead, in a process that stands back behind all others."""
    del arguments
    command = [sys.executable, str(Path(settings.BASE_DIR) / "manage.py"), "make_ahead"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as making:
        try:
            while making.poll() is None:
                tell(0.0)
                sleep(LOOK_SECONDS)
        finally:
            making.kill()
    if making.returncode in STOPPED:
        log.info("Making the main pages ahead was stopped with the server; it goes on later.")
        raise TurnOver
    if making.returncode:
        raise ChildProcessError(f"make_ahead ended with status {making.returncode}")


def backup_job(arguments: dict[str, Any], tell: Tell) -> None:
    """Back up, and let the oldest go: `{"turn": number}`."""
    del arguments
    tell(0.0)
    if settings.BACKUP_TO is not None:
        make_backup(settings.BACKUP_TO, at=_now(), keep=settings.BACKUP_KEEP)


KINDS: dict[str, Callable[[dict[str, Any], Tell], None]] = {
    "publish": publish_job,
    PACKAGE: package_job,
    AHEAD: ahead_job,
    SOURCE_FILE: source_file_job,
    BACKUP: backup_job,
    "prepare": prepare_job,
    REPORTS: reports_job,
    MAIL: mail_job,
    ACCOUNT_MAIL: account_mail_job,
    FOLLOWERS: followers_job,
    REVERT: revert_job,
    UPLOAD: upload_job,
    LOOK: look_job,
    FETCHING: upload_fetch_job,
    EFFECTS: effects_job,
}


def job_lease() -> timedelta:
    """How long a worker may stay silent before its job goes to another."""
    return timedelta(seconds=settings.JOB_LEASE_SECONDS)


@shared_task(name=RUN_JOB)
def run_job(job_id: int) -> None:
    """Run a job, if it is still to be run and there is room for it."""
    kind = kind_of_job(job_id)
    with room_for(long=kind in LONG) as room:
        began = room and _run(kind, job_id)
    if began and kind in LONG:
        send_waiting(LONG)


def _run(kind: str, job_id: int) -> bool:
    """Whether the job was begun here; it may be another's turn, or somebody else's already."""
    if kind in TAKE_TURNS and not may_begin(kind=kind, job_id=job_id, at=_now()):
        return False
    if (asker := ONE_FOR_EACH.get(kind)) and busy_for_the_same(
        kind=kind, job_id=job_id, asker=asker
    ):
        return False
    job = take_job(job_id=job_id, at=_now(), lease=job_lease())
    if job is None:
        return False
    if job.kind in TAKE_TURNS and not is_first_of_its_kind(job):
        put_back_job(job=job, at=_now(), lease=job_lease())
        return False
    keeper = Keeper(job, job_lease())
    keeper.start()
    try:
        _work(job, keeper)
    finally:
        keeper.over.set()
        keeper.join()
        if job.kind in TAKE_TURNS:
            send_next_in_turn(kind=job.kind, at=_now())
        if job.kind == REPORTS:
            forget_asker(job.job_id)
        if asker:
            send_next_of_the_same(job=job, asker=asker)
        if job.kind == ACCOUNT_MAIL:
            wipe_account_mail(job.job_id)
    return True


def _work(job: TakenJob, keeper: Keeper) -> None:
    number = new_number()
    try:
        with numbered(number):
            KINDS[job.kind](job.arguments, keeper.tell)
    except StopAsked:
        stop_job(job=job, at=_now())
    except TurnOver:
        end_turn(job=job, at=_now(), lease=job_lease())
    except Exception:  # whatever it was, it is kept with the job
        with numbered(number):
            log.exception("Job %s (%s), attempt %s", job.job_id, job.kind, job.attempt)
        told = without_addresses(traceback.format_exc(limit=-5))
        error = f"Number of this error: {number}\n{told}"
        fail_job(job=job, error=error, at=_now(), lease=job_lease())
    else:
        finish_job(job=job, at=_now())


@shared_task(name="jurisdictions.sweep")
def sweep() -> None:
    """Do what is due, each thing for itself: one that fails keeps none of the others.

    The clock (beat) does it by itself; as a task it is known for clocks of older code, which send
    it. What is deleted by the clock waits while the clock is not to be believed.
    """
    at = _now()
    try:
        due = [*ALWAYS, *(BY_THE_CLOCK if note_clock(at) else ())]
        failed = [part.__name__ for part in due if not _done(part, at)]
    except (OperationalError, InterfaceError):
        # The database is away, for all of them.
        log.warning("The sweep was not done to its end", exc_info=True)
        return
    # The sign is of a sweep that was done: one that fails on and on is found late.
    if not failed:
        touch(SWEEP)


def _done(part: Part, at: datetime) -> bool:
    try:
        part(at=at)
    except (OperationalError, InterfaceError):
        raise
    except Exception:  # whatever it was, the rest of a sweep matters more
        log.exception("The sweep: %s", part.__name__)
        return False
    return True


def _hand_on_jobs(at: datetime) -> None:
    """Give jobs whose lease ran out to another worker."""
    sweep_mails(at=at)
    if ids := sweep_jobs(at=at, lease=job_lease()):
        log.warning("Sent again, their lease had run out: jobs %s", ids)


def _tell(at: datetime) -> None:
    """Followers are told what was published, however that came about."""
    tell_watchers(at=at)
    sweep_followers(standing=standing(), sends=settings.MAILS_ARRIVE, at=at)


def _back_up(at: datetime) -> None:
    if (turn := turn_at(at)) is not None:
        ask_backup(turn=turn, at=at)


def _work_out_effects(at: datetime) -> None:
    if due_effects().exists():
        ask_effects(at=at)


def _make_ahead(at: datetime) -> None:
    """What stands otherwise than before has its main pages made ahead."""
    wanted = settings.ANSWERS_QUOTA and not settings.NOTHING_AHEAD
    if wanted and (found := newest()).editions:
        ask_ahead(word=found.word, on=timezone.localdate(), at=at)


def _confirm_gone(at: datetime) -> None:
    """Once a day, by its day: a clock that was ahead for a while lets no day go by without."""
    if cache.add(f"{CONFIRMED}-{timezone.localdate()}", 1, A_DAY):
        confirm_gone(at)


ALWAYS: tuple[Part, ...] = (
    *(_hand_on_jobs, sweep_watches, _tell, _back_up, _work_out_effects, _make_ahead),
)
BY_THE_CLOCK: tuple[Part, ...] = (
    *(sweep_uploads, sweep_shapes, sweep_drafts, sweep_files),
    *(sweep_sessions, sweep_invitations, forget_followers, _confirm_gone),
)
"""What cannot be taken back where the clock was wrong: something is deleted, or said to be gone."""


def _now() -> datetime:
    return timezone.now()
