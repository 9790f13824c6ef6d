"""What is done to the rows of a file at the desk: mended, undone, left for later, taken back."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.timezone import now

from jurisdictions.read.keeping.uploads import UploadDetail, upload_detail
from jurisdictions.record.faults import Refused
from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.uploads.mending import leave_rows, mend_rows, undo_mends
from jurisdictions.record.uploads.stages import demand_somewhere
from jurisdictions.web.desk.forms.typed import whole_number
from jurisdictions.web.desk.frame.page import desk_page, render_desk
from jurisdictions.web.desk.uploads.context import OUTCOMES
from jurisdictions.web.desk.uploads.rows import columns_shown, shown_rows, typed_cells
from jurisdictions.web.desk.uploads.sending import send_context
from jurisdictions.web.site.addresses import address

BAD = 400
BY_SCRIPT = "X-Row"
"""The header by which the page's script asks for the row alone."""


def mend(request: HttpRequest, actor: Actor, found: UploadDetail) -> HttpResponse:
    """Keep what was written into the table; a button says what is done to one row besides."""
    _act(request, actor, found, whole=True)
    kept = {name: request.GET[name] for name in ("show", "page") if name in request.GET}
    to = address("upload", kept, upload=found.row.upload_id)
    return HttpResponseRedirect(to, status=303)


@desk_page()
def row(request: HttpRequest, actor: Actor, upload: int, number: int) -> HttpResponse:
    """POST: one row is mended, and read anew at once; answers with the row as it is then.

    Who sends it without the page's script is led back to the page.
    """
    demand_somewhere(actor)
    found = upload_detail(upload, actor.person_id) if upload < 2**63 else None
    if found is None:
        raise Http404
    here = HttpResponseRedirect(address("upload", {}, upload=upload), status=303)
    if found.row.finished or request.method != "POST":
        return here
    said = ""
    try:
        _act(request, actor, found, whole=False, rows={number})
    except Refused as wrong:
        said = wrong.faults[0].reason
    if BY_SCRIPT not in request.headers:
        return here
    found = upload_detail(upload, actor.person_id)
    rows = [one for one in found.rows if one.number == number] if found else []
    if found is None or not rows:
        raise Http404
    columns = columns_shown(found)
    context = {
        "upload": found.row,
        "columns": columns,
        "one": shown_rows(found, columns, rows)[0],
        "counts": [(name, found.row.counts.get(name, 0)) for name in OUTCOMES],
        "refused": said,
        "since": found.since,
        "proposed": found.proposed,
        "wrong": {},
        **send_context(request, actor, found),
    }
    return render_desk(request, actor, "desk/uploads/row_read.html", context, BAD if said else 200)


def _act(
    request: HttpRequest,
    actor: Actor,
    found: UploadDetail,
    *,
    whole: bool,
    rows: Collection[int] | None = None,
) -> None:
    told: dict[str, Any] = {"upload": found.row.upload_id, "by": actor}
    cells = typed_cells(request.POST, found)
    cells = {one: own for one, own in cells.items() if rows is None or one in rows}
    if cells:
        mend_rows(**told, cells=cells, at=now(), whole=whole)
    for name, leave in (("leave", True), ("back", False)):
        if one := whole_number(request.POST.get(name, ""), 0):
            leave_rows(**told, rows=[one], leave=leave)
    if one := whole_number(request.POST.get("undo", ""), 0):
        undo_mends(**told, rows=[one], at=now(), whole=whole)
    if "undo_all" in request.POST:
        undo_mends(**told, rows=None, at=now(), whole=True)
