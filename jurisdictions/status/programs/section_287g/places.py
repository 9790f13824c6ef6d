"""What each place sees of all facts: indexed once by place, in one pass over the facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from jurisdictions.status.geoids import state_of
from jurisdictions.status.programs.section_287g.facts import (
    Agency,
    AgencyAgreement,
    Application,
    Facts,
    PolicyEvent,
    StateLaw,
)

Fact = TypeVar("Fact")


@dataclass(frozen=True, slots=True)
class Record:
    """All facts of the program, each tuple in file order."""

    agreements: tuple[AgencyAgreement, ...] = ()
    applications: tuple[Application, ...] = ()
    laws: tuple[StateLaw, ...] = ()
    policy_events: tuple[PolicyEvent, ...] = ()


class Places:
    """The facts by the place that sees them; `seen_by` costs no search."""

    __slots__ = ("_applications", "_events", "_laws", "_local", "_of_state")

    def __init__(self, record: Record) -> None:
        agreements, applications = record.agreements, record.applications
        self._local = _by_place((one, _sees(one.agency)) for one in agreements)
        self._of_state = _by_place(
            (one, (one.agency.state,)) for one in agreements if not one.agency.local
        )
        self._applications = _by_place((one, _applied(one)) for one in applications)
        self._laws = _by_place((one, (one.geoid,)) for one in record.laws)
        self._events = record.policy_events

    def seen_by(self, geoid: str, parent: str = "") -> Facts:
        """All that a place sees; `parent` is the geoid of its state, "" for a state itself."""
        state = parent or geoid
        return Facts(
            local=self._local.get(geoid, ()),
            state_agencies=self._of_state.get(state, ()),
            applications=self._applications.get(geoid, ()),
            laws=self._laws.get(state, ()),
            policy_events=self._events,
        )


def _by_place(facts: Iterable[tuple[Fact, Iterable[str]]]) -> dict[str, tuple[Fact, ...]]:
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact, places in facts:
        for place in places:
            found[place].append(fact)
    return {place: tuple(of_it) for place, of_it in found.items()}


def _sees(agency: Agency) -> Iterator[str]:
    """The counties that a local agency serves and their state; none for a state's agency."""
    if agency.local:
        yield from dict.fromkeys((*agency.geoids, agency.state, *map(state_of, agency.geoids)))


def _applied(application: Application) -> Iterator[str]:
    """An agency that is not in the record is said of its state alone."""
    if application.agency is None:
        yield application.state
    else:
        yield from _sees(application.agency)
