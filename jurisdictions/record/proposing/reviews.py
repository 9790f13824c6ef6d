"""Decide on a proposal: accept it whole, reject it, or ask its author for more."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from jurisdictions.models import Proposal, ProposalStatus, Remark, Wish
from jurisdictions.record.changing.concerned import demand_everywhere, smallest_region
from jurisdictions.record.changing.contradictions import facts_named
from jurisdictions.record.changing.moments import Outcome, lock_record, open_change
from jurisdictions.record.changing.planning import plan_wishes
from jurisdictions.record.changing.publishing import publish_change
from jurisdictions.record.changing.restoring import changed_after
from jurisdictions.record.changing.wishes import Plan, WishDraft
from jurisdictions.record.changing.writing import write_plans
from jurisdictions.record.evidence.attaching import show_with
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.proposing.claims import end_claim, refuse_claimed
from jurisdictions.record.proposing.conflicts import Conflict, rivals_of, stale_names
from jurisdictions.record.proposing.moving import refuse_older_moves
from jurisdictions.record.proposing.proposals import keep_wishes, open_proposal, require
from jurisdictions.record.proposing.telling import tell_of_decision, tell_who_is_asked
from jurisdictions.record.proposing.tipped import end_tip_of
from jurisdictions.record.public_words import tidy

__all__ = ["Accepted", "Conflict", "accept_proposal", "ask_for_more", "reject_proposal"]

REVIEW = "proposals.review"


@dataclass(frozen=True, slots=True)
class Accepted:
    """The change that was made, the edition that holds it, and what became of each fact."""

    change_id: int
    edition: int
    outcomes: tuple[tuple[str, Outcome], ...]


@transaction.atomic
def accept_proposal(
    *,
    proposal: int,
    revision: int,
    by: Actor,
    at: datetime,
    reason: str = "",
    wishes: Sequence[WishDraft] | None = None,
    over: Collection[str] = (),
    seen: int | None = None,
) -> Accepted:
    """Carry out all wishes as the author's change, publish it, tell the author; or do nothing.

    `revision` is the one that the reviewer saw. `wishes`, if given, are the reviewer's edited ones.
    Raises Conflict: "decided", "amended", "claimed", or, unless all its facts are in `over`,
    "stale" for facts changed since the wish was made, "rival" for facts that other open proposals
    wish to change. `seen` is the latest change of the record that the reviewer saw: facts changed
    after it are stale even in `over`. Raises Refused for wishes that the record no longer takes,
    NotAllowed.
    """
    lock_record()
    found = _to_decide(proposal, by, revision, at)
    kept = wishes_of(found)
    drafts = kept if wishes is None else _with_bases(wishes, kept)
    plans = plan_wishes(found.program, drafts, at, decided=True)
    places = {place for plan in plans.made for place in plan.places}
    demand_everywhere(by, REVIEW, places, found.made_by_id)
    _refuse_conflicts(found, plans.made, over, seen)
    if plans.faults:
        raise Refused(list(plans.faults))
    refuse_older_moves(drafts)
    if not any(plan.changes for plan in plans.made):
        raise Refused([Fault("", 0, "", "", _("Nothing would change."))])
    if wishes is not None:
        _edit(found, plans.made, places)
    return _carry_out(found, plans.made, by, reason, at)


@transaction.atomic
def reject_proposal(*, proposal: int, revision: int, reason: str, by: Actor, at: datetime) -> None:
    """Decide against it, and tell the author why. Raises Conflict, Refused, NotAllowed."""
    found = _to_decide(proposal, by, revision, at)
    require(reason=reason)
    _decide(found, ProposalStatus.REJECTED, by, reason, at)
    tell_of_decision("proposal_rejected", found, at)


@transaction.atomic
def ask_for_more(*, proposal: int, revision: int, text: str, by: Actor, at: datetime) -> None:
    """Ask its author something, and wait for the answer. Raises Conflict, Refused, NotAllowed."""
    found = _to_decide(proposal, by, revision, at)
    require(text=text)
    asked = Remark.objects.create(
        proposal=found, made_at=at, made_by_id=by.person_id, text=tidy(text), asks=True
    )
    found.status = ProposalStatus.ASKED
    found.save(update_fields=["status"])
    end_claim(found)
    tell_who_is_asked(asked, at)


def _to_decide(proposal: int, by: Actor, revision: int, at: datetime) -> Proposal:
    """The open proposal, locked, that nobody else is on."""
    found = open_proposal(proposal, REVIEW, by, revision)
    refuse_claimed(found, by, at)
    return found


def wishes_of(proposal: Proposal) -> list[WishDraft]:
    """The wishes that a proposal holds now, in order."""
    kept = Wish.objects.of_its_revision().filter(proposal=proposal).order_by("position")
    return [
        WishDraft(wish.action, wish.kind, wish.name, wish.cells, wish.base_id, wish.row)
        for wish in kept
    ]


def _with_bases(wishes: Sequence[WishDraft], kept: Sequence[WishDraft]) -> list[WishDraft]:
    """Edited wishes that do not tell what was seen rest on what the author saw."""
    bases = {wish.name: wish.base for wish in kept}
    return [
        wish if wish.base is not None else replace(wish, base=bases.get(wish.name))
        for wish in wishes
    ]


def _refuse_conflicts(
    proposal: Proposal, plans: Sequence[Plan], over: Collection[str], seen: int | None
) -> None:
    stale = stale_names(plans)
    unseen = _changed_unseen(proposal, stale, seen)
    undecided = [name for name in stale if name not in over or name in unseen]
    rivals = [(name, other) for name, other in rivals_of(proposal, plans) if name not in over]
    if undecided or rivals:
        facts = dict.fromkeys([*undecided, *(name for name, _other in rivals)])
        others = dict.fromkeys(other for _name, other in rivals)
        raise Conflict("stale" if undecided else "rival", facts, others)


def _changed_unseen(proposal: Proposal, names: Sequence[str], seen: int | None) -> Sequence[str]:
    """Those of the facts that were changed after what the reviewer saw."""
    if seen is None:
        return ()
    own, shared = facts_named(proposal.program, names), facts_named(None, names)
    return changed_after([*own.values(), *shared.values()], seen)


def _edit(proposal: Proposal, plans: Sequence[Plan], places: Collection[str]) -> None:
    """Keep the reviewer's wishes as the last revision, beside the author's."""
    proposal.revision += 1
    proposal.edited = True
    proposal.geoid = smallest_region(places) if places else proposal.geoid
    keep_wishes(proposal, plans)


def _carry_out(
    proposal: Proposal, plans: Sequence[Plan], by: Actor, reason: str, at: datetime
) -> Accepted:
    author = proposal.made_by
    moment = open_change(
        by=author.name, reason=proposal.reason, at=at, account_id=author.account_id
    )
    outcomes = write_plans(plans, proposal.program, moment)
    published = publish_change(
        program=proposal.program.slug, by=by.name, reason=proposal.reason, at=at
    )
    proposal.change = moment.change
    _decide(proposal, ProposalStatus.ACCEPTED, by, reason, at)
    show_with(proposal, by, at)
    tell_of_decision("proposal_accepted", proposal, at)
    names = (plan.name for plan in plans)
    return Accepted(moment.change.pk, published.number, tuple(zip(names, outcomes, strict=True)))


def _decide(
    proposal: Proposal, status: ProposalStatus, by: Actor, reason: str, at: datetime
) -> None:
    proposal.status, proposal.decision = status, tidy(reason)
    proposal.decided_at, proposal.decided_by_id = at, by.person_id
    proposal.own_review = proposal.made_by_id == by.person_id
    proposal.save()
    end_tip_of(proposal, by, at)
    end_claim(proposal)
