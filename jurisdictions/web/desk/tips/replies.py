"""/desk/replies/<id>/: a jurisdiction's reply is verified, declined, or later withdrawn."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from jurisdictions.read.keeping.replies import SentReply, reply_row
from jurisdictions.record.faults import Refused
from jurisdictions.record.people.permissions import Actor, demand
from jurisdictions.record.public.replies import (
    DOOR,
    MOST_WHY,
    decline_reply,
    verify_reply,
    withdraw_reply,
)
from jurisdictions.record.public.tips import Ended
from jurisdictions.web.desk.frame.page import desk_page, render_desk
from jurisdictions.web.desk.tips.sent import ended_text, subject_shown
from jurisdictions.web.site.addresses import address
from jurisdictions.web.site.program import demand_program

DONE = {
    "verify": noop("The reply is shown; the contact was erased."),
    "decline": noop("The reply is not shown; the contact was erased."),
    "withdraw": noop("The reply was taken off the pages."),
}
CONFLICT, BAD = 409, 400


@desk_page()
def reply(request: HttpRequest, actor: Actor, reply: int) -> HttpResponse:
    """One reply. POST: verify it, decline it, withdraw it."""
    found = reply_row(reply) if reply < 2**63 else None
    if found is None:
        raise Http404
    demand(actor, DOOR, found.geoid)
    demand_program(found.program)
    if request.method != "POST":
        return _page(request, actor, found)
    act = request.POST.get("act", "")
    try:
        _act(act, reply, request.POST.get("reason", ""), actor)
    except Refused as wrong:
        fault = "; ".join(fault.reason for fault in wrong.faults)
        return _page(request, actor, found, fault=fault, status=BAD)
    except Ended as ended:
        newer = reply_row(reply) or found
        said = ended_text(ended.by, ended.at)
        return _page(request, actor, newer, message=said, status=CONFLICT)
    messages.success(request, _(DONE[act]))
    return HttpResponseRedirect(address("reply-decide", {}, reply=reply), status=303)


def _act(act: str, reply: int, reason: str, actor: Actor) -> None:
    match act:
        case "verify":
            verify_reply(reply=reply, how=reason, by=actor, at=now())
        case "decline":
            decline_reply(reply=reply, reason=reason, by=actor, at=now())
        case "withdraw":
            withdraw_reply(reply=reply, reason=reason, by=actor, at=now())
        case _:
            raise Http404


def _page(
    request: HttpRequest,
    actor: Actor,
    reply: SentReply,
    *,
    fault: str = "",
    message: str = "",
    status: int = 200,
) -> HttpResponse:
    context = {
        "reply": reply,
        "subject": subject_shown(reply.program, reply.geoid, reply.fact),
        "written": request.POST.get("reason", ""),
        "fault": fault,
        "message": message,
        "most_why": MOST_WHY,
    }
    return render_desk(request, actor, "desk/tips/reply.html", context, status=status)
