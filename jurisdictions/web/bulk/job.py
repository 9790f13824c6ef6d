"""The page of one bulk job: how far it is, cancelling it, its file."""

from __future__ import annotations

from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseRedirect,
    JsonResponse,
    StreamingHttpResponse,
)
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.timezone import localdate, now
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from jurisdictions.read.asking import BadAsk, NothingPublished, ask
from jurisdictions.read.rows import AsOf
from jurisdictions.record.jobs.reports import ReportsJob, cancel_reports, reports_job
from jurisdictions.render.files.names import saved
from jurisdictions.render.reports.bulk.contents import count_of, file_stem
from jurisdictions.render.reports.bulk.failures import missing_from
from jurisdictions.render.reports.bulk.folders import finished, finished_size
from jurisdictions.shelf.tags import kept_tag
from jurisdictions.status.geoids import NATION
from jurisdictions.web.bulk.context import is_askers, progress_said, standing_of, what_of
from jurisdictions.web.bulk.view import is_ours
from jurisdictions.web.site.addresses import absolute, address
from jurisdictions.web.site.page import error_page, render_page
from jurisdictions.web.site.program import demand_program

FOR_A_DAY = "public, max-age=86400"


# Cancelling takes the token that only the asker's page holds: no other site can know it.
@csrf_exempt
def job_page(request: HttpRequest, job_id: int) -> HttpResponse:
    """GET: where the job stands. POST, with the asker's token: cancel it."""
    job = _job(job_id)
    if request.method == "POST":
        return _cancel(request, job)
    as_of = _as_of(job, get_language() or "en")
    total = count_of(as_of, job.order.state)
    missing = missing_from(job.order.key, total) if job.is_done else 0
    token = request.GET.get("token", "")
    context = {
        "job": job,
        # Shared, the page's own address would give the asker's token away.
        "cite_as": absolute(request, address("bulk-job", {}, job_id=job_id)),
        "what": what_of(as_of, job),
        "standing": standing_of(job),
        "said": progress_said(job, total, now()),
        "percent": int(100 * job.progress),
        "nation": NATION,
        "made": total - missing,
        "size": finished_size(job.order.key) if job.is_done else None,
        "missing": missing,
        "token": token if is_askers(token, job_id) and not job.stopping else "",
        "reloads": job.is_open and "still" not in request.GET,
    }
    response = render_page(request, "bulk/job.html", as_of, context)
    response["Cache-Control"] = "no-store"
    return response


@require_safe
def job_state(request: HttpRequest, job_id: int) -> HttpResponse:
    """Where the job stands, for the page's script."""
    del request
    job = _job(job_id)
    as_of = _as_of(job, get_language() or "en")
    total = count_of(as_of, job.order.state)
    told = {
        "open": job.is_open,
        "status": job.status,
        "progress": round(job.progress, 4),
        "said": progress_said(job, total, now()) if job.is_open else standing_of(job),
    }
    return JsonResponse(told, headers={"Cache-Control": "no-store"})


@require_safe
def job_file(request: HttpRequest, job_id: int) -> HttpResponseBase:
    """The finished file; the job's page when there is none, or none any more."""
    job = _job(job_id)
    found = finished().find(f"{job.order.key}.zip") if job.is_done else None
    if found is None:
        return HttpResponseRedirect(address("bulk-job", {}, job_id=job_id))
    etag = kept_tag(found.sha256)
    response: HttpResponseBase | None = get_conditional_response(request, etag=etag)
    if response is None:
        as_of = _as_of(job, job.order.language)
        response = StreamingHttpResponse(found.content(), content_type="application/zip")
        response["Content-Length"] = str(found.size)
        response["Content-Disposition"] = saved(f"{file_stem(as_of, job.order.state)}.zip")
    response["ETag"] = etag
    response["Cache-Control"] = FOR_A_DAY
    return response


def _cancel(request: HttpRequest, job: ReportsJob) -> HttpResponse:
    if not is_ours(request) or not is_askers(request.POST.get("token", ""), job.job_id):
        return error_page(request, "bulk/foreign.html", 403, {})
    if not cancel_reports(job_id=job.job_id, at=now()) and job.askers > 1:
        said = _("Somebody else waits for these reports too, so the work goes on.")
        return error_page(request, "bulk/foreign.html", 409, {"said": said})
    return HttpResponseRedirect(address("bulk-job", {}, job_id=job.job_id), status=303)


def _job(job_id: int) -> ReportsJob:
    # SQLite holds numbers of 64 bits.
    found = reports_job(job_id) if job_id < 2**63 else None
    if found is None:
        raise Http404
    demand_program(found.order.program)
    return found


def _as_of(job: ReportsJob, language: str) -> AsOf:
    order = job.order
    try:
        return ask(
            program=order.program,
            edition=str(order.edition),
            date=order.on,
            language=language,
            today=localdate(),
        )
    except (BadAsk, NothingPublished) as gone:
        raise Http404 from gone
