"""What a place sees of agencies: who works there, who did, who waits, what the state's law says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from jurisdictions.read.agencies.around import agencies_around, serves
from jurisdictions.read.agencies.rows import AgencyRow, AgreementRow, ApplicationRow, LawRow
from jurisdictions.read.kept_once import kept_once
from jurisdictions.read.rows import AsOf, PlaceRow
from jurisdictions.status.programs.section_287g.agreements import strength
from jurisdictions.status.programs.section_287g.laws import standing_after
from jurisdictions.status.programs.section_287g.vocabulary import Strongest

PLACES_KEPT = 64


@dataclass(frozen=True, slots=True)
class AtAPlace:
    """`local` are the agreements of local agencies that serve it, `state` those of its state's.

    For a state `local` are those of all local agencies in it.
    """

    local: tuple[AgreementRow, ...]
    state: tuple[AgreementRow, ...]
    applications: tuple[ApplicationRow, ...]
    laws: tuple[LawRow, ...]

    @property
    def agreements(self) -> tuple[AgreementRow, ...]:
        """All of them."""
        return (*self.local, *self.state)

    def law_on(self, day: date) -> LawRow | None:
        """The law that decides on a day: the latest in force that says something of agreements."""
        found = (
            law
            for law in self.laws
            if standing_after(law.own.kind) and law.on and law.on.first_day <= day
        )
        return max(found, key=lambda law: law.on.first_day if law.on else date.min, default=None)


@dataclass(frozen=True, slots=True)
class CountyRow:
    """A county with local agencies whose agreements are in force: how many, the strongest model."""

    geoid: str
    agencies: int
    strongest: Strongest


def at_a_place(as_of: AsOf, place: PlaceRow) -> AtAPlace:
    """All that a place sees, as known when asked; kept, whatever the day."""
    return _at_a_place(replace(as_of, on=date.min, far_on=None), place)


@kept_once(maxsize=PLACES_KEPT)
def _at_a_place(as_of: AsOf, place: PlaceRow) -> AtAPlace:
    around = agencies_around(as_of, place.geoid)
    return AtAPlace(
        tuple(one for one in around.agreements if serves(one.agency, place.geoid)),
        tuple(
            one
            for one in around.agreements
            if not one.agency.own.local and one.agency.own.state == place.state_geoid
        ),
        tuple(one for one in around.applications if _waits(one, place)),
        around.laws,
    )


def counties_on(seen: AtAPlace, day: date) -> list[CountyRow]:
    """The counties of a state that have a local agency with an agreement in force, by geoid."""
    order = list(Strongest)
    agencies: dict[str, set[str]] = {}
    strongest: dict[str, Strongest] = {}
    for one in seen.local:
        if not one.in_force(day):
            continue
        model = strength(one.own.model)
        for geoid in one.agency.places:
            agencies.setdefault(geoid, set()).add(one.agency.key)
            strongest[geoid] = min(model, strongest.get(geoid, model), key=order.index)
    return [CountyRow(geoid, len(agencies[geoid]), strongest[geoid]) for geoid in sorted(agencies)]


def agencies_in_force(rows: Iterable[AgreementRow], day: date) -> dict[str, AgencyRow]:
    """The agencies that have an agreement in force on a day, by id."""
    return {row.agency.key: row.agency for row in rows if row.in_force(day)}


def _waits(one: ApplicationRow, place: PlaceRow) -> bool:
    if one.agency is None:
        return one.own.state == place.geoid
    if not one.agency.own.local:
        return one.own.state == place.state_geoid
    return serves(one.agency, place.geoid)
