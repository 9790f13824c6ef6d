"""Freeze the public site into a folder: two processes ask, one notes what is done."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import blake2b
from multiprocessing import get_context
from pathlib import Path
from threading import Thread
from time import sleep
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connections
from django.http.request import split_domain_port, validate_host
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jurisdictions.freezing.exchange import put_in_place
from jurisdictions.freezing.hosting import write_hosting
from jurisdictions.freezing.minisign import Key
from jurisdictions.freezing.pages import Copy
from jurisdictions.freezing.seeds import copy_of, programs_now, seeds
from jurisdictions.freezing.sums import count_of, faults_of_sums, size_of, write_sums
from jurisdictions.freezing.writing import Written, own_origin, write_answer
from jurisdictions.read.newest import newest
from jurisdictions.render.reports.typst.press import press_small_here
from jurisdictions.shelf.code import code_stamp

LOOK_SECONDS = 0.5
"""Within which the processes of a run notice that it was killed."""
JOURNAL = "journal"
STANDS = "freeze.json"
"""In the folder: what was frozen, by which the next run knows whether anything changed."""
PROCESSES = 2
AT_ONCE = 16
NAMED = 20
"""So many of the addresses that were not answered are named."""


class FreezeRefused(Exception):
    """It cannot be frozen; says why."""


@dataclass(frozen=True, slots=True)
class Made:
    """What was frozen: files, bytes, and how many are other than before."""

    files: int
    size: int
    changed: int


def freeze(
    edition: str,
    to: Path,
    *,
    at: datetime,
    key: Key | None,
    told: Callable[[int, int], None],
    states: frozenset[str] = frozenset(),
) -> Made:
    """Freeze what stands into `to`, whole or not at all; a run cut short goes on where it was.

    `edition`: "newest", or the number that the newest edition of a program has. `told`: is given
    how many answers are written, and how many are known of.
    `states`: FIPS codes of those whose places are written; all when empty. Raises
    FreezeRefused, OSError.
    """
    programs = programs_now(at.date())
    numbers = {str(one.edition.number) for one in programs}
    if edition != "newest" and edition not in numbers:
        raise FreezeRefused(
            _("Only what stands can be frozen: edition %(asked)s is not the newest (%(newest)s).")
            % {"asked": edition, "newest": ", ".join(sorted(numbers))}
        )
    _demand_own_name(own_origin())
    to = to.absolute()
    with _alone(to):
        word = _word(sorted(states))
        copy = copy_of(at.date(), states)
        if (same := _stands(to, word)) is not None:
            _clear(to)  # a run that was killed after the exchange leaves what stood before
            return same
        half = _half(to, word)
        done, failed = _written(half, list(seeds(programs, copy)), copy, told)
        if failed:
            raise _missing(failed, to)
        changed = _as_before(to, half, done)
        _once(half, done)
        _static(half)
        write_hosting(half, copy)
        stands = {"word": word, "editions": copy.edition, "answers": done}
        (half / STANDS).write_text(json.dumps(stands, indent=0, sort_keys=True))
        files, size = write_sums(half, key, copy.edition["en"], at)
        # First: once it is exchanged, what the note says of is no longer in the scratch folder.
        _note(half).unlink(missing_ok=True)
        put_in_place(half, to)
    return Made(files, size, changed)


def _demand_own_name(origin: str) -> None:
    """Raise FreezeRefused where the tracker would answer every question of that name with 400."""
    name, _port = split_domain_port(urlsplit(origin).netloc)
    if not validate_host(name, settings.ALLOWED_HOSTS):
        said = _("ALLOWED_HOSTS lacks %(name)s, the name in SITE_URL: no page can be made for it.")
        raise FreezeRefused(said % {"name": name})


def _missing(failed: list[str], to: Path) -> FreezeRefused:
    """That answers are missing: a copy with holes takes no whole one's place."""
    said = ngettext(
        "%(number)d address was not answered: %(which)s. What stands in %(to)s stays; the next run "
        "asks only for what is missing.",
        "%(number)d addresses were not answered: %(which)s. What stands in %(to)s stays; the next "
        "run asks only for what is missing.",
        len(failed),
    )
    which = ", ".join(failed[:NAMED]) + (" …" if len(failed) > NAMED else "")
    return FreezeRefused(said % {"number": len(failed), "which": which, "to": to})


def _word(states: list[str]) -> str:
    """Tells what is frozen here and now from what another edition, code or address would give."""
    parts = (newest().word, code_stamp(settings.BASE_DIR), settings.SITE_URL, states)
    return blake2b(repr(parts).encode(), digest_size=12).hexdigest()


def _stands(to: Path, word: str) -> Made | None:
    """What is there already, when nothing of it would be other than it is and all is whole."""
    try:
        told = json.loads((to / STANDS).read_text())
    except (OSError, ValueError):
        return None
    if told.get("word") != word or faults_of_sums(to):
        return None
    return Made(count_of(to), size_of(to), 0)


@contextmanager
def _alone(to: Path) -> Iterator[None]:
    """One run at a time works on a folder; the lock goes with its process."""
    to.parent.mkdir(parents=True, exist_ok=True)
    with to.with_name(f".{to.name}.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise FreezeRefused(_("Another run freezes into %(to)s.") % {"to": to}) from None
        yield


def _half(to: Path, word: str) -> Path:
    """The scratch folder; what is left there of another edition goes."""
    half = _scratch(to)
    note = _note(half)
    begun = note.read_text().partition("\n")[0] if note.exists() else ""
    if begun != word or not half.is_dir():
        _clear(to)
        half.mkdir()
        note.write_text(f"{word}\n")
    return half


def _scratch(to: Path) -> Path:
    return to.with_name(f".{to.name}.half")


def _clear(to: Path) -> None:
    _note(_scratch(to)).unlink(missing_ok=True)
    shutil.rmtree(_scratch(to), ignore_errors=True)


class _Crawl:
    """What is asked, what waits, and what was written."""

    def __init__(self, first: list[str]) -> None:
        self.waiting = deque(first)
        self.known = set(first)
        self.done: dict[str, str] = {}
        self.failed: list[str] = []

    def take(self, one: Written) -> None:
        """Note what was written, and what it leads to."""
        if one.failed:
            self.failed.append(f"{one.question} ({one.failed})")
        else:
            self.done[one.file] = one.digest
        further = [question for question in one.wanted if question not in self.known]
        self.known.update(further)
        self.waiting.extend(further)


def _written(
    half: Path, first: list[str], copy: Copy, told: Callable[[int, int], None]
) -> tuple[dict[str, str], list[str]]:
    """Write every answer that is not yet written: checksums by file, and questions that failed."""
    note = _note(half)
    crawl = _Crawl(first)
    before = list(_noted(note))
    for one in before:
        crawl.known.add(one.question)
        crawl.take(one)
    asked_before = {one.question for one in before}
    crawl.waiting = deque(one for one in crawl.waiting if one not in asked_before)
    with note.open("a") as journal:
        for one in _in_parallel(crawl.waiting, half, copy):
            crawl.take(one)
            if not one.failed:
                journal.write(json.dumps(asdict(one)) + "\n")
                journal.flush()
            told(len(crawl.done), len(crawl.known))
    return crawl.done, crawl.failed


def _in_parallel(waiting: deque[str], half: Path, copy: Copy) -> Iterator[Written]:
    """Answers as they are written; who takes them may add to what is waiting."""
    connections.close_all()  # a connection is no two processes'
    how = get_context("fork")
    with ProcessPoolExecutor(
        PROCESSES, mp_context=how, initializer=_begin_writing, initargs=(os.getpid(),)
    ) as pool:
        running: set[Future[Written]] = set()
        while waiting or running:
            while waiting and len(running) < AT_ONCE:
                running.add(pool.submit(write_answer, waiting.popleft(), half, copy))
            ready, running = wait(running, return_when=FIRST_COMPLETED)
            yield from (one.result() for one in ready)


def _begin_writing(parent: int) -> None:
    """In a process of its own: answers for the copy push out none that readers come for.

    Whoever kills the run kills one process; the others have its lock too, and end with it.
    """
    settings.ANSWERS_QUOTA = 0
    press_small_here()

    def end_with_parent() -> None:
        while os.getppid() == parent:
            sleep(LOOK_SECONDS)
        os._exit(1)

    Thread(target=end_with_parent, name="ends with the run", daemon=True).start()


def _note(half: Path) -> Path:
    return half.with_name(f"{half.name}.{JOURNAL}")


def _noted(note: Path) -> Iterable[Written]:
    """What an earlier run wrote; a last line that was cut short was not."""
    for line in note.read_text().splitlines()[1:]:
        try:
            told = json.loads(line)
        except ValueError:
            continue
        yield Written(**{**told, "wanted": tuple(told["wanted"])})


def _as_before(to: Path, half: Path, done: dict[str, str]) -> int:
    """Files that say what they said before stay the same files: how many others there are."""
    try:
        before = json.loads((to / STANDS).read_text())["answers"]
    except (OSError, ValueError, KeyError):
        return len(done)
    same = [name for name, digest in done.items() if before.get(name) == digest]
    for name in same:
        if (to / name).is_file():
            _become(half / name, to / name)
    return len(done) - len(same)


def _once(half: Path, done: dict[str, str]) -> None:
    """What two addresses both answer is one file with two names: both languages' tables, say."""
    first: dict[str, Path] = {}
    for name, digest in sorted(done.items()):
        _become(half / name, first.setdefault(digest, half / name))


def _become(file: Path, other: Path) -> None:
    """`file` is another name of `other` from now on; a kill leaves the one or the other."""
    if file.samefile(other):
        return
    link = file.with_name(f".{file.name}.link")
    link.unlink(missing_ok=True)
    link.hardlink_to(other)
    link.replace(file)


def _static(half: Path) -> None:
    """What pages load: our own files and Leaflet, without what only the server's own pages need."""
    left_out = shutil.ignore_patterns(
        "*.gz",
        "*.br",
        "admin",
        "desk",
        "rest_framework",
        "mfa",
        "drf_spectacular_sidecar",
        "account",
        "staticfiles.json",
    )
    shutil.copytree(settings.STATIC_ROOT, half / "static", ignore=left_out, dirs_exist_ok=True)
