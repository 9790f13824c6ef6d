"""Proposals: those of a region, of a person, and one with all that bears on deciding it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery

from jurisdictions.models import Action, Proposal, ProposalStatus, Remark, Wish
from jurisdictions.models.proposal import DECIDED
from jurisdictions.read.keeping.proposal_rows import (
    ClaimRow,
    EffectRow,
    ProposalLine,
    ProposalRow,
    RemarkRow,
    WishRow,
)
from jurisdictions.read.keeping.queue_filters import (
    QueueFilter,
    contested,
    filtered,
    ordered,
)
from jurisdictions.read.keeping.queues import Queue, in_regions, named, paged
from jurisdictions.read.keeping.record_changes import latest_change
from jurisdictions.read.keeping.sent_proposals import edition_of
from jurisdictions.read.keeping.wish_rows import rivals_by_fact, stale_names, wish_rows
from jurisdictions.read.rows import SourceRow
from jurisdictions.read.source_titles import sources_named
from jurisdictions.status.dates import PartialDate

WISHES_A_PAGE = 100
LARGEST = 2**63
LONGEST_WALK = 1000


def queue(
    regions: Collection[str],
    asked: QueueFilter,
    *,
    reader: int,
    at: datetime,
    page: int = 1,
    but_author: int = 0,
) -> Queue:
    """The proposals of some regions: those that wait for a reviewer first, the oldest on top.

    `but_author` leaves out whose they are: nobody decides on their own. Three queries.
    """
    mine = _of_regions(regions, but_author)
    found = filtered(mine, asked, reader=reader, at=at)
    rows = lines_of(paged(ordered(found, asked.order, ProposalStatus.OPEN), page))
    waiting = mine.filter(status=ProposalStatus.OPEN).count()
    return Queue(rows, found.count(), waiting)


def of_person(person: int, asked: QueueFilter, *, at: datetime, page: int = 1) -> Queue:
    """What a person proposed: what waits for them first. Three queries."""
    mine = Proposal.objects.filter(made_by_id=person)
    found = filtered(mine, asked, reader=person, at=at)
    rows = lines_of(paged(ordered(found, asked.order, ProposalStatus.ASKED), page))
    return Queue(rows, found.count(), waiting_for_author(person))


@dataclass(frozen=True, slots=True)
class OfList:
    """A proposal of a list; `waits`: for a reviewer, and nobody else than the reader is on it."""

    proposal: int
    program: str
    geoid: str
    author_id: int
    waits: bool


def numbers_of(
    regions: Collection[str],
    asked: QueueFilter,
    *,
    reader: int,
    at: datetime,
    but_author: int = 0,
) -> tuple[OfList, ...]:
    """The proposals of a list in its order, up to a thousand. One query."""
    found = filtered(_of_regions(regions, but_author), asked, reader=reader, at=at)
    rows = ordered(found, asked.order, ProposalStatus.OPEN).values_list(
        *("pk", "program__slug", "geoid", "made_by_id"),
        *("status", "claim__person_id", "claim__until"),
    )
    return tuple(
        OfList(
            number,
            program,
            geoid,
            author,
            status == ProposalStatus.OPEN and (holder in {None, reader} or until <= at),
        )
        for number, program, geoid, author, status, holder, until in rows[:LONGEST_WALK]
    )


def waiting_in(regions: Collection[str], but_author: int) -> int:
    """How many wait for a reviewer of the regions. One query."""
    return _of_regions(regions, but_author).filter(status=ProposalStatus.OPEN).count()


def waiting_for_author(person: int) -> int:
    """How many of a person's own wait for their answer. One query."""
    return Proposal.objects.filter(made_by_id=person, status=ProposalStatus.ASKED).count()


def open_authors(regions: Collection[str]) -> tuple[tuple[int, str], ...]:
    """Who has proposals that wait in the regions, by name. One query."""
    waiting = in_regions(Proposal.objects.exclude(status__in=DECIDED), regions)
    people = waiting.order_by("made_by__name").values_list("made_by_id", "made_by__name")
    return tuple(people.distinct())


def _of_regions(regions: Collection[str], but_author: int) -> QuerySet[Proposal]:
    return in_regions(Proposal.objects.exclude(made_by_id=but_author), regions)


def proposal_row(proposal: int, *, page: int = 1) -> ProposalRow | None:
    """One proposal, its wishes by hundreds; None when there is none of that number."""
    people = Proposal.objects.select_related("program", "made_by", "decided_by", "sending")
    found = people.filter(pk=proposal).first()
    if found is None:
        return None
    # Read before the facts are: what changes in between then counts as unseen.
    seen = latest_change()
    every = list(found.wishes.filter(revision=found.revision).order_by("position"))
    earlier = (
        found.wishes.filter(revision=found.revision - 1) if found.edited else Wish.objects.none()
    )
    rivals = {} if found.status in DECIDED else rivals_by_fact(found, every)
    rows = tuple(wish_rows(found, _page(every, page), rivals))
    proposed = tuple(wish_rows(found, _page(list(earlier.order_by("position")), page), {}))
    left_out = found.wishes.exclude(refused="").order_by("position") if found.edited else ()
    refused = tuple(wish_rows(found, list(left_out), {}))
    others = {number for numbers in rivals.values() for number in numbers}
    return ProposalRow(
        line=lines_of(people.filter(pk=proposal))[0],
        reason=found.reason,
        revision=found.revision,
        edited=found.edited,
        upload=found.upload,
        sent_with=_sent_with(found),
        tip=found.tip_id,
        decision=found.decision,
        decider_id=found.decided_by_id,
        change=found.change_id,
        edition=edition_of(found),
        wishes=rows,
        wish_count=len(every),
        proposed=proposed,
        sources=_sources([*rows, *proposed, *refused]),
        remarks=_remarks(found),
        rivals=lines_of(Proposal.objects.filter(pk__in=others).order_by("pk")),
        stale=() if found.status in DECIDED else stale_names(found, every),
        seen=seen,
        refused=refused,
    )


def _page(wishes: Sequence[Wish], page: int) -> Sequence[Wish]:
    return wishes[(page - 1) * WISHES_A_PAGE : page * WISHES_A_PAGE]


def lines_of(found: QuerySet[Proposal]) -> tuple[ProposalLine, ...]:
    """Proposals as lists show them. One query."""
    wishes = Wish.objects.filter(proposal=OuterRef("pk"), revision=OuterRef("revision"))
    remarks = Remark.objects.filter(proposal=OuterRef("pk"))
    people = ("program", "made_by", "decided_by", "claim__person", "claim__taken_from", "effect")
    counted = found.select_related(*people).annotate(
        wished=_number_of(wishes), said=_number_of(remarks)
    )
    return tuple(
        ProposalLine(
            proposal_id=one.pk,
            program=one.program.slug,
            geoid=one.geoid,
            title=one.title,
            status=one.status,
            made_at=one.made_at,
            made_by=one.made_by.name,
            author_id=one.made_by_id,
            decided_at=one.decided_at,
            decided_by=named(one.decided_by),
            wishes=one.wished or 0,
            remarks=one.said or 0,
            revision=one.revision,
            origin=one.origin,
            upload=one.upload,
            claim=_claim(one),
            effect=_effect(one),
        )
        for one in counted
    )


def _sent_with(proposal: Proposal) -> str | None:
    """What the token is called that a program sent it with; None where somebody wrote it."""
    sending = getattr(proposal, "sending", None)
    return sending.token_name if sending else None


def _number_of(rows: QuerySet[Any]) -> Subquery:
    """How many rows belong to the proposal of the outer query."""
    counted = rows.order_by().values("proposal").annotate(number=Count("pk")).values("number")
    return Subquery(counted)


def _effect(proposal: Proposal) -> EffectRow | None:
    """What was worked out of the proposal as it stands; None while the worker has not."""
    kept = getattr(proposal, "effect", None)
    if kept is None or kept.revision != proposal.revision:
        return None
    told = ("seen", "places", "geoid", "day", "before", "after", "faults", "stale")
    return EffectRow(**{name: getattr(kept, name) for name in told})


def _claim(proposal: Proposal) -> ClaimRow | None:
    """Who is on it, or was; nobody who was shut out or has left."""
    claim = getattr(proposal, "claim", None)
    if claim is None or claim.person.suspended_at or claim.person.left_at:
        return None
    holder, before = claim.person, named(claim.taken_from)
    return ClaimRow(holder.pk, holder.name, claim.since, claim.until, before)


def contested_among(numbers: Collection[int]) -> frozenset[int]:
    """Those of the open proposals that share a fact with another open one. One query."""
    waiting = Proposal.objects.filter(pk__in=numbers).exclude(status__in=DECIDED)
    return frozenset(waiting.filter(contested()).values_list("pk", flat=True))


def lines_numbered(numbers: Collection[int]) -> tuple[ProposalLine, ...]:
    """The proposals of these numbers, in order; what there is not is left out. One query."""
    known = [number for number in numbers if number < LARGEST]
    return lines_of(Proposal.objects.filter(pk__in=known).order_by("pk"))


def _remarks(proposal: Proposal) -> tuple[RemarkRow, ...]:
    said = proposal.remarks.select_related("made_by").order_by("pk")
    return tuple(
        RemarkRow(one.made_at, one.made_by.name, one.made_by_id, one.text, one.asks) for one in said
    )


def _sources(rows: Sequence[WishRow]) -> Mapping[str, SourceRow]:
    """The sources that the wishes name; those that they add are told from their cells."""
    new = {
        cells["key"]: _wished_source(cells)
        for row in rows
        if row.kind == "source" and row.action == Action.RECORD and (cells := row.cells)
    }
    keys = {row.cells.get("source", "") for row in rows}
    for row in rows:
        for field in row.fields:
            if field.name == "source":
                keys |= {field.before, field.after, field.base_value, field.now_value}
        keys |= {dispute.source for dispute in row.contradictions}
    return {**new, **sources_named(keys)}


def _wished_source(cells: Mapping[str, str]) -> SourceRow:
    published = cells.get("published_on", "")
    return SourceRow(
        key=cells["key"],
        title=cells.get("title", ""),
        publisher=cells.get("publisher", ""),
        published_on=PartialDate.parse(published) if published else None,
        url=cells.get("url", ""),
        kind=cells.get("kind", ""),
        archive_url=cells.get("archive_url", ""),
        language=cells.get("language", ""),
    )
