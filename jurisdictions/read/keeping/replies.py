"""Replies of jurisdictions as the desk shows them: the queue of a region, and one reply."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from jurisdictions.models import Reply, ReplyStatus
from jurisdictions.read.keeping.queues import Queue, in_queue, in_regions, named, paged


@dataclass(frozen=True, slots=True)
class SentReply:
    """A jurisdiction's reply as its reviewers see it; `contact` is "" once it is decided."""

    reply_id: int
    program: str
    geoid: str
    fact: str
    office: str
    contact: str
    text: str
    text_es: str
    received_at: datetime
    status: str
    reason: str
    decided_at: datetime | None
    decided_by: str
    withdrawn_why: str
    withdrawn_at: datetime | None
    withdrawn_by: str

    @property
    def waits(self) -> bool:
        """Whether nobody has decided on it yet."""
        return self.status == ReplyStatus.WAITING

    @property
    def is_shown(self) -> bool:
        """Whether the public can read it."""
        return self.status == ReplyStatus.SHOWN


def reply_queue(
    regions: Collection[str], *, status: str = "", state: str = "", page: int = 1
) -> Queue:
    """The replies of some regions, the longest waiting first. Three queries."""
    replies = in_regions(Reply.objects.all(), regions)
    found = in_queue(replies, ReplyStatus.WAITING, status=status, state=state)
    rows = paged(found.select_related("program", "decided_by", "withdrawn_by"), page)
    waiting = replies.filter(status=ReplyStatus.WAITING).count()
    return Queue(tuple(_reply(reply) for reply in rows), found.count(), waiting)


def reply_row(reply: int) -> SentReply | None:
    """One reply; None when there is none of that number."""
    people = ("program", "decided_by", "withdrawn_by")
    found = Reply.objects.select_related(*people).filter(pk=reply).first()
    return _reply(found) if found else None


def _reply(reply: Reply) -> SentReply:
    return SentReply(
        reply_id=reply.pk,
        program=reply.program.slug,
        geoid=reply.geoid,
        fact=reply.fact,
        office=reply.office,
        contact=reply.contact,
        text=reply.text,
        text_es=reply.text_es,
        received_at=reply.received_at,
        status=reply.status,
        reason=reply.verified_how,
        decided_at=reply.decided_at,
        decided_by=named(reply.decided_by),
        withdrawn_why=reply.withdrawn_why,
        withdrawn_at=reply.withdrawn_at,
        withdrawn_by=named(reply.withdrawn_by),
    )
