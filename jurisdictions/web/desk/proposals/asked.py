"""What of the queue an address asks for: which list, its filters, its order, its page."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from jurisdictions.read.keeping.queue_filters import (
    AGES,
    CLAIMED,
    ORDERS,
    ORIGINS,
    QueueFilter,
)
from jurisdictions.record.people.permissions import REVIEWER, Actor
from jurisdictions.status.geoids import is_geoid, is_state
from jurisdictions.status.kinds import KINDS_OF_FACT
from jurisdictions.status.programs import packages
from jurisdictions.web.desk.forms.typed import whole_number
from jurisdictions.web.site.addresses import address

WAITING, MINE, ALL = "waiting", "mine", "all"
STATUSES = ("open", "asked", "accepted", "rejected", "withdrawn")
LONGEST_TEXT, LONGEST_QUERY = 100, 600
TO_DECIDE = ("open", "asked")


@dataclass(frozen=True, slots=True)
class Asked:
    """Which list, what of it, which page."""

    of: str
    filter: QueueFilter
    page: int = 1

    @property
    def status(self) -> str:
        """Where the proposals stand; the list of what waits is of what waits for a reviewer."""
        return self.filter.status

    @property
    def limits(self) -> dict[str, str]:
        """The filters and the order as an address has them, without those that limit nothing."""
        given = self.filter
        told = {
            "status": "" if self.of == WAITING and given.status == "open" else given.status,
            "program": given.program,
            "state": given.state,
            "kind": given.kind,
            "author": str(given.author or ""),
            "age": str(given.age or ""),
            "claimed": given.claimed,
            "origin": given.origin,
            "conflict": "1" if given.conflict else "",
            "q": given.text,
            "order": given.order,
        }
        return {name: value for name, value in told.items() if value}

    @property
    def has_more(self) -> bool:
        """Whether a filter limits the list that is folded away among the others."""
        return bool(self.limits.keys() - {"status", "state", "q"})

    @property
    def query(self) -> str:
        """The view without its page, as a link carries it."""
        return urlencode({"of": self.of, **self.limits})

    def href(self, page: int = 1) -> str:
        """Where a page of this view is."""
        parts: dict[str, object] = {"of": self.of, **self.limits}
        if page > 1:
            parts["page"] = page
        return address("proposals", {}, **parts)


def asked_of(query: Mapping[str, str], actor: Actor) -> Asked:
    """What a query asks for; what there is not is left out."""
    lists = lists_of(actor)
    of = query.get("of", "")
    of = of if of in lists else lists[0]
    page = whole_number(query.get("page", ""), 1)
    status = _one_of(query, "status", TO_DECIDE if of == WAITING else STATUSES)
    state = query.get("state", "")
    return Asked(
        of,
        QueueFilter(
            status=status or ("open" if of == WAITING else ""),
            program=_one_of(query, "program", packages()),
            state=state if is_geoid(state) and is_state(state) else "",
            kind=_one_of(query, "kind", KINDS_OF_FACT),
            author=whole_number(query.get("author", ""), 0),
            age=whole_number(_one_of(query, "age", [str(days) for days in AGES]), 0),
            claimed=_one_of(query, "claimed", CLAIMED),
            origin=_one_of(query, "origin", ORIGINS),
            conflict=query.get("conflict") == "1",
            text=query.get("q", "").strip()[:LONGEST_TEXT],
            order=_one_of(query, "order", ORDERS),
        ),
        max(1, min(page, 10_000)),
    )


def view_of(text: str, actor: Actor) -> Asked:
    """The view that a link or a form carried as a query of its own."""
    return asked_of(dict(parse_qsl(text[:LONGEST_QUERY])), actor)


def lists_of(actor: Actor) -> list[str]:
    """Who decides sees first what waits for them."""
    return [WAITING, MINE, ALL] if actor.regions(REVIEWER) else [MINE, ALL]


def _one_of(query: Mapping[str, str], name: str, known: Collection[str]) -> str:
    given = query.get(name, "")
    return given if given in known else ""
