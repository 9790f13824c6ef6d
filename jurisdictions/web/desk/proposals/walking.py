"""From one proposal of a list to the next: which stand before and after it, and how many."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest

from jurisdictions.read.keeping.proposals import OfList, numbers_of
from jurisdictions.record.people.permissions import CONTRIBUTOR, REVIEWER, Actor, may
from jurisdictions.web.desk.proposals.asked import LONGEST_QUERY, MINE, WAITING, Asked, view_of
from jurisdictions.web.desk.proposals.queue import REVIEW, left_out, path_in


@dataclass(frozen=True, slots=True)
class Walk:
    """A list that one walks through: where it is, its neighbours there ("" for none), the place.

    `following` is the next that waits for a decision of who looks, "" when none is left.
    """

    view: str
    href: str
    previous: str
    next: str
    following: str
    place: int
    total: int


def walk_of(request: HttpRequest, actor: Actor, proposal: int, at: datetime) -> Walk | None:
    """The list that the address or the form names; None when it names none. One query."""
    given = (request.POST.get("in") or request.GET.get("in", ""))[:LONGEST_QUERY]
    if not given:
        return None
    asked = view_of(given, actor)
    rows = _rows(asked, actor, at)
    numbers = [one.proposal for one in rows]
    here = numbers.index(proposal) if proposal in numbers else -1
    before = rows[:here] if here >= 0 else ()
    after = rows[here + 1 :]
    waits = [one for one in (*after, *before) if _decides(one, actor)]
    return Walk(
        view=asked.query,
        href=asked.href(),
        previous=_href(before[-1], asked) if before else "",
        next=_href(after[0], asked) if after else "",
        following=_href(waits[0], asked) if waits else "",
        place=here + 1,
        total=len(rows),
    )


def _rows(asked: Asked, actor: Actor, at: datetime) -> tuple[OfList, ...]:
    own = actor.person_id
    if asked.of == MINE:
        return ()
    role = REVIEWER if asked.of == WAITING else CONTRIBUTOR
    but = left_out(actor) if asked.of == WAITING else 0
    return numbers_of(actor.regions(role), asked.filter, reader=own, at=at, but_author=but)


def _decides(one: OfList, actor: Actor) -> bool:
    return one.waits and may(actor, REVIEW, one.geoid, one.author_id)


def _href(one: OfList, asked: Asked) -> str:
    return path_in(one.program, one.proposal, asked.query)
