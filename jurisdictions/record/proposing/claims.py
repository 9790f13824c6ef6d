"""Claims: a reviewer says that they are on a proposal; others leave it to them, or take it over."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from jurisdictions.models import Claim, Proposal
from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.proposing.conflicts import Conflict
from jurisdictions.record.proposing.proposals import open_proposal

REVIEW = "proposals.review"
HELD = timedelta(hours=2)
"""How long a claim stands: as long as somebody looks at one proposal, not while they are away."""


@transaction.atomic
def claim_proposal(*, proposal: int, by: Actor, at: datetime, over: int = 0) -> None:
    """Be on an open proposal from now on; once more begins the time anew.

    `over` is the person it is taken over from, as the reviewer saw it. Raises NotAllowed; Conflict:
    "claimed" when another is on it, "decided" when it was decided meanwhile.
    """
    found = open_proposal(proposal, REVIEW, by)
    standing = standing_claims(at).filter(proposal=found).first()
    holder = standing.person_id if standing else by.person_id
    if holder not in {by.person_id, over}:
        raise Conflict("claimed", proposals=[proposal])
    told = {"person_id": by.person_id, "until": at + HELD}
    if standing is None:
        told |= {"since": at, "taken_from_id": None}
    elif holder != by.person_id:
        told |= {"since": at, "taken_from_id": holder}
    Claim.objects.update_or_create(proposal=found, defaults=told)


@transaction.atomic
def release_proposal(*, proposal: int, by: Actor) -> None:
    """Be on it no longer. Another's claim stays."""
    open_proposal(proposal, REVIEW, by)
    Claim.objects.filter(proposal=proposal, person_id=by.person_id).delete()


def standing_claims(at: datetime) -> QuerySet[Claim]:
    """The claims that stand: of those who are still here, and not lapsed."""
    return Claim.objects.filter(
        until__gt=at, person__suspended_at=None, person__left_at=None
    ).select_related("person", "taken_from")


def refuse_claimed(proposal: Proposal, by: Actor, at: datetime) -> None:
    """Raise Conflict ("claimed") when another is on it: one takes it over first, then decides."""
    if standing_claims(at).filter(proposal=proposal).exclude(person_id=by.person_id).exists():
        raise Conflict("claimed", proposals=[proposal.pk])


def end_claim(proposal: Proposal) -> None:
    """Nobody is on it any more: it was decided, or waits for its author."""
    Claim.objects.filter(proposal=proposal).delete()
