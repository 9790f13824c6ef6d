"""What could be known on a day: facts that became public later are left out before the rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from jurisdictions.status.disclosure import Publicity, known, public_from, publicity
from jurisdictions.status.programs.section_287g.absences import absences_known
from jurisdictions.status.programs.section_287g.facts import (
    AgencyAgreement,
    Application,
    Facts,
    StateLaw,
)
from jurisdictions.status.programs.section_287g.terms import after, end_of
from jurisdictions.status.programs.section_287g.vocabulary import Effect


def known_facts(facts: Facts, known_on: date) -> Facts:
    """The facts that were public on `known_on` (the law, "Known when")."""
    return Facts(
        local=_agreements(facts.local, known_on),
        state_agencies=_agreements(facts.state_agencies, known_on),
        applications=_applications(facts.applications, known_on),
        laws=tuple(law for law in facts.laws if _law_public(law) <= known_on),
        policy_events=known(facts.policy_events, known_on),
    )


def on_record_from(agreement: AgencyAgreement) -> date:
    """The day on which an agreement became public: on ICE's list where that came later."""
    own, listed = agreement.signed_on, agreement.listed_from
    return max((on.first_day for on in (own, listed) if on), default=date.min)


def _agreements(facts: Iterable[AgencyAgreement], known_on: date) -> tuple[AgencyAgreement, ...]:
    public = (one for one in facts if on_record_from(one) <= known_on)
    return tuple(_unended(_listed(one, known_on), known_on) for one in public)


def _listed(agreement: AgencyAgreement, known_on: date) -> AgencyAgreement:
    """With the lists up to `known_on` that lacked it; the same object where there are no others."""
    told = absences_known(agreement.absent, known_on)
    return agreement if told == agreement.absent else replace(agreement, absent=told)


def _unended(agreement: AgencyAgreement, known_on: date) -> AgencyAgreement:
    """An end that lies after `known_on` was not known then, though the agreement was."""
    end, _on = end_of(agreement)
    if end is None or end <= known_on:
        return agreement
    return replace(
        agreement,
        listed_until=None,
        missing_from=None,
        ended_on=None,
        ending=None,
        superseded_by="",
    )


def _applications(facts: Iterable[Application], known_on: date) -> tuple[Application, ...]:
    """That one was no longer on the list is known on the day after the last list with it."""
    public = (one for one in facts if public_from(one.pending_from, None) <= known_on)
    return tuple(
        replace(one, pending_until=None, outcome=None)
        if one.pending_until and after(one.pending_until) > known_on
        else one
        for one in public
    )


def _law_public(law: StateLaw) -> date:
    """A law is public from its adoption on, though it may be in force later."""
    return public_from(law.in_force_on, law.adopted_on)


def publicity_of(facts: Facts) -> Iterator[Publicity]:
    """When each fact that may count, or its end, became public; in no order."""
    for agreement in (*facts.local, *facts.state_agencies):
        yield from _of_agreement(agreement)
    for one in facts.applications:
        if one.pending_from:
            public = one.pending_from.first_day
            yield Publicity(public, public, one.name)
            if one.pending_until:
                end = after(one.pending_until)
                yield Publicity(max(public, end), end, one.name)
    for law in facts.laws:
        if law.in_force_on:
            yield Publicity(_law_public(law), law.in_force_on.first_day, law.name)
    yield from publicity([one for one in facts.policy_events if one.effect is not Effect.CONTEXT])


def _of_agreement(agreement: AgencyAgreement) -> Iterator[Publicity]:
    start = agreement.signed_on or agreement.listed_from
    if start is None:
        return
    public = on_record_from(agreement)
    yield Publicity(public, start.first_day, agreement.name)
    end, _on = end_of(agreement)
    if end is not None:
        yield Publicity(max(public, end), end, agreement.name)
