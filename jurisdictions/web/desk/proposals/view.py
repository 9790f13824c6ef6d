"""/desk/proposals/: the queue, one proposal, what is said about it, taking it back."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.timezone import localdate, now
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jurisdictions.read.asking import ask
from jurisdictions.read.keeping.proposal_rows import ProposalRow
from jurisdictions.read.keeping.proposals import proposal_row
from jurisdictions.read.rows import AsOf
from jurisdictions.record.faults import Refused
from jurisdictions.record.people.permissions import Actor, demand
from jurisdictions.record.proposing.conflicts import Conflict
from jurisdictions.record.proposing.proposals import amend_proposal, remark, withdraw_proposal
from jurisdictions.web.desk.forms.attached import hand_over
from jurisdictions.web.desk.forms.fact_tasks import with_base
from jurisdictions.web.desk.forms.suggestion import Suggestion
from jurisdictions.web.desk.forms.typed_again import can_be_edited, task_of, typed_of
from jurisdictions.web.desk.frame.page import desk_page, render_desk
from jurisdictions.web.desk.proposals.became import what_became
from jurisdictions.web.desk.proposals.context import proposal_context
from jurisdictions.web.desk.proposals.queue import queue_context
from jurisdictions.web.desk.proposals.walking import walk_of
from jurisdictions.web.desk.suggest.flow import End, Flow, conduct
from jurisdictions.web.desk.suggest.flow_words import form_words, title_of
from jurisdictions.web.site.addresses import address
from jurisdictions.web.site.program import demand_program

READ, LARGEST = "proposals.read", 2**63


@desk_page()
def proposals(request: HttpRequest, actor: Actor) -> HttpResponse:
    """What waits, what was decided: of the regions of who looks, or their own."""
    context = {**queue_context(request, actor, now()), "became": what_became(request, actor)}
    return render_desk(request, actor, "desk/proposals/queue.html", context)


@desk_page()
def proposal(request: HttpRequest, actor: Actor, proposal: int) -> HttpResponse:
    """One proposal, with all that bears on deciding it."""
    return proposal_page(request, actor, readable(actor, proposal, _page(request)))


@desk_page()
def say(request: HttpRequest, actor: Actor, proposal: int) -> HttpResponse:
    """POST: say something about a proposal."""
    row = readable(actor, proposal)
    if request.method == "POST":
        text = request.POST.get("text", "")
        try:
            remark(proposal=proposal, text=text, by=actor, at=now())
        except Refused:
            wrong = {"text": _("Write something first.")}
            return proposal_page(request, actor, row, faults=wrong)
    return to_proposal(proposal, "#said")


@desk_page()
def withdraw(request: HttpRequest, actor: Actor, proposal: int) -> HttpResponse:
    """Take one's own proposal back. GET asks whether that is meant."""
    row = readable(actor, proposal)
    demand(actor, "proposals.withdraw", row.line.geoid, row.line.author_id)
    if request.method != "POST":
        return render_desk(request, actor, "desk/proposals/withdraw.html", {"line": row.line})
    try:
        withdraw_proposal(proposal=proposal, by=actor, at=now())
        messages.success(request, _("Withdrawn. It stays here and can be read."))
    except Conflict as conflict:
        messages.error(request, str(conflict))
    return to_proposal(proposal)


@desk_page()
def amend(request: HttpRequest, actor: Actor, proposal: int) -> HttpResponse:
    """Say it anew: the same form, filled as it was sent."""
    row = readable(actor, proposal)
    demand(actor, "proposals.amend", row.line.geoid, row.line.author_id)
    if not row.line.is_open or not can_be_edited(row):
        return to_proposal(proposal)
    as_of = edition_behind(row)
    task = with_base(task_of(row, as_of), request.POST.get("base", ""))

    def send(form: Suggestion) -> HttpResponse:
        files = form.files()
        amend_proposal(
            proposal=proposal,
            wishes=form.wishes(),
            title=title_of(form),
            reason=form.reason.cleaned_data["reason"],
            by=actor,
            at=now(),
        )
        hand_over(files, proposal, actor)
        messages.success(request, _("Sent anew. A reviewer looks at it next."))
        return to_proposal(proposal)

    flow = Flow(
        task,
        back=address("proposal", {}, proposal=proposal),
        words={**form_words(task), "kicker": number_text(proposal)},
        ends=(End("send", _("Send it anew"), send),),
        again=lambda: task_of(row, as_of),
        proposal=proposal,
        notices=tuple(
            _("%(name)s asks: %(text)s") % {"name": one.made_by, "text": one.text}
            for one in row.remarks
            if one.asks
        ),
    )
    return conduct(request, actor, flow, typed_of(row, task))


def readable(actor: Actor, proposal: int, page: int = 1) -> ProposalRow:
    """The proposal, for who may read it; 404 when there is none."""
    row = proposal_row(proposal, page=page) if proposal < LARGEST else None
    if row is None:
        raise Http404
    demand(actor, READ, row.line.geoid, row.line.author_id)
    demand_program(row.line.program)
    return row


def proposal_page(
    request: HttpRequest,
    actor: Actor,
    row: ProposalRow,
    *,
    faults: dict[str, str] | None = None,
    told: str = "",
    status: int = 200,
) -> HttpResponse:
    """The page as it stands; `faults` by field, and what was typed is still in its fields."""
    context = {
        **proposal_context(
            row,
            actor,
            edition_behind(row),
            now(),
            page=_page(request),
            full="effect" in request.GET,
            typed=request.POST.dict(),
        ),
        "walk": walk_of(request, actor, row.line.proposal_id, now()),
        "faults": faults or {},
        "conflict": told,
    }
    return render_desk(request, actor, "desk/proposals/proposal.html", context, status=status)


def edition_behind(row: ProposalRow) -> AsOf:
    """The newest edition of the proposal's program."""
    return ask(program=row.line.program, language=get_language() or "en", today=localdate())


def number_text(proposal: int) -> str:
    """A proposal by its number."""
    return _("Proposal %(number)d") % {"number": proposal}


def to_proposal(proposal: int, anchor: str = "", view: str = "") -> HttpResponse:
    """Back to the page, so that a reload sends nothing twice; `view` is the list it came from."""
    to = address("proposal", {}, proposal=proposal, **({"in": view} if view else {}))
    return HttpResponseRedirect(f"{to}{anchor}", status=303)


def _page(request: HttpRequest) -> int:
    asked = request.GET.get("page", "1")
    return max(1, int(asked)) if asked.isdecimal() and len(asked) < len("100000") else 1
