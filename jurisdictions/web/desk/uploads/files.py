"""The files beside an upload: templates to begin with, its faults, the state of its check."""

from __future__ import annotations

import csv
from io import StringIO

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _

from jurisdictions.read.keeping.uploads import upload_detail, upload_row
from jurisdictions.record.disarm import disarm
from jurisdictions.record.kinds import KINDS
from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.uploads.stages import demand_somewhere
from jurisdictions.render.files.uploads.templates import template_csv, template_xlsx
from jurisdictions.web.desk.frame.page import desk_page
from jurisdictions.web.desk.uploads.context import progress_said, standing

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@desk_page()
def template(request: HttpRequest, actor: Actor, kind: str, form: str) -> HttpResponse:
    """An empty file of a kind, with two example rows."""
    del request
    demand_somewhere(actor)
    if kind not in KINDS:
        raise Http404
    stem = KINDS[kind].file.removesuffix(".csv")
    if form == "csv":
        response = HttpResponse(template_csv(kind), content_type="text/csv; charset=utf-8")
    else:
        response = HttpResponse(template_xlsx(kind), content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="{stem}-template.{form}"'
    return response


@desk_page()
def state(request: HttpRequest, actor: Actor, upload: int) -> HttpResponse:
    """How far the check is, for the page's script."""
    del request
    row = upload_row(upload, actor.person_id) if upload < 2**63 else None
    if row is None:
        raise Http404
    return JsonResponse(
        {
            "open": row.checking,
            "progress": round(row.progress, 4),
            "said": progress_said(row) if row.checking else standing(row),
        }
    )


@desk_page()
def faults(request: HttpRequest, actor: Actor, upload: int) -> HttpResponse:
    """Every fault of an upload as a CSV file."""
    del request
    found = upload_detail(upload, actor.person_id) if upload < 2**63 else None
    if found is None:
        raise Http404
    into = StringIO()
    writer = csv.writer(into, lineterminator="\r\n")
    writer.writerow([_("file"), _("row"), _("column"), _("value"), _("reason")])
    for fault in found.faults:
        texts = (fault["column"], fault["value"], fault["reason"])
        writer.writerow([disarm(fault["file"]), fault["row"] or "", *map(disarm, texts)])
    response = HttpResponse(into.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="faults-{upload}.csv"'
    return response
