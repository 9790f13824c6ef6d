"""Facts of 287(g) in a line each, for tests."""

from __future__ import annotations

from datetime import date
from typing import Any

from jurisdictions.status.dates import PartialDate
from jurisdictions.status.programs.section_287g.facts import (
    Agency,
    AgencyAgreement,
    Application,
    Facts,
    PolicyEvent,
    StateLaw,
)
from jurisdictions.status.programs.section_287g.rule import Reading, tracks_of
from jurisdictions.status.programs.section_287g.vocabulary import (
    AgencyKind,
    AgencyLevel,
    AgencyReach,
    Effect,
    LawKind,
    Model,
)
from jurisdictions.status.timeline import Span, spans_of

STATE, COUNTY, NEIGHBOR = "12", "12086", "12011"


def on(text: str) -> PartialDate | None:
    """A date, None for an empty text."""
    return PartialDate.parse(text) if text else None


def day(text: str) -> date:
    return date.fromisoformat(text)


def agency(
    key: str = "fl-sheriff", reach: str = "whole-county", *geoids: str, state: str = STATE
) -> Agency:
    """An agency; without places it serves one county, or its state."""
    served = geoids or ((state,) if reach == "state" else (COUNTY,))
    return Agency(
        f"agency:{key}",
        key,
        state,
        AgencyLevel.STATE if reach == "state" else AgencyLevel.COUNTY,
        AgencyKind.SHERIFF,
        AgencyReach(reach),
        served,
    )


SHERIFF, POLICE = agency(), agency("fl-police", "part-of-county")
TROOPERS = agency("fl-troopers", "state")
DAYS = ("listed_from", "listed_until", "missing_from", "ended_on")


def signed(model: str, signed_on: str, of: Agency = SHERIFF, **told: Any) -> AgencyAgreement:
    """An agreement, its days given as text; its name is that of its agency, model and signing."""
    told |= {key: on(told[key]) for key in DAYS if key in told}
    name = f"agency_agreement:{of.agency}:{model}:{signed_on}"
    return AgencyAgreement(name, of, Model(model), on(signed_on), **told)


def applied(pending_from: str, pending_until: str = "", of: Agency | None = SHERIFF) -> Application:
    name = f"application:{of.agency if of else 'unknown'}:{pending_from}"
    days = on(pending_from), on(pending_until)
    return Application(name, of, STATE, Model.TASK_FORCE, *days)


def law(kind: str, adopted_on: str, in_force_on: str = "", geoid: str = STATE) -> StateLaw:
    name = f"state_law:{kind}:{adopted_on or in_force_on}"
    return StateLaw(name, geoid, LawKind(kind), on(adopted_on), on(in_force_on))


def act(effect: str, when: str, disclosed_on: str = "") -> PolicyEvent:
    return PolicyEvent(f"policy_event:{effect}", on(when), Effect(effect), on(disclosed_on))


STATUTE = act("authority-enacted", "1996-09-30")


def seen(*local: AgencyAgreement, **told: Any) -> Facts:
    """What a place sees; the statute stands unless other acts are told."""
    return Facts(local=local, **{"policy_events": (STATUTE,), **told})


def reading(told: Facts, when: str) -> Reading:
    return tracks_of(told).at(day(when))


def status(told: Facts, when: str) -> str:
    return reading(told, when).status.value


def spans(told: Facts) -> tuple[Span, ...]:
    return spans_of(tracks_of(told))
