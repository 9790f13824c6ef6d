"""What the desk shows, each thing with what to do next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jurisdictions.read.keeping.desk import Desk, RegionRow
from jurisdictions.read.keeping.record_changes import RecordChange
from jurisdictions.read.keeping.region_changes import RegionChange, WrittenFact
from jurisdictions.read.keeping.stale_facts import LostSource, StaleFacts
from jurisdictions.read.lacks import Lack
from jurisdictions.read.places import places_of
from jurisdictions.read.records import facts_named
from jurisdictions.read.rows import AsOf, FactRow
from jurisdictions.record.changing.concerned import places_citing
from jurisdictions.record.people.permissions import REVIEWER, Actor, may
from jurisdictions.render.programs.lacking import LackWords, lack_words
from jurisdictions.render.words.days import number_text
from jurisdictions.render.words.fact_titles import fact_title, kind_text
from jurisdictions.web.desk.forms.tasks import told_fact, where_text
from jurisdictions.web.desk.proposals.queue import LineShown, shown_lines
from jurisdictions.web.site.addresses import address

SHOWN = 5


@dataclass(frozen=True, slots=True)
class Region:
    """A region of the person: what it is called, how many places it holds, where they are."""

    name: str
    places: int
    href: str
    suggest: str
    lacks: str


@dataclass(frozen=True, slots=True)
class Lacking:
    """Something that the record lacks, and where one goes on with it."""

    title: str
    told: str
    href: str
    act: str


@dataclass(frozen=True, slots=True)
class LackingKind:
    """A heading, the first of what it holds, and how many there are."""

    title: str
    advice: str
    first: list[Lacking]
    total: int


@dataclass(frozen=True, slots=True)
class Changed:
    """A change of facts in the region."""

    change: RecordChange
    facts: list[tuple[str, str]]
    more: int


def desk_context(as_of: AsOf, found: Desk, actor: Actor, most: int) -> dict[str, object]:
    """Everything that desk/page.html reads; `most` limits each list of what the record lacks."""
    states = {region.place.state for region in found.regions if region.place}
    return {
        "regions": [_region(row) for row in found.regions],
        "state": states.pop() if len(states) == 1 == len(found.regions) else "",
        "reviews": bool(actor.regions(REVIEWER)),
        "to_review": _lines(found.to_review.first),
        "to_review_total": found.to_review.total,
        "asked": _lines(found.asked.first),
        "mine": _lines(found.mine.first),
        "mine_total": found.mine.total,
        "changes": _changes(as_of, found.changes[:SHOWN]),
        "lacking": [one for one in _lacking(as_of, found.stale, actor, most) if one.total],
    }


def _lines(lines: Sequence[object]) -> list[LineShown]:
    return shown_lines(tuple(lines))  # type: ignore[arg-type]


def _region(row: RegionRow) -> Region:
    place = row.place
    if place is None:
        href = address("places", {})
    elif place.is_state:
        href = address("places", {}, state=place.state)
    else:
        href = address("place", {}, geoid=place.geoid, slug=place.slug)
    suggest, lacks = (address(name, {}, geoid=row.geoid) for name in ("suggest", "lacks"))
    return Region(where_text(place), row.places, href, suggest, lacks)


def _changes(as_of: AsOf, changes: Sequence[RegionChange]) -> list[Changed]:
    return [
        Changed(
            one.change,
            [(fact.name, _as_written(as_of, fact)) for fact in one.first],
            one.facts - len(one.first),
        )
        for one in changes
    ]


def _as_written(as_of: AsOf, fact: WrittenFact) -> str:
    """A fact in one line, as a change wrote it, with its place: a region has many."""
    place = places_of(as_of).get(fact.geoid)
    told = fact_title(fact.kind, fact.cells)
    return f"{place.name}: {told}" if place and fact.kind != "jurisdiction" else told


def _told(as_of: AsOf, fact: FactRow | None) -> str:
    """A fact in one line, with its place: a region has many."""
    if fact is None:
        return ""
    place = places_of(as_of).get(fact.geoid)
    return f"{place.name}: {told_fact(fact)}" if place else told_fact(fact)


def _correctable(sources: Sequence[LostSource], actor: Actor) -> list[LostSource]:
    """The sources that only facts of the person's region cite: others belong to others too."""
    places = places_citing([one.source.key for one in sources])
    return [
        one
        for one in sources
        if all(may(actor, "facts.propose", place) for place in places.get(one.source.key, ()))
    ]


def _lacking(as_of: AsOf, stale: StaleFacts, actor: Actor, most: int) -> Iterator[LackingKind]:
    words = lack_words(as_of.program.slug)
    for name, lacks in stale.own.items():
        yield _own(lacks, words[name], most)
    yield _sourceless(as_of, stale, most)
    yield _lost_sources(stale, actor, most)


def _own(lacks: Sequence[Lack], words: LackWords, most: int) -> LackingKind:
    found = [
        Lacking(one.place.label, words.told(one), _mending(one, words.kind), words.act)
        for one in lacks[:most]
    ]
    return LackingKind(words.title, words.advice, found, len(lacks))


def _sourceless(as_of: AsOf, stale: StaleFacts, most: int) -> LackingKind:
    named = facts_named(as_of, stale.sourceless[:most])
    found = [
        Lacking(
            _told(as_of, named.get(name)) or kind_text(name.split(":")[0]),
            "",
            address("suggest-correct", {}, name=name),
            _("Name a source"),
        )
        for name in stale.sourceless[:most]
    ]
    return LackingKind(
        _("Facts without a source"),
        _("Nobody can check them. Find a source, or retract them."),
        found,
        len(stale.sourceless),
    )


def _lost_sources(stale: StaleFacts, actor: Actor, most: int) -> LackingKind:
    lost = _correctable(stale.lost_sources, actor)
    found = [
        Lacking(
            one.source.title,
            _cited(one.facts),
            address("suggest-correct", {}, name=f"source:{one.source.key}"),
            _("Give the address"),
        )
        for one in lost[:most]
    ]
    return LackingKind(
        _("Sources without an address"),
        _("Readers cannot look them up. An archived copy will do."),
        found,
        len(lost),
    )


def _cited(facts: int) -> str:
    said = ngettext("%(number)s fact rests on it", "%(number)s facts rest on it", facts)
    return said % {"number": number_text(facts)}


def _mending(lack: Lack, kind: str) -> str:
    path = address("suggest-fact", {}, geoid=lack.place.geoid, kind=kind)
    return f"{path}?{urlencode({'thread': lack.thread})}" if lack.thread else path
