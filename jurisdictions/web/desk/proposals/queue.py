"""What the list of proposals shows: which of them, of which region, page by page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jurisdictions.read.keeping.proposal_gists import gists_of, status_label
from jurisdictions.read.keeping.proposal_rows import ProposalLine
from jurisdictions.read.keeping.proposals import of_person, queue
from jurisdictions.read.keeping.queues import PAGE_SIZE, Queue
from jurisdictions.read.places import all_places
from jurisdictions.read.rows import PlaceRow
from jurisdictions.record.people.permissions import CONTRIBUTOR, REVIEWER, Actor
from jurisdictions.status.geoids import NATION, is_geoid, is_state, state_of
from jurisdictions.web.desk.forms.tasks import where_text
from jurisdictions.web.desk.suggest.flow_words import proposal_title
from jurisdictions.web.site.addresses import address

WAITING, MINE, ALL = "waiting", "mine", "all"
STATUSES = ("open", "asked", "accepted", "rejected", "withdrawn")


@dataclass(frozen=True, slots=True)
class LineShown:
    """A proposal as the list shows it."""

    line: ProposalLine
    title: str
    where: str
    status: str


@dataclass(frozen=True, slots=True)
class Tab:
    """One of the lists, and how many wait in it."""

    label: str
    href: str
    current: bool
    waiting: int


@dataclass(frozen=True, slots=True)
class Asked:
    """Which list, which status, which state, which page."""

    of: str
    status: str
    state: str
    page: int


def queue_context(request: HttpRequest, actor: Actor) -> dict[str, object]:
    """Everything that desk/queue.html reads."""
    asked = _asked(request, actor)
    lists = {
        name: _queue(name, actor, asked if name == asked.of else None) for name in _lists(actor)
    }
    found = lists[asked.of]
    last = max(1, -(-found.total // PAGE_SIZE))
    return {
        "asked": asked,
        "tabs": list(_tabs(lists, asked)),
        "lines": shown_lines(found.rows),
        "total": found.total,
        "statuses": [(status, status_label(status)) for status in STATUSES],
        "states": _states(actor),
        "last_page": last,
        "previous": _href(asked, asked.page - 1) if asked.page > 1 else "",
        "following": _href(asked, asked.page + 1) if asked.page < last else "",
        "reviews": bool(actor.regions(REVIEWER)),
        "proposes": bool(actor.regions(CONTRIBUTOR)),
    }


def shown_lines(lines: tuple[ProposalLine, ...]) -> list[LineShown]:
    """Proposals in the reader's language."""
    gists = gists_of([line.proposal_id for line in lines])
    places = all_places(get_language() or "en")
    shown: list[LineShown] = []
    for line in lines:
        where = where_text(places.get(line.geoid))
        title = proposal_title(gists.get(line.proposal_id, ()), where, line.title)
        shown.append(LineShown(line, title, where, status_label(line.status)))
    return shown


def _asked(request: HttpRequest, actor: Actor) -> Asked:
    lists, wanted = _lists(actor), request.GET.get("of", "")
    status, state = request.GET.get("status", ""), request.GET.get("state", "")
    page = request.GET.get("page", "1")
    return Asked(
        of=wanted if wanted in lists else lists[0],
        status=status if status in STATUSES else "",
        state=state if is_geoid(state) and is_state(state) else "",
        page=max(1, int(page)) if page.isdecimal() and len(page) < len("100000") else 1,
    )


def _lists(actor: Actor) -> list[str]:
    """Who decides sees first what waits for them."""
    return [WAITING, MINE, ALL] if actor.regions(REVIEWER) else [MINE, ALL]


def _queue(name: str, actor: Actor, asked: Asked | None) -> Queue:
    """A list as it was asked for; one that was not is only counted."""
    status, state, page = (asked.status, asked.state, asked.page) if asked else ("", "", 1)
    if name == MINE:
        return of_person(actor.person_id, status=status, page=page)
    if name == WAITING:
        regions, own = actor.regions(REVIEWER), actor.person_id
        return queue(regions, status="open", state=state, page=page, but_author=own)
    return queue(actor.regions(CONTRIBUTOR), status=status, state=state, page=page)


def _tabs(lists: dict[str, Queue], asked: Asked) -> Iterator[Tab]:
    labels = {WAITING: _("Wait for you"), MINE: _("Your own"), ALL: _("All in your region")}
    for name, found in lists.items():
        href = address("proposals", {}, of=name)
        waiting = 0 if name == ALL else found.waiting
        yield Tab(labels[name], href, name == asked.of, waiting)


def _states(actor: Actor) -> list[PlaceRow]:
    """The states that the list can be limited to: those of the person's regions, if several."""
    regions = actor.regions(CONTRIBUTOR)
    places = all_places(get_language() or "en").values()
    own = {state_of(region) for region in regions}
    states = [p for p in places if p.is_state and (NATION in regions or p.geoid in own)]
    return sorted(states, key=lambda place: place.name) if len(states) > 1 else []


def _href(asked: Asked, page: int) -> str:
    query = {"of": asked.of, "status": asked.status, "state": asked.state}
    return address("proposals", {}, **query, page=page)
