"""Decide on the rows of a proposal one by one: some are accepted, others not, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from jurisdictions.models import Action, Proposal, Wish
from jurisdictions.record.changing.wishes import WishDraft
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.people.permissions import Actor, demand
from jurisdictions.record.proposing.conflicts import Conflict
from jurisdictions.record.proposing.reviews import Accepted, accept_proposal
from jurisdictions.record.public_words import tidy

REVIEW = "proposals.review"
SOURCE = "source"


@transaction.atomic
def accept_but(
    *,
    proposal: int,
    revision: int,
    refused: Mapping[int, str],
    by: Actor,
    at: datetime,
    reason: str = "",
) -> Accepted:
    """Accept a proposal but for some of its wishes: their positions, each with why not.

    What is accepted is kept as the last revision, what is not stays with the author's, with its
    reason. New sources that only refused wishes name go with them. Without any refused one it is
    accepted as it is. Raises what `accept_proposal` does; Refused for a reason that is blank, a
    position that there is not, or when nothing would be left.
    """
    found = Proposal.objects.select_related("made_by").get(pk=proposal)
    demand(by, REVIEW, found.geoid, found.made_by_id)
    if not refused:
        return accept_proposal(proposal=proposal, revision=revision, by=by, at=at, reason=reason)
    if found.revision != revision:
        raise Conflict("amended", proposals=[proposal])
    wishes = list(Wish.objects.filter(proposal=found, revision=revision).order_by("position"))
    _demand_reasons(wishes, refused)
    kept = [wish for wish in wishes if wish.position not in refused]
    cited = {wish.cells.get("source") for wish in kept}
    kept = [one for one in kept if not _is_new_source(one) or one.cells.get("key") in cited]
    if not any(not _is_new_source(one) for one in kept):
        said = _("Nothing would be left of it: reject it instead, and say why.")
        raise Refused([Fault("", 0, "", "", said)])
    accepted = accept_proposal(
        proposal=proposal,
        revision=revision,
        by=by,
        at=at,
        reason=_told(found, reason, len(wishes) - len(kept), len(wishes)),
        wishes=[
            WishDraft(one.action, one.kind, one.name, one.cells, one.base_id, one.row)
            for one in kept
        ],
    )
    _keep_reasons(found, revision, refused)
    return accepted


def _is_new_source(wish: Wish) -> bool:
    return wish.kind == SOURCE and wish.action == Action.RECORD


def _demand_reasons(wishes: list[Wish], refused: Mapping[int, str]) -> None:
    names = {wish.position: wish.name for wish in wishes}
    if unknown := refused.keys() - names.keys():
        said = _("There is no such row.")
        raise Refused([Fault("", 0, "", str(position), said) for position in sorted(unknown)])
    why = _("Say why it is not accepted.")
    blank = [position for position, reason in sorted(refused.items()) if not tidy(reason)]
    if blank:
        raise Refused([Fault("", 0, f"why:{n}", names[n], why) for n in blank])


def _told(proposal: Proposal, reason: str, left: int, every: int) -> str:
    """The note to the author, with how many were not accepted, in the author's language."""
    with override(proposal.made_by.language):
        told = ngettext(
            "%(left)d of %(every)d was not accepted: the proposal says why.",
            "%(left)d of %(every)d were not accepted: the proposal says why of each.",
            left,
        ) % {"left": left, "every": every}
    return f"{tidy(reason)}\n\n{told}" if tidy(reason) else told


def _keep_reasons(proposal: Proposal, revision: int, refused: Mapping[int, str]) -> None:
    by_reason: dict[str, list[int]] = defaultdict(list)
    for position, reason in refused.items():
        by_reason[tidy(reason)].append(position)
    for reason, positions in by_reason.items():
        of_author = Wish.objects.filter(proposal=proposal, revision=revision)
        of_author.filter(position__in=positions).update(refused=reason)
