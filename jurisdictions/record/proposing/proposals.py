"""Propose changes of facts; amend, withdraw and discuss what was proposed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from jurisdictions.models import Claim, Origin, Program, Proposal, ProposalStatus, Remark, Wish
from jurisdictions.models.proposal import DECIDED
from jurisdictions.models.standing import AT_A_TIME
from jurisdictions.record.changing.concerned import (
    PROPOSE,
    demand_everywhere,
    region_of,
    smallest_region,
)
from jurisdictions.record.changing.planning import plan_wishes
from jurisdictions.record.changing.wishes import Plan, WishDraft
from jurisdictions.record.cleaning import one_line
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.jobs.effects import ask_effects
from jurisdictions.record.people.permissions import Actor, demand
from jurisdictions.record.proposing.conflicts import Conflict, stale_names
from jurisdictions.record.proposing.telling import tell_reviewers, tell_those_in_it
from jurisdictions.record.proposing.tipped import tip_answered
from jurisdictions.record.public_words import tidy
from jurisdictions.status.kinds import FactKind

__all__ = [
    "WishDraft",
    "amend_proposal",
    "check_proposal",
    "propose",
    "remark",
    "withdraw_proposal",
]

LONGEST_TITLE = 200
LONGEST_DAY = 40


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Wishes that were read and allowed: what changes, and the region that holds it all."""

    plans: tuple[Plan, ...]
    geoid: str


@transaction.atomic
def propose(
    *,
    program: str,
    wishes: Sequence[WishDraft],
    title: str,
    reason: str,
    by: Actor,
    at: datetime,
    upload: str = "",
    origin: str = "",
    tip: int | None = None,
) -> int:
    """Propose that the wishes be carried out together; answers the proposal's id.

    `origin` is one of `models.Origin`; "": a file when one is named in `upload`, else a form.
    `tip`: what the public had said that it answers.

    A wish that would change nothing is left out. Raises NotAllowed; Refused, also when none is
    left; Conflict ("stale") when a fact was changed since its `base`. Reviewers are told.
    """
    found = Program.objects.get(slug=program)
    wanted = _want(found, wishes, title, reason, by, at)
    answers = tip_answered(tip, program, by)
    usual = Origin.UPLOAD if upload else Origin.TIP if answers else Origin.FORM
    made = Proposal.objects.create(
        program=found,
        geoid=wanted.geoid,
        title=one_line(title),
        reason=tidy(reason),
        upload=upload,
        origin=origin or usual,
        tip_id=answers,
        made_at=at,
        made_by_id=by.person_id,
    )
    keep_wishes(made, wanted.plans)
    tell_reviewers(made, at)
    ask_effects(at=at)
    return made.pk


def check_proposal(
    *,
    program: str,
    wishes: Sequence[WishDraft],
    title: str,
    reason: str,
    by: Actor,
    at: datetime,
) -> str:
    """Whether it could be proposed; answers the region that would decide. Nothing is written.

    Raises as `propose` does.
    """
    return _want(Program.objects.get(slug=program), wishes, title, reason, by, at).geoid


@transaction.atomic
def amend_proposal(
    *,
    proposal: int,
    wishes: Sequence[WishDraft],
    title: str,
    reason: str,
    by: Actor,
    at: datetime,
) -> None:
    """Its author says it anew; it waits for a reviewer again. Raises as `propose` does.

    Conflict ("decided") when it was decided or withdrawn meanwhile.
    """
    found = open_proposal(proposal, "proposals.amend", by)
    wanted = _want(found.program, wishes, title, reason, by, at)
    found.revision += 1
    found.title, found.reason, found.geoid = one_line(title), tidy(reason), wanted.geoid
    found.status = ProposalStatus.OPEN
    found.save(update_fields=["revision", "title", "reason", "geoid", "status"])
    keep_wishes(found, wanted.plans)
    tell_reviewers(found, at)
    ask_effects(at=at)


@transaction.atomic
def withdraw_proposal(*, proposal: int, by: Actor, at: datetime) -> None:
    """Its author takes it back. Raises NotAllowed, or Conflict ("decided")."""
    found = open_proposal(proposal, "proposals.withdraw", by)
    found.status = ProposalStatus.WITHDRAWN
    found.decided_at, found.decided_by_id = at, by.person_id
    found.save(update_fields=["status", "decided_at", "decided_by"])
    Claim.objects.filter(proposal=found).delete()


@transaction.atomic
def remark(*, proposal: int, text: str, by: Actor, at: datetime) -> None:
    """Say something about a proposal, decided or not; those who are in it are told."""
    found = Proposal.objects.get(pk=proposal)
    demand(by, "proposals.discuss", found.geoid, found.made_by_id)
    require(text=text)
    said = Remark.objects.create(
        proposal=found, made_at=at, made_by_id=by.person_id, text=tidy(text)
    )
    if found.made_by_id == by.person_id:
        # Its author has answered: it waits for a reviewer again.
        asked = Proposal.objects.filter(pk=proposal, status=ProposalStatus.ASKED)
        asked.update(status=ProposalStatus.OPEN)
    tell_those_in_it(said, at)


def open_proposal(proposal: int, door: str, by: Actor, revision: int | None = None) -> Proposal:
    """The proposal, locked, for who may pass the door.

    Raises Conflict: "decided" when it was decided or withdrawn, "amended" when it is not at the
    revision any more; NotAllowed; Proposal.DoesNotExist.
    """
    locked = Proposal.objects.select_for_update(of=("self",))
    found = locked.select_related("program", "made_by").get(pk=proposal)
    demand(by, door, found.geoid, found.made_by_id)
    if found.status in DECIDED:
        raise Conflict("decided", proposals=[proposal])
    if revision is not None and found.revision != revision:
        raise Conflict("amended", proposals=[proposal])
    return found


def keep_wishes(proposal: Proposal, plans: Sequence[Plan]) -> None:
    """The wishes of the proposal's revision, each with the change after which its fact was seen."""
    Wish.objects.bulk_create(
        [
            Wish(
                proposal=proposal,
                revision=proposal.revision,
                position=position,
                action=plan.wish.action,
                kind=plan.kind.kind,
                name=plan.name,
                geoid=smallest_region(plan.places) if plan.places else proposal.geoid,
                cells=dict(plan.cells),
                base_id=plan.base,
                row=plan.wish.row,
                day=_day_of(plan),
            )
            for position, plan in enumerate(plans)
        ],
        batch_size=AT_A_TIME,
    )


def _day_of(plan: Plan) -> str:
    """When what the wish is about was, as it would stand; that of a source tells nothing of it."""
    about = plan.kind.about
    if about.kind == FactKind.SOURCE:
        return ""
    now = plan.before.cells if plan.before else {}
    day = plan.cells.get(about.day) or now.get(about.day) or ""
    return day if len(day) <= LONGEST_DAY else ""


def require(**texts: str) -> None:
    """Raise Refused for texts that are blank, each named by its field."""
    faults = [
        Fault("", 0, name, "", _("may not be blank"))
        for name, text in texts.items()
        if not tidy(text)
    ]
    if faults:
        raise Refused(faults)


def _want(
    program: Program,
    wishes: Sequence[WishDraft],
    title: str,
    reason: str,
    by: Actor,
    at: datetime,
) -> _Wanted:
    plans = plan_wishes(program, wishes, at)
    places = {place for plan in plans.made for place in plan.places}
    demand_everywhere(by, PROPOSE, places)
    geoid = region_of(places, by)
    if plans.faults:
        raise Refused(list(plans.faults))
    require(title=title, reason=reason)
    if len(title) > LONGEST_TITLE:
        said = _("is %(length)d characters long; %(width)d are the most")
        told = said % {"length": len(title), "width": LONGEST_TITLE}
        raise Refused([Fault("", 0, "title", "", told)])
    if stale := stale_names(plans.made):
        raise Conflict("stale", stale)
    changing = tuple(plan for plan in plans.made if plan.changes)
    if not changing:
        raise Refused([Fault("", 0, "", "", _("Nothing would change."))])
    return _Wanted(changing, geoid)
