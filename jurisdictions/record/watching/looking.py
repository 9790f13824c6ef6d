"""One look at a watched address: fetched outside every transaction, then written in one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime

from django.db import transaction

from jurisdictions.models import Look, LookOutcome, Watch, WatchKind
from jurisdictions.record.fetching.fetch import fetch
from jurisdictions.record.fetching.limits import Fetched, Known
from jurisdictions.record.fetching.unfetched import LASTING, Unfetched, Why
from jurisdictions.record.lists import list_links, take_in_list
from jurisdictions.record.watching.readable import lines_of
from jurisdictions.record.watching.store import drop_old_copies, keep_copy, read_copy
from jurisdictions.record.watching.vanishing import note_gone, note_there

FIRST_PAUSE = timedelta(minutes=10)
"""After one failure; twice as long after each further one, up to the usual interval."""
LONGEST_PAUSE = timedelta(days=1)
LONGEST = 600
"""Letters of an address that are kept."""


@dataclass(frozen=True, slots=True)
class _Came:
    """The page itself, the files to be read, and why one to which it links did not come."""

    page: Fetched
    files: Sequence[Fetched]
    failed: Unfetched | None = None

    @property
    def direct(self) -> bool:
        """Whether what is read lies at the address itself."""
        return self.page.unchanged or list(self.files) == [self.page]


def look(watch_id: int, *, at: datetime) -> None:
    """Look at an address, keep what is new, and say when to look next."""
    watch = Watch.objects.select_related("program").get(pk=watch_id)
    try:
        page = fetch(watch.address, at=at, known=Known(watch.etag, watch.last_modified))
    except Unfetched as failed:
        _failed(watch_id, failed, at)
    else:
        _came(watch_id, _files(watch, page, at), at)


def _files(watch: Watch, page: Fetched, at: datetime) -> _Came:
    """What is to be read: the page itself, or the lists to which it links."""
    if page.unchanged:
        return _Came(page, ())
    links = (
        list_links(watch.program.slug, page.content, page.final_address)
        if watch.kind == WatchKind.LIST
        else []
    )
    if not links:
        return _Came(page, [page])
    files, missing = [], None
    for link in links:
        try:
            files.append(fetch(link, at=at))
        except Unfetched as failed:
            missing = failed
    return _Came(page, files, missing)


@transaction.atomic
def _failed(watch_id: int, failed: Unfetched, at: datetime) -> None:
    watch = _locked(watch_id)
    watch.looked_at, watch.why, watch.status = at, failed.why.value, failed.status
    watch.failures = min(watch.failures + 1, 1000)
    usual = timedelta(hours=watch.hours)
    if failed.why is Why.GONE:
        note_gone(watch, at)
    pause = min(usual, LONGEST_PAUSE, FIRST_PAUSE * 2 ** min(watch.failures - 1, 10))
    if failed.why in LASTING or watch.vanished_at:
        pause = usual
    _next(watch, at + max(pause, failed.wait or pause))


@transaction.atomic
def _came(watch_id: int, came: _Came, at: datetime) -> None:
    watch = _locked(watch_id)
    watch.looked_at, watch.why, watch.status, watch.failures = at, "", 0, 0
    note_there(watch, at)
    if not came.page.unchanged:
        # A page that links to lists is asked for anew: what lies behind its links may be another.
        known = came.page if came.direct else None
        watch.etag = known.etag if known else ""
        watch.last_modified = known.last_modified if known else ""
    for file in came.files:
        _take_in(watch, file, at)
    if came.failed:
        watch.why, watch.status = came.failed.why.value, came.failed.status
    _next(watch, at + timedelta(hours=watch.hours))
    drop_old_copies(watch)


def _locked(watch_id: int) -> Watch:
    locked = Watch.objects.select_for_update(of=("self",)).select_related("program")
    return locked.get(pk=watch_id)


def _next(watch: Watch, moment: datetime) -> None:
    # Who stopped it meanwhile is not overruled.
    if watch.next_look_at is not None:
        watch.next_look_at = moment
    watch.save()


def _take_in(watch: Watch, file: Fetched, at: datetime) -> None:
    checksum = keep_copy(file.content)
    if watch.kind == WatchKind.LIST:
        _take_in_list(watch, file, checksum, at)
        return
    before = watch.looks.exclude(checksum="").first()
    if before and before.checksum == checksum:
        watch.checksum = checksum
        return
    if before is None or _reads_otherwise(before, file):
        outcome = LookOutcome.CHANGED if before else LookOutcome.FIRST
        _note(watch, file, checksum, outcome, at)
    watch.checksum = checksum


def _reads_otherwise(before: Look, file: Fetched) -> bool:
    """Whether a reader sees another text, or bytes that are no text are others."""
    old = read_copy(before)
    if old is None:
        return True
    lines = lines_of(file.content, file.media_type, file.charset)
    return lines is None or lines != lines_of(old, before.media_type, before.charset)


def _take_in_list(watch: Watch, file: Fetched, checksum: str, at: datetime) -> None:
    watch.checksum = checksum
    same = watch.looks.filter(address=file.final_address[:LONGEST]).exclude(checksum="").first()
    if same and same.checksum == checksum:
        return
    taken = take_in_list(watch.program.slug, file.file_name, file.content, _posted(file), at)
    outcome = (
        LookOutcome.PROPOSED
        if taken.proposal
        else LookOutcome.ASKS
        if taken.upload
        else LookOutcome.UNREAD
        if taken.said
        else LookOutcome.KNOWN
    )
    made = _note(watch, file, checksum, outcome, at)
    made.proposal_id, made.upload_id = taken.proposal or None, taken.upload or None
    made.said = taken.said
    made.save(update_fields=["proposal", "upload", "said"])


def _posted(file: Fetched) -> datetime:
    """When it was put up, as far as the server says so and that can be."""
    try:
        said = parsedate_to_datetime(file.last_modified)
        return said if said <= file.fetched_at else file.fetched_at
    except (TypeError, ValueError):
        return file.fetched_at


def _note(watch: Watch, file: Fetched, checksum: str, outcome: str, at: datetime) -> Look:
    return Look.objects.create(
        watch=watch,
        at=at,
        outcome=outcome,
        address=file.final_address[:LONGEST],
        checksum=checksum,
        size=len(file.content),
        media_type=file.media_type[:100],
        charset=file.charset[:40],
        file_name=file.file_name,
    )
