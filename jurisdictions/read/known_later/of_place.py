"""What became known later of a place on a day, and by which facts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jurisdictions.models import Program
from jurisdictions.publish.derive import load_facts
from jurisdictions.publish.known_later import Learned, learned_at
from jurisdictions.publish.programs import Loaded
from jurisdictions.read.kept_once import kept_once
from jurisdictions.read.records import facts_around, facts_named, policy_events, public_on
from jurisdictions.read.rows import AsOf, FactRow
from jurisdictions.status.dates import PartialDate
from jurisdictions.status.geoids import state_of


@dataclass(frozen=True, slots=True)
class LearnedRow:
    """On `on` facts became public by which the day asked for reads `after`, not `before`.

    `known_on` is the same day as precisely as it is known.
    """

    on: date
    known_on: PartialDate
    before: StrEnum
    after: StrEnum
    facts: tuple[FactRow, ...]


def learned_of(as_of: AsOf, geoid: str) -> tuple[LearnedRow, ...]:
    """What became known later of a place on the day, first to last; () where nothing did.

    No query where no fact that it sees was late; else six for the first place of a state.
    """
    if not _any_late(as_of, geoid):
        return ()
    return learned_of_each(as_of, [geoid]).get(geoid, ())


def learned_of_each(as_of: AsOf, geoids: Collection[str]) -> Mapping[str, tuple[LearnedRow, ...]]:
    """The same of many places; those of which nothing became known later are absent."""
    states = frozenset(state_of(geoid) for geoid in geoids)
    loaded = _loaded(as_of.program.slug, as_of.edition.last_change, as_of.edition.stamp, states)
    found = {
        geoid: learned_at(as_of.program.slug, loaded, geoid, as_of.on, as_of.known_on)
        for geoid in geoids
        if geoid in loaded.parents
    }
    names = {name for turns in found.values() for one in turns for name in one.facts}
    facts = facts_named(as_of, names) if names else {}
    return {geoid: tuple(_rows(turns, facts)) for geoid, turns in found.items() if turns}


def _rows(turns: Sequence[Learned], facts: Mapping[str, FactRow]) -> Iterable[LearnedRow]:
    for one in turns:
        told = tuple(facts[name] for name in one.facts if name in facts)
        yield LearnedRow(one.on, _as_known(one.on, told), one.before, one.after, told)


def _as_known(on: date, facts: Iterable[FactRow]) -> PartialDate:
    """The day of disclosure: a record may tell no more than its month."""
    disclosed = (fact.disclosed_on for fact in facts)
    told = (day for day in disclosed if day and day.first_day == on)
    return min(told, key=lambda day: day.days, default=PartialDate.of(on))


def _any_late(as_of: AsOf, geoid: str) -> bool:
    """Whether any fact that the place may see counted by the day and was not public yet."""
    seen = (*facts_around(as_of, geoid).values(), *policy_events(as_of))
    return any(fact.on and fact.on.first_day <= as_of.on < public_on(fact) for fact in seen)


@kept_once(maxsize=4)
def _loaded(program: str, last_change: int, stamp: str, states: frozenset[str]) -> Loaded:
    """The facts of some states; kept, for a page of a day leads to that of another."""
    del stamp
    return load_facts(Program.objects.get(slug=program), last_change, states)
