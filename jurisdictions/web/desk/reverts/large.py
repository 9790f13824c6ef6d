"""Reverting thousands of facts: confirmed in numbers, done by the worker, told on a page."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.utils.timezone import now
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jurisdictions.read.keeping.record_changes import record_changes
from jurisdictions.record.faults import Refused
from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.proposing.revert_jobs import (
    RevertJob,
    RevertOrder,
    ask_revert,
    revert_job,
)
from jurisdictions.web.desk.forms.tasks import told_moment
from jurisdictions.web.desk.frame.page import desk_page, render_desk
from jurisdictions.web.site.addresses import address

BAD, LARGEST = 400, 2**63
CONFIRM, REASON = "confirm", "reason"


def large_revert(
    request: HttpRequest, actor: Actor, order: RevertOrder, told: str, facts: int
) -> HttpResponse:
    """GET: what it comes to, and what has to be typed. POST: the worker is asked."""
    wrong = _wrong(request, facts) if request.method == "POST" else {}
    if request.method == "POST" and not wrong:
        try:
            asked = ask_revert(order=order, by=actor, at=now())
            to = address("revert-job", {}, job=asked)
            return HttpResponseRedirect(to, status=303)
        except Refused as refused:
            wrong = {fault.column: fault.reason for fault in refused.faults}
    context = {
        "told": told,
        "facts": facts,
        "wrong": wrong,
        "reason": request.POST.get(REASON, ""),
        "confirm": request.POST.get(CONFIRM, ""),
    }
    status = BAD if wrong else 200
    return render_desk(request, actor, "desk/reverts/large.html", context, status)


@desk_page()
def job(request: HttpRequest, actor: Actor, job: int) -> HttpResponse:
    """How far a revert is, and what came of it."""
    found = _job(actor, job)
    change = record_changes([found.order.change]).get(found.order.change)
    context = {
        "job": found,
        "told": told_moment(change) if change else "",
        "percent": int(100 * found.progress),
        "said": said(found),
        "edition_href": _edition(found),
        "reloads": found.is_open and "still" not in request.GET,
    }
    return render_desk(request, actor, "desk/reverts/job.html", context)


@desk_page()
def state(request: HttpRequest, actor: Actor, job: int) -> HttpResponse:
    """How far a revert is, for the page's script."""
    del request
    found = _job(actor, job)
    progress = round(found.progress, 4)
    return JsonResponse({"open": found.is_open, "progress": progress, "said": said(found)})


def said(job: RevertJob) -> str:
    """Where a revert stands, in a sentence."""
    if job.has_failed:
        return _("It failed. Nothing was changed.")
    if not job.is_open:
        return _("Done.") if "edition" in job.result else _("It was not done.")
    if job.status == "queued":
        return _("It waits for its turn.")
    return _("It is being tried out.") if job.progress < 0.5 else _("It is being written.")


def _edition(job: RevertJob) -> str:
    """The page of the edition that came of it, with what changed."""
    number = job.result.get("edition")
    package = f"{job.order.program}-edition-{number}"
    return address("data-edition", {}, package=package) if number else ""


def _job(actor: Actor, job: int) -> RevertJob:
    found = revert_job(job, actor.account_id) if job < LARGEST else None
    if found is None:
        raise Http404
    return found


def _wrong(request: HttpRequest, facts: int) -> dict[str, str]:
    """What is missing: the reason, and the number of facts typed as a person writes numbers."""
    typed = request.POST.get(CONFIRM, "")
    digits = "".join(sign for sign in typed if sign not in " ,.\u00a0\u202f’'")
    wrong = {}
    if not request.POST.get(REASON, "").strip():
        wrong[REASON] = _("Say why, in a sentence.")
    if digits != str(facts):
        wrong[CONFIRM] = _("Type the number of facts that is named above.")
    return wrong


def order_of(
    program: str, change: int, seen: int | None, request: HttpRequest, actor: Actor
) -> RevertOrder:
    """What the worker is to be asked for."""
    return RevertOrder(
        program=program,
        change=change,
        seen=seen,
        reason=request.POST.get(REASON, ""),
        account=actor.account_id or 0,
        language=get_language() or "en",
    )
