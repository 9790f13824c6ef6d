"""The other sheets of an uploaded workbook: which are read, which are not, and reading one."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.timezone import now
from django.utils.translation import get_language

from jurisdictions.read.keeping.uploads import UploadDetail, sheets_read
from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.uploads.other_sheets import begin_sheet
from jurisdictions.render.files.uploads.words import mode_title
from jurisdictions.web.desk.uploads.kinds import kinds_offered
from jurisdictions.web.site.addresses import address


def sheets_context(request: HttpRequest, actor: Actor, found: UploadDetail) -> dict[str, object]:
    """Everything that uploads/other_sheets.html reads."""
    read = sheets_read(found.row.file_name, actor.person_id) if found.unread else {}
    return {
        "sheets_beside": [(name, read[name]) for name in found.unread if name in read],
        "sheets_open": [name for name in found.unread if name not in read],
        "other_sheet": request.POST.get("other_sheet", ""),
        "other_kind": request.POST.get("other_kind", ""),
        "other_kinds": [(kind, mode_title(kind)) for kind in kinds_offered(found.row.program)],
    }


def read_sheet(request: HttpRequest, actor: Actor, found: UploadDetail) -> HttpResponse:
    """Begin with another sheet of the same workbook, and go to it."""
    kind = request.POST.get("other_kind", "")
    upload = begin_sheet(
        upload=found.row.upload_id,
        sheet=request.POST.get("other_sheet", ""),
        kind=kind if kind in kinds_offered(found.row.program) else "",
        language=get_language() or "en",
        by=actor,
        at=now(),
    )
    return HttpResponseRedirect(address("upload", {}, upload=upload), status=303)
