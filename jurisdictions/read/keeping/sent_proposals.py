"""What became of proposals, told to the program of their author."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from jurisdictions.models import Edition, Proposal, Wish
from jurisdictions.models.lying_in import lying_in


@dataclass(frozen=True, slots=True)
class SentWish:
    """One wish as the proposal holds it now."""

    action: str
    kind: str
    fact: str


@dataclass(frozen=True, slots=True)
class SentProposal:
    """A proposal and its fate; `question` is what a reviewer asked last, while it is unanswered."""

    proposal_id: int
    program: str
    geoid: str
    title: str
    reason: str
    status: str
    revision: int
    edited: bool
    made_at: datetime
    question: str
    decided_at: datetime | None
    decided_by: str
    decision: str
    change: int | None
    edition: int | None
    wishes: tuple[SentWish, ...]


def sent_proposals(
    person: int, region: str, *, status: str = "", before: int = 0, most: int = 50
) -> tuple[SentProposal, ...]:
    """The proposals of a person in a region, the newest first: of a status, older than one."""
    found = _of(person, region)
    if status:
        found = found.filter(status=status)
    if before:
        found = found.filter(pk__lt=before)
    return tuple(_told(one) for one in found.order_by("-pk")[:most])


def sent_proposal(person: int, region: str, proposal: int) -> SentProposal | None:
    """One of them; None when there is none of that number, or it is not the person's."""
    found = _of(person, region).filter(pk=proposal).first()
    return _told(found) if found else None


def count_of(person: int, region: str, status: str = "") -> int:
    """How many there are."""
    found = _of(person, region)
    return (found.filter(status=status) if status else found).count()


def _of(person: int, region: str) -> QuerySet[Proposal]:
    mine = Proposal.objects.filter(lying_in([region]), made_by_id=person)
    return mine.select_related("program", "decided_by").prefetch_related("wishes", "remarks")


def _told(found: Proposal) -> SentProposal:
    asked = [one.text for one in found.remarks.all() if one.asks]
    return SentProposal(
        proposal_id=found.pk,
        program=found.program.slug,
        geoid=found.geoid,
        title=found.title,
        reason=found.reason,
        status=found.status,
        revision=found.revision,
        edited=found.edited,
        made_at=found.made_at,
        question=asked[-1] if asked and found.status == "asked" else "",
        decided_at=found.decided_at,
        decided_by=found.decided_by.name if found.decided_by else "",
        decision=found.decision,
        change=found.change_id,
        edition=edition_of(found),
        wishes=tuple(_wish(one) for one in found.wishes.all() if one.revision == found.revision),
    )


def _wish(wish: Wish) -> SentWish:
    return SentWish(wish.action, wish.kind, wish.name)


def edition_of(proposal: Proposal) -> int | None:
    """The edition that first held the accepted change."""
    if proposal.change_id is None:
        return None
    since = Edition.objects.filter(
        program=proposal.program_id, last_change_id__gte=proposal.change_id
    )
    return since.order_by("number").values_list("number", flat=True).first()
