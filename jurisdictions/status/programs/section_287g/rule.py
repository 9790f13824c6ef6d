"""The only rule of 287(g): the facts that a place sees, and a day, give a status and reasons.

Its law is docs/section-287g-rules.md.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any, NamedTuple

from jurisdictions.status.dates import PartialDate
from jurisdictions.status.program import Dimension, Standing
from jurisdictions.status.programs.section_287g.agreements import (
    Local,
    endings,
    local,
    reaches,
    running,
    standings,
    strongest,
)
from jurisdictions.status.programs.section_287g.applications import applications
from jurisdictions.status.programs.section_287g.disclosure import known_facts, publicity_of
from jurisdictions.status.programs.section_287g.facts import Facts
from jurisdictions.status.programs.section_287g.federal import positions
from jurisdictions.status.programs.section_287g.laws import laws_in_force
from jurisdictions.status.programs.section_287g.vocabulary import (
    ApplicationStanding,
    LawStanding,
    Position,
    Reach,
    Status,
    Strongest,
)
from jurisdictions.status.reasons import in_order
from jurisdictions.status.tracks import Mark, Track

__all__ = ["DAYS", "DIMENSIONS", "STATUSES", "VERSION", "known_facts", "publicity_of", "tracks_of"]

VERSION = "1"
"""Raised whenever the same facts would give another answer; an edition knows it."""

STATUSES = Status

DIMENSIONS = (
    Dimension("position", Position),
    Dimension("local_agreement", Strongest),
    Dimension("reach", Reach),
    Dimension("state_agency", Strongest),
    Dimension("application", ApplicationStanding),
    Dimension("state_law", LawStanding),
)

DAYS = ("agreement_since",)
"""The day since which local agreements have been in force without a break."""


class Dimensions(NamedTuple):
    """How each dimension stands, in the order of DIMENSIONS."""

    position: Position
    local_agreement: Strongest
    reach: Reach
    state_agency: Strongest
    application: ApplicationStanding
    state_law: LawStanding


class Reading(NamedTuple):
    """All tracks on one day: the mark of each that holds."""

    position: Mark[Position]
    local_agreement: Mark[Local]
    reach: Mark[Reach]
    state_agency: Mark[Strongest]
    application: Mark[ApplicationStanding]
    state_law: Mark[LawStanding]
    running: Mark[bool]
    ended: Mark[bool]

    @property
    def status(self) -> Status:
        """The first line that fits."""
        return first_line(self.dimensions, self.ended.value)

    @property
    def dimensions(self) -> Dimensions:
        """How each dimension stands."""
        return Dimensions(
            self.position.value,
            self.local_agreement.value.strongest,
            self.reach.value,
            self.state_agency.value,
            self.application.value,
            self.state_law.value,
        )

    @property
    def standing(self) -> Standing:
        """The status and the dimensions."""
        return Standing(self.status, self.dimensions)

    @property
    def reasons(self) -> tuple[str, ...]:
        """Public names of the facts that decided, in the order in which they took effect.

        Of the local agreements those of the strongest model, and one that makes the reach where
        none of these does; an agreement that has ended only where that is the status.
        """
        marks: list[Mark[Any]] = [self.position, self.local_agreement, self.state_agency]
        marks += [self.application, self.state_law]
        if self.status is Status.ENDED:
            marks.append(self.ended)
        reasons = [reason for mark in marks for reason in mark.reasons]
        if self.reach.value is not self.local_agreement.value.reach:
            reasons += self.reach.reasons
        return in_order(reasons)

    def known(
        self, day: date, before: Reading, last: tuple[PartialDate | None, ...]
    ) -> tuple[PartialDate | None, ...]:
        """What is known of DAYS in the span that begins on `day`."""
        del day, before, last  # The run of agreements carries its own beginning.
        return (self.running.on if self.running.value else None,)


@dataclass(frozen=True, slots=True)
class Tracks:
    """Each dimension of a place through time, folded once.

    A state's places share its `position`, `state_agency` and `state_law`: they see the same facts.
    """

    position: Track[Position]
    local_agreement: Track[Local]
    reach: Track[Reach]
    state_agency: Track[Strongest]
    application: Track[ApplicationStanding]
    state_law: Track[LawStanding]
    running: Track[bool]
    ended: Track[bool]

    @property
    def lends(self) -> bool:
        """Whether another place in the same state may be folded with these as `shared`."""
        return True

    @property
    def days(self) -> Iterable[date]:
        """Every day on which something may turn."""
        return chain.from_iterable(track.days for track in self._all())

    def at(self, day: date) -> Reading:
        """All tracks on the day."""
        return Reading(*(track.at(day) for track in self._all()))

    def _all(self) -> tuple[Track[Any], ...]:
        return (
            *(self.position, self.local_agreement, self.reach, self.state_agency),
            *(self.application, self.state_law, self.running, self.ended),
        )


def tracks_of(facts: Facts, shared: Tracks | None = None) -> Tracks:
    """Fold each dimension; `shared` are the tracks of a place in the same state, to be reused."""
    found = standings(facts.local)
    return Tracks(
        position=shared.position if shared else positions(facts.policy_events),
        local_agreement=local(found),
        reach=reaches(found),
        state_agency=(
            shared.state_agency if shared else strongest(standings(facts.state_agencies))
        ),
        application=applications(facts.applications),
        state_law=shared.state_law if shared else laws_in_force(facts.laws),
        running=running(found),
        ended=endings(found),
    )


LOCAL = {
    Strongest.TASK_FORCE: Status.TASK_FORCE,
    Strongest.JAIL_ENFORCEMENT: Status.JAIL_ENFORCEMENT,
    Strongest.NOT_RECORDED: Status.MODEL_NOT_RECORDED,
    Strongest.WARRANT_SERVICE: Status.WARRANT_SERVICE,
}
"""Lines 2 to 5: the strongest model of a local agreement."""


def first_line(stands: Dimensions, ended: bool) -> Status:  # noqa: PLR0911
    """The ten lines of the law, read from the top: the first that fits."""
    if stands.position is Position.NOT_AUTHORIZED:
        return Status.NOT_AUTHORIZED
    if stands.local_agreement is not Strongest.NONE:
        return LOCAL[stands.local_agreement]
    if stands.state_agency is Strongest.TASK_FORCE:
        return Status.STATE_TASK_FORCE
    if stands.application is ApplicationStanding.PENDING:
        return Status.APPLICATION_PENDING
    if stands.state_law is LawStanding.FORBIDS:
        return Status.FORBIDDEN_BY_STATE
    if ended:
        return Status.ENDED
    return Status.NONE_RECORDED
