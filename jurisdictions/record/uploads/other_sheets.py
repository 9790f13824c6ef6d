"""Another sheet of a workbook that was uploaded: read beside the first, as a file of its own."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from jurisdictions.models import Upload
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.ingest.tables import Unreadable
from jurisdictions.record.kinds import KINDS
from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.uploads.asking import own_upload
from jurisdictions.record.uploads.files import keep_file, path_of, read_file
from jurisdictions.record.uploads.layouts import look_at
from jurisdictions.record.uploads.reading_first import unread
from jurisdictions.record.uploads.steps import go_on


def begin_sheet(
    *, upload: int, sheet: str, kind: str, language: str, by: Actor, at: datetime
) -> int:
    """Begin with `sheet` of the workbook that `upload` is; answers the id of the new upload.

    What was said, mended and sent of the first stays with it. `kind` is a kind of fact: an export
    of ours has its facts in one sheet. Raises Refused for a sheet that there is not or that is read
    there, a kind that is none, or a file that is gone; NotAllowed.
    """
    found = _asked(upload, sheet, kind, by)
    # Read before anything is locked: others can write meanwhile.
    try:
        file = keep_file(found.file_name, path_of(found.file).read_bytes())
    except OSError as wrong:
        raise unread(found.file_name, wrong, "other_sheet") from wrong
    try:
        table = read_file(file, found.file_name, kind, sheet)
    except (Unreadable, OSError) as wrong:
        path_of(file).unlink(missing_ok=True)
        raise unread(found.file_name, wrong, "other_sheet") from wrong
    other = Upload(
        program=found.program,
        file_name=found.file_name,
        file=file,
        language=language,
        made_at=at,
        made_by_id=by.person_id,
    )
    look_at(other, table, kind, at, sheet_named=True)
    with transaction.atomic():
        other.save()
        go_on(other, by, at)
    return other.pk


@transaction.atomic
def _asked(upload: int, sheet: str, kind: str, by: Actor) -> Upload:
    """The upload whose other sheet is asked for. Raises as begin_sheet does."""
    found = own_upload(upload, by)
    if sheet == found.shape["sheet"] or sheet not in found.shape.get("sheets", ()):
        raise Refused([Fault("", 0, "other_sheet", sheet, _("Choose a sheet."))])
    if kind not in KINDS:
        raise Refused([Fault("", 0, "other_kind", kind, _("Choose what the sheet holds."))])
    return found
