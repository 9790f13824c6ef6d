"""Uploads: a file becomes columns, a check, answers; or is given up."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from jurisdictions.models import Program, Upload
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.ingest.tables import Unreadable
from jurisdictions.record.kinds import KINDS
from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.uploads.asking import (
    KIND,
    ask_for_check,
    demand_somewhere,
    own_upload,
    stop_check,
)
from jurisdictions.record.uploads.files import (
    delete_later,
    file_name,
    keep_file,
    path_of,
    read_file,
)
from jurisdictions.record.uploads.layouts import look_at
from jurisdictions.record.uploads.steps import go_on

__all__ = ["KIND", "demand_somewhere", "own_upload"]


def begin_upload(
    *, program: str, kind: str, name: str, content: bytes, language: str, by: Actor, at: datetime
) -> int:
    """Keep a file, look at its header, match its columns; answers the upload's id.

    `kind` is "" for an export of this tracker. When nothing has to be said of it the check is asked
    for at once. Raises Refused for a file that is no table, NotAllowed.
    """
    demand_somewhere(by)
    if kind and kind not in KINDS:
        raise Refused([Fault("", 0, "kind", kind, _("Choose what the file holds."))])
    name = file_name(name)
    file = keep_file(name, content)
    try:
        table = read_file(file, name, kind)
    except Unreadable as wrong:
        path_of(file).unlink()
        raise Refused([Fault("", 0, "file", name, f"{name} {wrong}.")]) from wrong
    upload = Upload(
        program=Program.objects.get(slug=program),
        file_name=name,
        file=file,
        language=language,
        made_at=at,
        made_by_id=by.person_id,
    )
    with transaction.atomic():
        look_at(upload, table, kind, at)
        upload.save()
        go_on(upload, by, at)
    return upload.pk


@transaction.atomic
def forget_answers(*, upload: int, by: Actor, at: datetime) -> None:
    """Take back what was answered, to be asked again."""
    found = own_upload(upload, by)
    found.places, found.answers = {}, {}
    ask_for_check(found, by, at)


@transaction.atomic
def check_again(*, upload: int, by: Actor, at: datetime) -> None:
    """Check the file as the record stands now."""
    ask_for_check(own_upload(upload, by), by, at)


@transaction.atomic
def delete_upload(*, upload: int, by: Actor, at: datetime) -> None:
    """Give an upload up: its check stops, its file is deleted."""
    found = own_upload(upload, by)
    stop_check(found, at)
    delete_later(found.file)
    found.delete()


@transaction.atomic
def sweep_uploads(*, at: datetime) -> int:
    """Delete what nobody proposed in time, with its files; answers how many there were.

    The time of a file of which a part was sent begins anew with that.
    """
    until = at - timedelta(days=settings.UPLOADS_DAYS)
    old = Upload.objects.filter(finished_at=None, made_at__lt=until)
    old = old.exclude(parts__proposal__made_at__gte=until)
    for upload in old:
        delete_later(upload.file)
    return old.delete()[1].get("jurisdictions.Upload", 0)
