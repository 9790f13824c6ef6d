"""/desk/proposals/<id>/rows/: accept some rows of a proposal, and say of the others why not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.timezone import now
from django.utils.translation import gettext as _

from jurisdictions.read.keeping.proposal_rows import ProposalRow
from jurisdictions.record.faults import Refused
from jurisdictions.record.people.permissions import Actor, demand
from jurisdictions.record.proposing.conflicts import Conflict
from jurisdictions.record.proposing.picking import accept_but
from jurisdictions.web.desk.forms.typed import whole_number
from jurisdictions.web.desk.frame.page import desk_page, render_desk
from jurisdictions.web.desk.preview.wishes import WishTold
from jurisdictions.web.desk.proposals.context import (
    MOST_ROWS,
    all_wishes,
    heading_of,
    placed,
    titles_of,
)
from jurisdictions.web.desk.proposals.view import edition_behind, readable, to_proposal
from jurisdictions.web.desk.proposals.walking import walk_of

REVIEW, CONFLICT = "proposals.review", 409


@dataclass(frozen=True, slots=True)
class PickedRow:
    """A row as the page shows it: what it says, and what was ticked and typed for it."""

    position: int
    row: int
    told: WishTold
    contested: bool
    refused: bool
    why: str
    fault: str


@desk_page()
def rows(request: HttpRequest, actor: Actor, proposal: int) -> HttpResponse:
    """GET: each row, to be left out with a reason. POST: the others are accepted and published."""
    row = readable(actor, proposal)
    demand(actor, REVIEW, row.line.geoid, row.line.author_id)
    if not row.line.is_open or not 1 < row.wish_count <= MOST_ROWS:
        return to_proposal(proposal)
    if request.method != "POST":
        return _page(request, actor, row, {})
    refused = _refused(request)
    walk = walk_of(request, actor, proposal, now())
    try:
        accepted = accept_but(
            proposal=proposal,
            revision=whole_number(request.POST.get("revision", ""), row.revision),
            refused=refused,
            by=actor,
            at=now(),
        )
    except Conflict as conflict:
        newer = readable(actor, proposal)
        return _page(request, actor, newer, {"": str(conflict)}, status=CONFLICT)
    except Refused as wrong:
        faults = {fault.column: fault.sentence for fault in wrong.faults[:MOST_ROWS]}
        return _page(request, actor, row, faults)
    told = _("Accepted but for %(left)d of its rows, and published as edition %(number)d.")
    words = {"left": len(refused), "number": accepted.edition}
    messages.success(request, told % words)
    if walk:
        return HttpResponseRedirect(walk.following or walk.href, status=303)
    return to_proposal(proposal)


def _refused(request: HttpRequest) -> dict[int, str]:
    """The rows that were left out, each with its own reason or with the one for all."""
    every = request.POST.get("note", "")
    found: dict[int, str] = {}
    for value in request.POST.getlist("not"):
        position = whole_number(value, -1)
        own = request.POST.get(f"why:{position}", "")
        found[position] = own if own.strip() else every
    return found


def _page(
    request: HttpRequest,
    actor: Actor,
    row: ProposalRow,
    faults: Mapping[str, str],
    status: int = 200,
) -> HttpResponse:
    wishes = all_wishes(row)
    ticked = set(request.POST.getlist("not"))
    as_of = edition_behind(row)
    told = placed(wishes, titles_of(row.sources), row.line, as_of)
    shown = [
        PickedRow(
            wish.position,
            wish.row,
            one,
            bool(wish.stale or wish.rivals),
            str(wish.position) in ticked,
            request.POST.get(f"why:{wish.position}", ""),
            faults.get(f"why:{wish.position}", ""),
        )
        for wish, one in zip(wishes, told, strict=True)
    ]
    whole = [text for name, text in faults.items() if not name.startswith("why:")]
    context = {
        "line": row.line,
        "row": row,
        "heading": heading_of(row, as_of),
        "shown": shown,
        "note": request.POST.get("note", ""),
        "whole": whole,
        "wrong": [one for one in shown if one.fault],
        "walk": walk_of(request, actor, row.line.proposal_id, now()),
    }
    return render_desk(request, actor, "desk/proposals/rows.html", context, status=status)
