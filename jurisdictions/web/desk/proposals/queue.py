"""What the list of proposals shows: which of them, of which region, page by page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jurisdictions.read.keeping.proposal_gists import Gist, gists_of, status_label
from jurisdictions.read.keeping.proposal_rows import ClaimRow, ProposalLine
from jurisdictions.read.keeping.proposals import (
    contested_among,
    of_person,
    queue,
    waiting_for_author,
    waiting_in,
)
from jurisdictions.read.keeping.queue_filters import origin_label
from jurisdictions.read.keeping.queues import PAGE_SIZE, Queue
from jurisdictions.read.keeping.record_changes import latest_change
from jurisdictions.read.keeping.saved_views import views_for
from jurisdictions.read.places import all_places
from jurisdictions.read.program_addresses import path_of
from jurisdictions.read.rows import PlaceRow
from jurisdictions.record.people.permissions import (
    CONTRIBUTOR,
    REVIEWER,
    Actor,
    coordinates,
    may,
    reviews_own_somewhere,
)
from jurisdictions.web.desk.forms.tasks import where_text
from jurisdictions.web.desk.proposals.asked import ALL, MINE, WAITING, Asked, asked_of, lists_of
from jurisdictions.web.desk.proposals.filters import choices_of
from jurisdictions.web.desk.proposals.line_words import (
    effect_text,
    marks_of,
    told_text,
    when_text,
)
from jurisdictions.web.desk.suggest.flow_words import proposal_title
from jurisdictions.web.site.addresses import address

REVIEW = "proposals.review"
Places = Mapping[str, PlaceRow]


@dataclass(frozen=True, slots=True)
class LineShown:
    """A proposal as the list shows it; `decides`: who looks may decide on it now."""

    line: ProposalLine
    href: str
    title: str
    where: str
    status: str
    claim: ClaimRow | None = None
    decides: bool = False
    when: str = ""
    effect: str = ""
    told: str = ""
    marks: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """Where the proposal is, whatever list one comes from."""
        return self.href.partition("?")[0]


@dataclass(frozen=True, slots=True)
class Tab:
    """One of the lists, and how many wait in it."""

    label: str
    href: str
    current: bool
    waiting: int


def queue_context(request: HttpRequest, actor: Actor, at: datetime) -> dict[str, object]:
    """Everything that desk/queue.html reads."""
    asked = asked_of(request.GET.dict(), actor)
    found = queue_of(asked, actor, at)
    last = max(1, -(-found.total // PAGE_SIZE))
    lines = shown_lines(found.rows, actor=actor, at=at, view=asked.query)
    return {
        "asked": asked,
        "tabs": list(_tabs(asked, actor)),
        "lines": lines,
        "total": found.total,
        "decides": any(one.decides for one in lines),
        "choices": choices_of(asked, actor),
        "last_page": last,
        "previous": asked.href(asked.page - 1) if asked.page > 1 else "",
        "following": asked.href(asked.page + 1) if asked.page < last else "",
        "views": views_for(actor.person_id),
        "coordinates": coordinates(actor),
        "reviews": bool(actor.regions(REVIEWER)),
        "proposes": bool(actor.regions(CONTRIBUTOR)),
    }


def queue_of(asked: Asked, actor: Actor, at: datetime) -> Queue:
    """A list as it was asked for."""
    own = actor.person_id
    if asked.of == MINE:
        return of_person(own, asked.filter, at=at, page=asked.page)
    told = {"reader": own, "at": at, "page": asked.page}
    if asked.of == WAITING:
        but = left_out(actor)
        return queue(actor.regions(REVIEWER), asked.filter, **told, but_author=but)  # type: ignore[arg-type]
    return queue(actor.regions(CONTRIBUTOR), asked.filter, **told)  # type: ignore[arg-type]


def left_out(actor: Actor) -> int:
    """Whose proposals do not wait for the reviewer: their own, unless they may decide on them."""
    return 0 if reviews_own_somewhere(actor) else actor.person_id


def shown_lines(
    lines: Sequence[ProposalLine],
    *,
    actor: Actor | None = None,
    at: datetime | None = None,
    view: str = "",
) -> list[LineShown]:
    """Proposals in the reader's language; `actor` may decide on some of them at a moment."""
    gists = gists_of([line.proposal_id for line in lines])
    places = all_places(get_language() or "en")
    latest = latest_change() if at else 0
    contested = contested_among([line.proposal_id for line in lines]) if at else frozenset()
    shown: list[LineShown] = []
    queues = {program: path_of(program, "proposals") for program in {p.program for p in lines}}
    carried = f"?{urlencode({'in': view})}" if view else ""
    for line in lines:
        where = where_text(places.get(line.geoid))
        own = gists.get(line.proposal_id, ())
        claim = line.claimed(at) if at else None
        one = LineShown(
            line,
            f"{queues[line.program]}{line.proposal_id}/{carried}",
            _title(line, proposal_title(own, where, line.title)),
            where,
            status_label(line.status),
            claim,
            actor is not None and _decides(line, claim, actor),
        )
        rivals = line.proposal_id in contested
        shown.append(_with_words(one, own, places, latest, at, rivals=rivals) if at else one)
    return shown


def _title(line: ProposalLine, gist: str) -> str:
    """What it does; ahead of that what its author called it, if they did."""
    return f"{line.title} · {gist}" if line.titled and gist != line.title else gist


def _with_words(
    one: LineShown,
    gists: Sequence[Gist],
    places: Places,
    latest: int,
    at: datetime,
    *,
    rivals: bool,
) -> LineShown:
    """The line of the queue: when, with which effect, how old, what speaks for a closer look."""
    line = one.line
    return replace(
        one,
        when=when_text(gists),
        effect=effect_text(line, places, latest),
        told=told_text(line, at, "" if line.origin == "form" else origin_label(line.origin)),
        marks=tuple(marks_of(line, rivals=rivals)),
    )


def path_in(program: str, proposal: int, view: str = "") -> str:
    """Where a proposal of a program is, as one of a list."""
    path = f"{path_of(program, 'proposals')}{proposal}/"
    return f"{path}?{urlencode({'in': view})}" if view else path


def _decides(line: ProposalLine, claim: ClaimRow | None, actor: Actor) -> bool:
    """Whether somebody may decide on it now: nobody else is on it."""
    others = claim is not None and claim.person_id != actor.person_id
    return line.is_open and not others and may(actor, REVIEW, line.geoid, line.author_id)


def _tabs(asked: Asked, actor: Actor) -> Iterator[Tab]:
    own = actor.person_id
    labels: Mapping[str, str] = {
        WAITING: _("Wait for you"),
        MINE: _("Your own"),
        ALL: _("All in your region"),
    }
    for name in lists_of(actor):
        waiting = 0
        if name == WAITING:
            waiting = waiting_in(actor.regions(REVIEWER), left_out(actor))
        elif name == MINE:
            waiting = waiting_for_author(own)
        yield Tab(labels[name], address("proposals", {}, of=name), name == asked.of, waiting)
