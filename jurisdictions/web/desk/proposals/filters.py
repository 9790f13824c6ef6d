"""The filters of the queue as its form offers them, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from jurisdictions.read.editions import published_programs
from jurisdictions.read.keeping.proposal_gists import status_label
from jurisdictions.read.keeping.proposals import open_authors
from jurisdictions.read.keeping.queue_filters import (
    AGES,
    AUTHOR,
    ME,
    NEWEST,
    NOBODY,
    OLDEST,
    ORIGINS,
    OTHERS,
    PLACE,
    origin_label,
)
from jurisdictions.read.places import all_places
from jurisdictions.record.people.permissions import CONTRIBUTOR, Actor
from jurisdictions.render.words.fact_titles import kind_text
from jurisdictions.status.geoids import NATION, state_of
from jurisdictions.status.kinds import KINDS_OF_FACT
from jurisdictions.web.desk.proposals.asked import MINE, STATUSES, TO_DECIDE, WAITING, Asked

Options = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Choice:
    """A select of the form: its name, its label, what it says for any, what may be chosen."""

    name: str
    label: str
    any: str
    options: Options
    chosen: str
    more: bool = True
    """Whether it is folded away among the others."""


def choices_of(asked: Asked, actor: Actor) -> list[Choice]:
    """Every select that has something to choose."""
    return [one for one in _choices(asked, actor) if len(one.options) > 1 or one.name == "conflict"]


def _choices(asked: Asked, actor: Actor) -> Iterator[Choice]:
    given, limits = asked.filter, asked.limits
    of_status = TO_DECIDE if asked.of == WAITING else STATUSES
    statuses = [(status, status_label(status)) for status in of_status]
    nothing = "" if asked.of == WAITING else _("Any")
    yield Choice("status", _("Where it stands"), nothing, statuses, given.status, more=False)
    if asked.of != MINE:
        states = _states(actor)
        label = _("State or territory")
        yield Choice("state", label, _("All states"), states, given.state, more=False)
    programs = [(one.slug, one.name) for one in published_programs(get_language() or "en")]
    yield Choice("program", _("Program"), _("All programs"), programs, given.program)
    kinds = sorted(((kind, kind_text(kind)) for kind in KINDS_OF_FACT), key=lambda pair: pair[1])
    yield Choice("kind", _("Kind of fact"), _("Any"), kinds, given.kind)
    if asked.of != MINE:
        authors = [(str(number), name) for number, name in open_authors(actor.regions(CONTRIBUTOR))]
        yield Choice("author", _("Proposed by"), _("Anybody"), authors, limits.get("author", ""))
        yield Choice("claimed", _("Who is on it"), _("Any"), _claimed(), given.claimed)
    yield Choice("age", _("Waiting"), _("Any time"), _ages(), limits.get("age", ""))
    origins = [(origin, origin_label(origin)) for origin in ORIGINS]
    yield Choice("origin", _("Came from"), _("Any"), origins, given.origin)
    conflict = [("1", _("Others wish the same"))]
    yield Choice("conflict", _("Conflicts"), _("Any"), conflict, limits.get("conflict", ""))
    yield Choice("order", _("Order"), _("What waits first"), _orders(), given.order)


def _claimed() -> Options:
    return [(NOBODY, _("Nobody")), (ME, _("You")), (OTHERS, _("Somebody else"))]


def _ages() -> Options:
    told = [
        ngettext("%(number)d day or more", "%(number)d days or more", days) % {"number": days}
        for days in AGES
    ]
    return [(str(days), text) for days, text in zip(AGES, told, strict=True)]


def _orders() -> Options:
    return [
        (OLDEST, _("Oldest first")),
        (NEWEST, _("Newest first")),
        (PLACE, _("By place")),
        (AUTHOR, _("By author")),
    ]


def _states(actor: Actor) -> Options:
    """The states that the list can be limited to: those of the person's regions, if several."""
    regions = actor.regions(CONTRIBUTOR)
    places = all_places(get_language() or "en").values()
    own = {state_of(region) for region in regions}
    states = [p for p in places if p.is_state and (NATION in regions or p.geoid in own)]
    return [(place.geoid, place.name) for place in sorted(states, key=lambda one: one.name)]
