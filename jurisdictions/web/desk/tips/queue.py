"""What the page of the queues shows: which queue, its filters, its rows, its pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from jurisdictions.read.keeping.queues import PAGE_SIZE, Queue
from jurisdictions.read.keeping.replies import SentReply, reply_queue
from jurisdictions.read.keeping.tips import TipRow, tip_queue
from jurisdictions.read.places import places_of, states_of
from jurisdictions.read.program_addresses import spoken_for
from jurisdictions.read.rows import AsOf, PlaceRow
from jurisdictions.record.people.permissions import EDITOR, REVIEWER, Actor
from jurisdictions.status.geoids import NATION, state_of
from jurisdictions.web.desk.frame.page import newest
from jurisdictions.web.site.addresses import address

REPLIES = "replies"
TIP_STATUSES = {
    "waiting": noop("Waits for an answer"),
    "answered": noop("Answered"),
    "closed": noop("Closed"),
    "discarded": noop("Discarded"),
}
REPLY_STATUSES = {
    "waiting": noop("Waits to be verified"),
    "shown": noop("Shown"),
    "declined": noop("Declined"),
    "withdrawn": noop("Withdrawn"),
}
EXCERPT = 160


@dataclass(frozen=True, slots=True)
class Line:
    """A message in the queue: where it leads, what it is about, how it begins, where it stands."""

    href: str
    place: str
    text: str
    language: str
    on: date
    status: str
    waits: bool


@dataclass(frozen=True, slots=True)
class Tab:
    """One of the two queues."""

    label: str
    href: str
    waiting: int
    current: bool


def queue_context(request: HttpRequest, actor: Actor, wanted: str) -> dict[str, object]:
    """Everything that tips/queue.html reads."""
    of_replies = wanted == REPLIES
    statuses = REPLY_STATUSES if of_replies else TIP_STATUSES
    status = request.GET.get("status", "")
    status = status if status in statuses else ""
    regions = actor.regions(REVIEWER if of_replies else EDITOR)
    as_of = newest(spoken_for())
    states = _states(as_of, regions)
    state = request.GET.get("state", "")
    state = state if state in {one.geoid for one in states} else ""
    number = _page_number(request)
    read = reply_queue if of_replies else tip_queue
    line: Callable[[Any, str], Line] = _reply_line if of_replies else _tip_line
    queue = read(regions, status=status, state=state, page=number)
    asked = {"of": REPLIES if of_replies else "", "status": status, "state": state}
    return {
        "of": asked["of"],
        "tabs": _tabs(actor, queue, of_replies),
        "statuses": [(value, _(label), value == status) for value, label in statuses.items()],
        "states": [(one.geoid, one.name, one.geoid == state) for one in states],
        "lines": [line(row, _label(as_of, row.geoid)) for row in queue.rows],
        "total": queue.total,
        "filtered": bool(status or state),
        "cleared": address("tips", {}, of=asked["of"]),
        "number": number,
        "pages": -(-queue.total // PAGE_SIZE),
        "previous": address("tips", {}, **asked, page=number - 1) if number > 1 else "",
        "next": address("tips", {}, **asked, page=number + 1)
        if number * PAGE_SIZE < queue.total
        else "",
    }


def _page_number(request: HttpRequest) -> int:
    text = request.GET.get("page", "")
    return int(text) if text.isascii() and text.isdigit() and int(text[:6]) > 0 else 1


def _tabs(actor: Actor, queue: Queue, of_replies: bool) -> list[Tab]:
    """The queues that who looks may see; a single one needs no tabs."""
    if not actor.regions(REVIEWER):
        return []
    other = (
        tip_queue(actor.regions(EDITOR), status="waiting")
        if of_replies
        else reply_queue(actor.regions(REVIEWER), status="waiting")
    )
    tips, replies = (other, queue) if of_replies else (queue, other)
    return [
        Tab(_("Tips"), address("tips", {}), tips.waiting, not of_replies),
        Tab(_("Replies"), address("tips", {}, of=REPLIES), replies.waiting, of_replies),
    ]


def _states(as_of: AsOf | None, regions: frozenset[str]) -> list[PlaceRow]:
    if as_of is None:
        return []
    wide = NATION in regions
    return [
        one for one in states_of(as_of) if wide or any(state_of(r) == one.geoid for r in regions)
    ]


def _tip_line(tip: TipRow, place: str) -> Line:
    return Line(
        href=address("tip", {}, tip=tip.tip_id),
        place=place,
        text=_excerpt(tip.text),
        language=tip.language,
        on=tip.received_at.date(),
        status=_(TIP_STATUSES[tip.status]),
        waits=tip.waits,
    )


def _reply_line(reply: SentReply, place: str) -> Line:
    return Line(
        href=address("reply-decide", {}, reply=reply.reply_id),
        place=place,
        text=_excerpt(f"{reply.office}: {reply.text or reply.text_es}"),
        language="en" if reply.text else "es",
        on=reply.received_at.date(),
        status=_(REPLY_STATUSES[reply.status]),
        waits=reply.waits,
    )


def _excerpt(text: str) -> str:
    return Truncator(" ".join(text.split())).chars(EXCERPT)


def _label(as_of: AsOf | None, geoid: str) -> str:
    place = places_of(as_of).get(geoid) if as_of else None
    return place.label if place else geoid
