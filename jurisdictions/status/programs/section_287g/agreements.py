"""Agreements in force -> the strongest model, how far it reaches, since when, and what ended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, product
from typing import NamedTuple, assert_never

from jurisdictions.status.programs.section_287g.facts import AgencyAgreement
from jurisdictions.status.programs.section_287g.highest import Period, highest
from jurisdictions.status.programs.section_287g.terms import term_of
from jurisdictions.status.programs.section_287g.vocabulary import (
    AgencyReach,
    Model,
    Reach,
    Strongest,
)
from jurisdictions.status.tracks import Mark, Reason, Track


class Standing(NamedTuple):
    """An agreement with the facts of its beginning and of its end, if it has ended."""

    agreement: AgencyAgreement
    begins: Reason
    ends: Reason | None


def standings(agreements: Iterable[AgencyAgreement]) -> tuple[Standing, ...]:
    """The agreements that are ever in force, in file order, with their terms."""
    return tuple(_standings(agreements))


def _standings(agreements: Iterable[AgencyAgreement]) -> Iterator[Standing]:
    for order, one in enumerate(agreements):
        if (term := term_of(one)) is None:
            continue
        begins, ends = Reason(term.start, False, order, one.name, term.start_on), None
        if term.end is not None and term.end_on is not None:
            ends = Reason(term.end, False, order, one.name, term.end_on)
        yield Standing(one, begins, ends)


def strongest(found: Iterable[Standing]) -> Track[Strongest]:
    """The strongest model in force (the law, "State agency")."""
    periods = (Period(strength(one.agreement.model), one.begins, one.ends) for one in found)
    return highest(periods, tuple(Strongest))


class Local(NamedTuple):
    """The strongest model of local agreements, and how far the agencies reach that have it."""

    strongest: Strongest = Strongest.NONE
    reach: Reach = Reach.NONE


LOCALS = tuple(Local(*both) for both in product(Strongest, Reach))


def local(found: Iterable[Standing]) -> Track[Local]:
    """The strongest model in force, and its reach (the law, "Local agreement").

    One that reaches farther is a turn, and so a reason, though the model stays the same.
    """
    return highest(
        (
            Period(
                Local(strength(one.agreement.model), reach_of(one.agreement.agency.reach)),
                one.begins,
                one.ends,
            )
            for one in found
        ),
        LOCALS,
        lambda one: one.strongest,
    )


def reaches(found: Iterable[Standing]) -> Track[Reach]:
    """Whether an agency with an agreement in force serves the whole county, or part of it."""
    return highest(
        (Period(reach_of(one.agreement.agency.reach), one.begins, one.ends) for one in found),
        tuple(Reach),
    )


def running(found: Iterable[Standing]) -> Track[bool]:
    """Whether any agreement is in force: it turns only where a run begins or ends."""
    track = highest((Period(True, one.begins, one.ends) for one in found), (True, False))
    runs: list[Mark[bool]] = []
    for mark in track.marks:
        if not runs or runs[-1].value is not mark.value:
            runs.append(mark)
    return Track(False, runs)


def endings(found: Iterable[Standing]) -> Track[bool]:
    """Whether an agreement has ended, from the first end on; the reasons are the last to end."""
    ends = sorted(one.ends for one in found if one.ends)
    days = groupby(ends, key=lambda end: end.day)
    return Track(False, [Mark(day, True, tuple(reasons)) for day, reasons in days])


def strength(model: Model) -> Strongest:
    """How a model counts among others."""
    match model:
        case Model.TASK_FORCE | Model.JAIL_AND_TASK_FORCE:
            return Strongest.TASK_FORCE
        case Model.JAIL_ENFORCEMENT:
            return Strongest.JAIL_ENFORCEMENT
        case Model.NOT_RECORDED:
            return Strongest.NOT_RECORDED
        case Model.WARRANT_SERVICE:
            return Strongest.WARRANT_SERVICE
        case _:
            assert_never(model)


def reach_of(reach: AgencyReach) -> Reach:
    """What an agency of this reach makes of a county's reach; a state agency nothing."""
    match reach:
        case AgencyReach.WHOLE_COUNTY:
            return Reach.WHOLE_COUNTY
        case AgencyReach.PART_OF_COUNTY:
            return Reach.PART_OF_COUNTY
        case AgencyReach.STATE:
            return Reach.NONE
        case _:
            assert_never(reach)
