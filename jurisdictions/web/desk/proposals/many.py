"""/desk/proposals/decide/: accept or reject many at once; …/<id>/claim/: "I am on it"."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.timezone import now
from django.utils.translation import gettext as _

from jurisdictions.read.keeping.proposals import lines_numbered
from jurisdictions.record.faults import Refused
from jurisdictions.record.people.permissions import REVIEWER, Actor, NotAllowed, demand, may
from jurisdictions.record.proposing.claims import claim_proposal, release_proposal
from jurisdictions.record.proposing.conflicts import Conflict
from jurisdictions.record.proposing.many import Chosen, accept_many, reject_many
from jurisdictions.status.geoids import NATION
from jurisdictions.web.desk.forms.typed import whole_number
from jurisdictions.web.desk.frame.page import desk_page, render_desk
from jurisdictions.web.desk.proposals.asked import view_of
from jurisdictions.web.desk.proposals.became import keep_became
from jurisdictions.web.desk.proposals.queue import shown_lines
from jurisdictions.web.desk.proposals.view import readable, to_proposal

REVIEW = "proposals.review"


@desk_page()
def decide_many(request: HttpRequest, actor: Actor) -> HttpResponse:
    """POST: accept or reject all that were chosen; the queue then says what became of each."""
    if not actor.regions(REVIEWER):
        raise NotAllowed(REVIEW, _a_region(actor))
    view = view_of(request.POST.get("in", ""), actor)
    to_queue = HttpResponseRedirect(view.href(), status=303)
    do = request.POST.get("do", "")
    if request.method != "POST" or do not in {"accept", "reject"}:
        return to_queue
    chosen = _chosen(request)
    if not chosen:
        messages.error(request, _("Choose at least one proposal first."))
        return to_queue
    if do == "reject" and not all(one.reason.strip() for one in chosen):
        return _ask_why(request, actor, chosen, view.query)
    decide = accept_many if do == "accept" else reject_many
    try:
        became = decide(chosen=chosen, by=actor, at=now())
    except Refused as refused:
        messages.error(request, " ".join(fault.sentence for fault in refused.faults))
        return to_queue
    keep_became(request, do, became)
    return to_queue


@desk_page()
def claim(request: HttpRequest, actor: Actor, proposal: int) -> HttpResponse:
    """POST: be on a proposal, take it over, or be on it no longer."""
    row = readable(actor, proposal)
    demand(actor, REVIEW, row.line.geoid, row.line.author_id)
    if request.method == "POST":
        try:
            _claim(request, actor, proposal)
        except Conflict as conflict:
            messages.error(request, str(conflict))
    view = request.POST.get("in", "")
    if request.POST.get("back") == "queue":
        to = f"{view_of(view, actor).href()}#proposal-{proposal}"
        return HttpResponseRedirect(to, status=303)
    return to_proposal(proposal, view=view)


def _claim(request: HttpRequest, actor: Actor, proposal: int) -> None:
    if request.POST.get("do") == "release":
        release_proposal(proposal=proposal, by=actor)
        messages.success(request, _("You are on it no longer."))
        return
    over = whole_number(request.POST.get("over", ""), 0)
    claim_proposal(proposal=proposal, by=actor, at=now(), over=over)
    told = _("You took it over.") if over else _("You are on it: others leave it to you.")
    messages.success(request, told)


def _ask_why(
    request: HttpRequest, actor: Actor, chosen: Sequence[Chosen], view: str
) -> HttpResponse:
    """A rejection says why: one reason for all, or one for each."""
    lines = [
        line
        for line in lines_numbered([one.proposal for one in chosen])
        if may(actor, REVIEW, line.geoid, line.author_id)
    ]
    reasons = {one.proposal: one for one in chosen}
    asked = [(one, reasons[one.line.proposal_id]) for one in shown_lines(lines)]
    context = {
        "asked": asked,
        "view": view,
        "note": request.POST.get("note", ""),
        "again": "each" in request.POST,
    }
    return render_desk(request, actor, "desk/proposals/why.html", context)


def _chosen(request: HttpRequest) -> list[Chosen]:
    """The proposals that were ticked, each at the revision that was seen, with its reason."""
    every = request.POST.get("note", "")
    found = []
    for value in request.POST.getlist("chosen"):
        number, _dot, revision = value.partition(".")
        proposal = whole_number(number, 0)
        if proposal:
            own = request.POST.get(f"note:{proposal}", "")
            reason = own if own.strip() else every
            found.append(Chosen(proposal, whole_number(revision, 0), reason))
    return found


def _a_region(actor: Actor) -> str:
    """A region to name in the refusal: one of theirs."""
    return min((region for _role, region in actor.roles), default=NATION)
