"""/desk/tips/: what the public sent, region by region; one tip, answered or closed in public."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.timezone import now
from django.utils.translation import gettext as _

from jurisdictions.read.keeping.proposal_gists import status_label
from jurisdictions.read.keeping.tips import TipRow, tip_row
from jurisdictions.record.faults import Refused
from jurisdictions.record.people.permissions import (
    EDITOR,
    REVIEWER,
    Actor,
    NotAllowed,
    demand,
)
from jurisdictions.record.public.tips import (
    DOOR,
    MOST_NOTE,
    Ended,
    answer_tip,
    close_tip,
    discard_tip,
    reword_note,
)
from jurisdictions.status.geoids import NATION
from jurisdictions.web.desk.frame.page import desk_page, render_desk
from jurisdictions.web.desk.tips.queue import REPLIES, queue_context
from jurisdictions.web.desk.tips.sent import ended_text, subject_shown, suggestion
from jurisdictions.web.site.addresses import address
from jurisdictions.web.site.program import demand_program

ENDS = {"answer": answer_tip, "close": close_tip, "reword": reword_note}
CONFLICT, BAD = 409, 400


@desk_page()
def tips(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The queues of tips and of replies, in the regions of who looks."""
    if not actor.regions(EDITOR):
        raise NotAllowed(DOOR, NATION)
    wanted = request.GET.get("of", "")
    if wanted == REPLIES and not actor.regions(REVIEWER):
        raise NotAllowed("replies.verify", NATION)
    return render_desk(
        request, actor, "desk/tips/queue.html", queue_context(request, actor, wanted)
    )


@desk_page()
def tip(request: HttpRequest, actor: Actor, tip: int) -> HttpResponse:
    """One tip. POST: answer it, close it, discard it, or put another note in place of its own."""
    found = tip_row(tip) if tip < 2**63 else None
    if found is None:
        raise Http404
    demand(actor, DOOR, found.geoid)
    demand_program(found.program)
    if request.method != "POST":
        return _page(request, actor, found)
    try:
        _act(request, actor, tip)
    except Refused as wrong:
        faults = {fault.column: fault.reason for fault in wrong.faults}
        return _page(request, actor, found, faults=faults, status=BAD)
    except Ended as ended:
        # What was written stays in the form, beside what somebody else has said meanwhile.
        newer = tip_row(tip) or found
        return _page(request, actor, newer, message=ended_text(ended.by, ended.at), status=CONFLICT)
    return HttpResponseRedirect(address("tip", {}, tip=tip), status=303)


def _act(request: HttpRequest, actor: Actor, tip: int) -> None:
    act = request.POST.get("act", "")
    if act == "discard":
        discard_tip(tip=tip, by=actor, at=now())
        messages.success(request, _("The tip was discarded; nothing of it is shown."))
        return
    if act not in ENDS:
        raise Http404
    ENDS[act](
        tip=tip,
        note=request.POST.get("note", ""),
        note_es=request.POST.get("note_es", ""),
        quoted="quoted" in request.POST,
        by=actor,
        at=now(),
    )
    messages.success(request, _("The note stands on the page of the place."))


def _page(
    request: HttpRequest,
    actor: Actor,
    tip: TipRow,
    *,
    faults: dict[str, str] | None = None,
    message: str = "",
    status: int = 200,
) -> HttpResponse:
    sent = request.POST if request.method == "POST" else None
    subject = subject_shown(tip.program, tip.geoid, tip.fact)
    context = {
        "tip": tip,
        "subject": subject,
        "proposal": suggestion(tip, subject),
        "proposals": [(number, status_label(status)) for number, status in tip.proposals],
        "written": {
            "note": sent.get("note", "") if sent else tip.note,
            "note_es": sent.get("note_es", "") if sent else tip.note_es,
            "quoted": "quoted" in sent if sent else tip.quoted,
        },
        "faults": faults or {},
        "message": message,
        "most_note": MOST_NOTE,
    }
    return render_desk(request, actor, "desk/tips/tip.html", context, status=status)
