"""/desk/proposals/<id>/decide/ and …/edit/: accept, reject, ask for more, edit and accept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.timezone import now
from django.utils.translation import gettext as _

from jurisdictions.read.keeping.proposal_rows import ProposalRow
from jurisdictions.record.changing.wishes import RECORD, WishDraft
from jurisdictions.record.faults import Refused
from jurisdictions.record.people.permissions import Actor, demand
from jurisdictions.record.proposing.conflicts import Conflict
from jurisdictions.record.proposing.reviews import accept_proposal, ask_for_more, reject_proposal
from jurisdictions.web.desk.forms.attached import hand_over
from jurisdictions.web.desk.forms.fact_tasks import with_base
from jurisdictions.web.desk.forms.suggestion import Suggestion
from jurisdictions.web.desk.forms.typed import whole_number
from jurisdictions.web.desk.forms.typed_again import can_be_edited, task_of, typed_of
from jurisdictions.web.desk.frame.page import desk_page
from jurisdictions.web.desk.proposals.context import all_wishes
from jurisdictions.web.desk.proposals.view import (
    edition_behind,
    number_text,
    proposal_page,
    readable,
    to_proposal,
)
from jurisdictions.web.desk.proposals.walking import Walk, walk_of
from jurisdictions.web.desk.suggest.flow import End, Flow, conduct
from jurisdictions.web.desk.suggest.flow_words import form_words
from jurisdictions.web.site.addresses import address

REVIEW = "proposals.review"
CONFLICT = 409
SHOWN = 20
"""The most faults that are told."""


@desk_page()
def decide(request: HttpRequest, actor: Actor, proposal: int) -> HttpResponse:
    """POST: what the reviewer's button says. What was typed stays where it cannot be done."""
    row = readable(actor, proposal)
    demand(actor, REVIEW, row.line.geoid, row.line.author_id)
    acts = {"accept": _accept, "reject": _reject, "ask": _ask}
    act = acts.get(request.POST.get("do", ""))
    if request.method != "POST" or act is None:
        return to_proposal(proposal)
    # Where it stands in its list is looked up before it leaves that.
    walk = walk_of(request, actor, proposal, now())
    try:
        faults = act(request, actor, row)
    except Conflict as conflict:
        newer = readable(actor, proposal)
        return proposal_page(request, actor, newer, told=str(conflict), status=CONFLICT)
    except Refused as refused:
        faults = {"decision": " ".join(fault.sentence for fault in refused.faults[:SHOWN])}
    if faults:
        return proposal_page(request, actor, row, faults=faults)
    return _to_next(request, walk) if walk else to_proposal(proposal)


def _to_next(request: HttpRequest, walk: Walk) -> HttpResponse:
    """On to the next that waits in the list that the reviewer walks through."""
    if not walk.following:
        messages.info(request, _("That was the last of this list that waits for you."))
    return HttpResponseRedirect(walk.following or walk.href, status=303)


def _words_of_edit() -> dict[str, str]:
    return {
        "lead": _("Change what has to be changed. Both versions are kept: the author's and yours."),
        "reason_label": _("What did you change, and why?"),
        "reason_help": _("The author is told. It stays with the proposal."),
    }


@desk_page()
def edit(request: HttpRequest, actor: Actor, proposal: int) -> HttpResponse:
    """The reviewer's own version, in the form that the author filled: edit and accept."""
    row = readable(actor, proposal)
    demand(actor, REVIEW, row.line.geoid, row.line.author_id)
    if not row.line.is_open or not can_be_edited(row):
        return to_proposal(proposal)
    as_of = edition_behind(row)
    task = with_base(task_of(row, as_of), request.POST.get("base", ""))

    def accept(form: Suggestion) -> HttpResponse:
        files = form.files()
        walk = walk_of(request, actor, proposal, now())
        accept_proposal(
            proposal=proposal,
            revision=whole_number(form.typed.said("revision"), row.revision),
            by=actor,
            at=now(),
            reason=form.reason.cleaned_data["reason"],
            wishes=form.wishes(),
            over=form.typed.said("over").split(),
            seen=whole_number(form.typed.said("seen"), row.seen),
        )
        hand_over(files, proposal, actor)
        messages.success(request, _("Accepted as you edited it, and published."))
        return _to_next(request, walk) if walk else to_proposal(proposal)

    flow = Flow(
        task,
        back=address("proposal", {}, proposal=proposal),
        words={**form_words(task), "kicker": number_text(proposal), **_words_of_edit()},
        ends=(End("accept", _("Accept it like this"), accept),),
        again=lambda: task_of(readable(actor, proposal), as_of),
        seen=lambda: _seen(readable(actor, proposal)),
        notices=tuple(_told(row)),
        decided=True,
    )
    typed = typed_of(row, task)
    whole = {**typed.whole, "reason": "", **_seen(row), "in": request.GET.get("in", "")}
    return conduct(request, actor, flow, replace(typed, whole=whole))


def contested(row: ProposalRow) -> list[str]:
    """The facts that changed since, or that others wish to change too."""
    rivals = [wish.name for wish in all_wishes(row) if wish.rivals] if row.rivals else []
    return list(dict.fromkeys([*row.stale, *rivals]))


def _seen(row: ProposalRow) -> dict[str, str]:
    """What the reviewer has before them: the revision, the record's latest change, the contests."""
    over = " ".join(contested(row))
    return {"revision": str(row.revision), "over": over, "seen": str(row.seen)}


def _told(row: ProposalRow) -> Iterable[str]:
    if row.stale:
        yield _("The record was changed since this was proposed: what you write here will stand.")
    for rival in row.rivals:
        told = _("Proposal %(number)d wishes to change the same: what you write here will stand.")
        yield told % {"number": rival.proposal_id}


def _accept(request: HttpRequest, actor: Actor, row: ProposalRow) -> dict[str, str]:
    names = contested(row)
    choices = {name: request.POST.get(f"choice:{name}", "") for name in names}
    if undecided := [name for name, choice in choices.items() if choice not in {"this", "record"}]:
        return {f"choice:{name}": _("Choose which version stands.") for name in undecided}
    dropped = {name for name, choice in choices.items() if choice == "record"}
    kept = _without(row, dropped) if dropped else None
    if kept == []:
        return {"decision": _("Nothing would be left of it: reject it instead, and say why.")}
    accepted = accept_proposal(
        proposal=row.line.proposal_id,
        revision=_revision(request, row),
        by=actor,
        at=now(),
        reason=request.POST.get("note", ""),
        wishes=kept,
        over=[name for name in names if name not in dropped],
        seen=whole_number(request.POST.get("seen", ""), row.seen),
    )
    told = _("Accepted, and published as edition %(number)d.") % {"number": accepted.edition}
    messages.success(request, told)
    return {}


def _reject(request: HttpRequest, actor: Actor, row: ProposalRow) -> dict[str, str]:
    reason = request.POST.get("note", "")
    if not reason.strip():
        return {"note": _("Say why, so that the author learns from it.")}
    number, revision = row.line.proposal_id, _revision(request, row)
    reject_proposal(proposal=number, revision=revision, reason=reason, by=actor, at=now())
    messages.success(request, _("Rejected. The author is told why."))
    return {}


def _ask(request: HttpRequest, actor: Actor, row: ProposalRow) -> dict[str, str]:
    text = request.POST.get("note", "")
    if not text.strip():
        return {"note": _("Write what you need to know.")}
    number, revision = row.line.proposal_id, _revision(request, row)
    ask_for_more(proposal=number, revision=revision, text=text, by=actor, at=now())
    messages.success(request, _("Asked. The proposal waits for its author."))
    return {}


def _revision(request: HttpRequest, row: ProposalRow) -> int:
    """The revision that the reviewer saw."""
    return whole_number(request.POST.get("revision", ""), row.revision)


def _without(row: ProposalRow, dropped: set[str]) -> list[WishDraft]:
    """The wishes but for some, and but for new sources that none of the others names."""
    wishes = [one for one in all_wishes(row) if one.name not in dropped]
    cited = {one.cells.get("source") for one in wishes}
    return [
        WishDraft(one.action, one.kind, one.name, one.cells, one.base, one.row)
        for one in wishes
        if one.kind != "source" or one.action != RECORD or one.cells.get("key") in cited
    ]
