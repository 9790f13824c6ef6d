"""/desk/lists/: one of ICE's lists is uploaded, read against the record, and proposed."""

from __future__ import annotations

from datetime import date

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils.timezone import localdate, now
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from jurisdictions.read.program_addresses import spoken_for
from jurisdictions.record.faults import Refused
from jurisdictions.record.lists.programs.section_287g.keeping import list_to_open
from jurisdictions.record.lists.programs.section_287g.waiting import (
    WaitingList,
    answer_list,
    begin_list,
    delete_list,
    send_list,
    waiting_list,
)
from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.proposing.conflicts import Conflict
from jurisdictions.record.uploads.asking import demand_somewhere
from jurisdictions.status.programs.section_287g import SLUG
from jurisdictions.web.desk.frame.page import desk_page, render_desk
from jurisdictions.web.desk.uploads.size import TOO_LARGE
from jurisdictions.web.programs.section_287g.lists.context import list_context
from jurisdictions.web.site.addresses import address

BAD, CONFLICT = 400, 409
A_YEAR = 365 * 24 * 3600


@desk_page()
def lists(request: HttpRequest, actor: Actor) -> HttpResponse:
    """GET: what a list is read for. POST: take one."""
    demand_somewhere(actor)
    _demand_own()
    if request.method != "POST":
        return _form(request, actor)
    file = request.FILES.get("file")
    if TOO_LARGE in request.META:
        return _form(request, actor, _("The file is larger than 10 MB."))
    if file is None or not file.name:
        return _form(request, actor, _("Choose a file."))
    try:
        upload = begin_list(
            name=file.name,
            content=file.read(),
            listed_on=_day(request.POST.get("listed_on", "")),
            language=get_language() or "en",
            by=actor,
            at=now(),
        )
    except Refused as wrong:
        return _form(request, actor, wrong.faults[0].reason)
    except ValueError:
        return _form(request, actor, _("Write the day as year, month and day: 2026-05-18."))
    return HttpResponseRedirect(address("desk-list", {}, upload=upload), status=303)


def _demand_own() -> None:
    """Raise Http404 under another program, which has no such lists."""
    if spoken_for() != SLUG:
        raise Http404


def _day(written: str) -> date | None:
    return date.fromisoformat(written.strip()) if written.strip() else None


def _form(request: HttpRequest, actor: Actor, fault: str = "") -> HttpResponse:
    context = {"fault": fault, "listed_on": request.POST.get("listed_on", "")}
    template = "desk/programs/287g/lists.html"
    return render_desk(request, actor, template, context, BAD if fault else 200)


@desk_page()
def one_list(request: HttpRequest, actor: Actor, upload: int) -> HttpResponse:
    """A list as it was read: what it tells, what is asked. POST: the next step."""
    demand_somewhere(actor)
    _demand_own()
    found = waiting_list(upload, actor, localdate()) if upload < 2**63 else None
    if found is None:
        raise Http404
    if request.method != "POST":
        return _page(request, actor, found)
    try:
        return _act(request, actor, found)
    except Refused as wrong:
        faults = [(fault.column, fault.sentence) for fault in wrong.faults]
        return _page(request, actor, found, faults, BAD)
    except Conflict:
        said = _("The record changed since this list was read. Look at it again.")
        return _page(request, actor, found, [("", said)], CONFLICT)


def _act(request: HttpRequest, actor: Actor, found: WaitingList) -> HttpResponse:
    act, here = request.POST.get("act"), address("desk-list", {}, upload=found.upload)
    if act == "delete":
        delete_list(upload=found.upload, by=actor)
        return HttpResponseRedirect(address("desk-lists", {}), status=303)
    if act == "answer":
        answers = {}
        for at, question in enumerate(found.plan.questions):
            if chosen := request.POST.get(f"choice-{at}", ""):
                written = request.POST.get(f"written-{at}-{chosen.rstrip(':')}", "").strip()
                answers[question.key] = (chosen, written)
        answer_list(upload=found.upload, answers=answers, by=actor)
        return HttpResponseRedirect(here, status=303)
    if act != "send":
        raise Http404
    proposal = send_list(
        upload=found.upload,
        title=request.POST.get("title", ""),
        reason=request.POST.get("reason", ""),
        confirmed=frozenset(request.POST.getlist("confirmed")),
        by=actor,
        at=now(),
    )
    return HttpResponseRedirect(address("proposal", {}, proposal=proposal), status=303)


def _page(
    request: HttpRequest,
    actor: Actor,
    found: WaitingList,
    faults: list[tuple[str, str]] | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {**list_context(request, found), "faults": faults or []}
    return render_desk(request, actor, "desk/programs/287g/list.html", context, status)


@require_safe
def kept_list(request: HttpRequest, key: str) -> HttpResponseBase:
    """The file of a list on record, as it came: the evidence, for everybody."""
    del request
    _demand_own()
    found = list_to_open(SLUG, key)
    if found is None:
        raise Http404
    name, path = found
    response = FileResponse(
        path.open("rb"), as_attachment=True, filename=name, content_type="application/octet-stream"
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = f"public, max-age={A_YEAR}, immutable"
    return response
