"""An upload of somebody's own, locked, and the job that checks it."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.utils.translation import gettext as _

from jurisdictions.models import Upload
from jurisdictions.record.changing.concerned import PROPOSE
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.jobs.queue import ask_job, cancel_job
from jurisdictions.record.people.permissions import CONTRIBUTOR, Actor, NotAllowed
from jurisdictions.status.geoids import NATION

KIND = "upload"
"""The kind of the job that checks a file."""


def own_upload(upload: int, by: Actor) -> Upload:
    """The upload, locked; nobody touches another's.

    Raises NotAllowed, Refused once all of it is proposed, Upload.DoesNotExist.
    """
    found = locked_upload(upload)
    demand_own(found, by)
    if found.finished_at:
        raise Refused([Fault("", 0, "", "", _("This file was proposed already."))])
    return found


def locked_upload(upload: int) -> Upload:
    """The upload, locked, whosever it is."""
    locked = Upload.objects.select_for_update(of=("self",)).select_related("program")
    return locked.get(pk=upload)


def demand_own(upload: Upload, by: Actor) -> None:
    """Raise NotAllowed for somebody else, and for who may propose nowhere."""
    if upload.made_by_id != by.person_id:
        raise NotAllowed(PROPOSE, NATION)
    demand_somewhere(by)


def demand_somewhere(by: Actor) -> None:
    """Raise NotAllowed for who may propose nowhere."""
    if not by.regions(CONTRIBUTOR):
        raise NotAllowed(PROPOSE, NATION)


def ask_for_check(upload: Upload, by: Actor, at: datetime) -> None:
    """Ask for a check, in the place of one that is still going on."""
    stop_check(upload, at)
    job = ask_job(
        kind=KIND,
        arguments={"upload": upload.pk, "account": by.account_id},
        by=by.name,
        at=at,
        lease=timedelta(seconds=settings.JOB_LEASE_SECONDS),
    )
    upload.job_id = job
    upload.findings, upload.faults, upload.wishes = {}, [], []
    upload.save()


def stop_check(upload: Upload, at: datetime) -> None:
    """Give up the check that is going on, if one is."""
    if upload.job_id:
        cancel_job(job_id=upload.job_id, at=at)
