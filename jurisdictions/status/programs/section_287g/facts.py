"""The facts that the rule reads, as frozen values; each carries its public name."""

from __future__ import annotations

from dataclasses import dataclass

from jurisdictions.status.dates import PartialDate
from jurisdictions.status.programs.section_287g.absences import Absences
from jurisdictions.status.programs.section_287g.vocabulary import (
    AgencyKind,
    AgencyLevel,
    AgencyReach,
    ApplicationOutcome,
    Basis,
    Effect,
    Ending,
    LawKind,
    Model,
)


@dataclass(frozen=True, slots=True)
class Agency:
    """A law enforcement body: `agency` its stable id, `state` the geoid of its state.

    `geoids` are the counties it serves, none where they are not known; an agency whose reach is
    the state serves that, whatever else is named.
    """

    name: str
    agency: str
    state: str
    level: AgencyLevel
    kind: AgencyKind
    reach: AgencyReach
    geoids: tuple[str, ...] = ()

    @property
    def local(self) -> bool:
        """Whether its agreements count for counties: its reach is a county or part of one."""
        return self.reach is not AgencyReach.STATE


@dataclass(frozen=True, slots=True)
class AgencyAgreement:
    """One signed instrument: an agency, a model, a signing.

    `listed_from` is the first of ICE's lists that had it, `listed_until` the last, once it is gone,
    and `missing_from` the next list without it; `absent` are lists between that lacked it, which
    change nothing. `superseded_by` says what followed it: the day of
    another signing, or another agency's name on the list.
    """

    name: str
    agency: Agency
    model: Model
    signed_on: PartialDate | None = None
    listed_from: PartialDate | None = None
    listed_until: PartialDate | None = None
    missing_from: PartialDate | None = None
    ended_on: PartialDate | None = None
    ending: Ending | None = None
    superseded_by: str = ""
    basis: Basis = Basis.LIST
    absent: Absences = ()


@dataclass(frozen=True, slots=True)
class Application:
    """An agency's row on ICE's pending list, from the first list with it through the last.

    `agency` is None for one that is not in the record: pending lists misspell what was never
    signed. It is then said of its state alone, `state` being the geoid of that.
    """

    name: str
    agency: Agency | None
    state: str
    model: Model
    pending_from: PartialDate | None = None
    pending_until: PartialDate | None = None
    outcome: ApplicationOutcome | None = None


@dataclass(frozen=True, slots=True)
class StateLaw:
    """A state's law, order or directive on agreements."""

    name: str
    geoid: str
    kind: LawKind
    adopted_on: PartialDate | None = None
    in_force_on: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class PolicyEvent:
    """A federal act and what it does to the rules."""

    name: str
    on: PartialDate | None
    effect: Effect
    disclosed_on: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """All that one place sees, each tuple in file order.

    `local` are the agreements of the local agencies that serve it, `state_agencies` those of its
    state's agencies; for a state `local` and `applications` are those of all local agencies in it.
    """

    local: tuple[AgencyAgreement, ...] = ()
    state_agencies: tuple[AgencyAgreement, ...] = ()
    applications: tuple[Application, ...] = ()
    laws: tuple[StateLaw, ...] = ()
    policy_events: tuple[PolicyEvent, ...] = ()
