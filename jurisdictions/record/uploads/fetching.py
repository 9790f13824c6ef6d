"""A file of facts that lies at an address: fetched by the worker, then read like any other."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import PurePosixPath
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from jurisdictions.models import Program, Upload
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.fetching.fetch import fetch
from jurisdictions.record.fetching.limits import Fetched, Limits
from jurisdictions.record.fetching.targets import target_of
from jurisdictions.record.fetching.unfetched import Unfetched
from jurisdictions.record.ingest.tables import Unreadable
from jurisdictions.record.ingest.uploaded import FORMS, MOST_BYTES
from jurisdictions.record.jobs.queue import ask_job
from jurisdictions.record.kinds import KINDS
from jurisdictions.record.people.people import actor_of
from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.uploads.asking import demand_somewhere, own_upload, stop_check
from jurisdictions.record.uploads.columns import EXPORT
from jurisdictions.record.uploads.files import file_name, keep_file, path_of, read_file
from jurisdictions.record.uploads.layouts import look_at
from jurisdictions.record.uploads.steps import FETCH, go_on
from jurisdictions.record.uploads.web_addresses import file_address, is_closed

FETCHING = "upload-fetch"
"""The kind of the job that fetches a file."""
LIMITS = Limits(most_bytes=MOST_BYTES)
ENDINGS = {
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "application/json": ".json",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
}
"""How the name of a file ends that a server sends as a media type."""
ZIPPED = b"PK\x03\x04"


@transaction.atomic
def begin_address(
    *, program: str, kind: str, address: str, language: str, by: Actor, at: datetime
) -> int:
    """Ask for the file at an address; answers the upload's id. The worker fetches it.

    `kind` is "" for an export of this tracker. Raises Refused for what is no address, NotAllowed.
    """
    demand_somewhere(by)
    if kind and kind not in KINDS:
        raise Refused([Fault("", 0, "kind", kind, _("Choose what the file holds."))])
    asked = file_address(address)
    try:
        target = target_of(asked)
    except Unfetched as wrong:
        raise Refused([Fault("", 0, "address", address, wrong.text)]) from wrong
    upload = Upload.objects.create(
        program=Program.objects.get(slug=program),
        kind=kind if kind in KINDS else "",
        file_name=file_name(target.host),
        file="",
        language=language,
        shape={**NOTHING_YET, "mode": kind or EXPORT, "address": asked, "step": FETCH},
        made_at=at,
        made_by_id=by.person_id,
    )
    _ask(upload, by, at)
    return upload.pk


NOTHING_YET: dict[str, Any] = {
    "headings": [],
    "samples": [],
    "rows": 0,
    "sheet": "",
    "unread": [],
}
"""What an upload looks like while its file is not here."""


@transaction.atomic
def fetch_again(*, upload: int, by: Actor, at: datetime) -> None:
    """Ask once more for a file that could not be fetched."""
    found = own_upload(upload, by)
    if found.shape.get("step") == FETCH:
        stop_check(found, at)
        found.shape.pop("failed", None)
        _ask(found, by, at)


def _ask(upload: Upload, by: Actor, at: datetime) -> None:
    upload.job_id = ask_job(
        kind=FETCHING,
        arguments={"upload": upload.pk, "account": by.account_id},
        by=by.name,
        at=at,
        lease=timedelta(seconds=settings.JOB_LEASE_SECONDS),
    )
    upload.save()


def fetch_upload(*, upload: int, account: int | None, at: datetime) -> None:
    """Fetch the file of an upload and look at it; why it did not come is kept with the upload."""
    found = Upload.objects.select_related("program").filter(pk=upload, finished_at=None).first()
    actor = actor_of(account)
    if found is None or actor is None or found.shape.get("step") != FETCH:
        return
    job = found.job_id
    with translation.override(found.language):
        try:
            # A person asked for this one address, now: robots.txt speaks to other comers.
            came = fetch(found.shape["address"], at=at, limits=LIMITS, robots=False)
        except Unfetched as wrong:
            _keep_failure(upload, job, wrong.text)
            return
        if is_closed(came.final_address):
            said = _("The spreadsheet is not open to everybody: publish it to the web, or share it")
            _keep_failure(upload, job, said)
            return
        _take(upload, job, came, actor, at)


def _take(upload: int, job: int | None, came: Fetched, by: Actor, at: datetime) -> None:
    """Keep what came and look at it, unless it was asked for anew meanwhile."""
    name = name_of(came)
    file = keep_file(name, came.content)
    try:
        # Read before anything is locked: others write while a long file is. Its kind never changes.
        kind = Upload.objects.filter(pk=upload).values_list("kind", flat=True).first()
        table = read_file(file, name, kind or "")
        with transaction.atomic():
            found = Upload.objects.select_for_update(of=("self",)).filter(pk=upload).first()
            if found is None or found.job_id != job:
                path_of(file).unlink(missing_ok=True)
                return
            found.file, found.file_name = file, name
            look_at(found, table, found.kind, at)
            # This very job goes on to its end.
            found.job = None
            go_on(found, by, at)
    except Unreadable as wrong:
        path_of(file).unlink(missing_ok=True)
        _keep_failure(upload, job, f"{name} {wrong}.")


@transaction.atomic
def _keep_failure(upload: int, job: int | None, said: str) -> None:
    found = Upload.objects.select_for_update(of=("self",)).filter(pk=upload).first()
    if found is not None and found.job_id == job:
        found.shape["failed"] = said
        found.save(update_fields=["shape"])


def name_of(came: Fetched) -> str:
    """The name of a file that came, with an ending that tells how it is read."""
    name = file_name(came.file_name or "file")
    if PurePosixPath(name).suffix.casefold() in FORMS:
        return name
    ending = ENDINGS.get(came.media_type, "")
    ending = ending or (".xlsx" if came.content.startswith(ZIPPED) else ".csv")
    return f"{name}{ending}"
