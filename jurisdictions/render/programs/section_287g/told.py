"""Agreements with the sentences that tell of them on a day, and the agencies that signed them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from jurisdictions.read.agencies.rows import AgencyRow, AgreementRow
from jurisdictions.read.rows import AsOf
from jurisdictions.render.programs.section_287g.agency_words import reach_line
from jurisdictions.render.programs.section_287g.agreement_words import (
    how_it_ended,
    signed_and_listed,
)
from jurisdictions.render.programs.section_287g.models import allows
from jurisdictions.render.words.stood import stood_sentence


@dataclass(frozen=True, slots=True)
class Told:
    """An agreement with the sentences that tell of it; `following` took its place.

    `federal` counts the days from and to what ICE offered, for the models that came and went.

    Its note may speak of its end, and is not told on a day before that.
    """

    row: AgreementRow
    dated: str
    allows: str
    ended: str
    note: str
    following: AgreementRow | None
    federal: str = ""


@dataclass(frozen=True, slots=True)
class Working:
    """An agency with its agreements, as a place's page tells of it."""

    agency: AgencyRow
    reach: str
    told: tuple[Told, ...]


def told_of(
    rows: Iterable[AgreementRow], of_state: Sequence[AgreementRow], as_of: AsOf
) -> list[Told]:
    """Each agreement in sentences, as they stand on the day: a later end is not told yet."""
    by_key = {one.name.partition(":")[2]: one for one in of_state}
    return [_told(row, by_key.get(row.own.superseded_by), as_of) for row in rows]


def _told(row: AgreementRow, following: AgreementRow | None, as_of: AsOf) -> Told:
    over = row.ended_by(as_of.on)
    goes_on = not over and row.term is not None and row.term.end is not None
    ended = how_it_ended(row, following) if over else ""
    note = "" if goes_on else row.note
    dated, does = signed_and_listed(row), allows(row.own.model)
    return Told(row, dated, does, ended, note, following if over else None, _offered(row, as_of))


def _offered(row: AgreementRow, as_of: AsOf) -> str:
    """What ICE offered when it was signed; an act after the day is not told yet."""
    stood = row.stood
    if stood and stood.ended and (stood.ended.effective_on or as_of.on) > as_of.on:
        stood = replace(stood, ended=None, until=None) if stood.begun else None
    return stood_sentence(replace(row, stood=stood))


def by_agency(told: Iterable[Told]) -> list[Working]:
    """Agreements grouped by who signed them: who serves the whole county first, then by name."""
    found: dict[str, list[Told]] = {}
    for one in told:
        found.setdefault(one.row.agency.key, []).append(one)
    working = [
        Working(own[0].row.agency, reach_line(own[0].row.agency), tuple(own))
        for own in found.values()
    ]
    return sorted(
        working, key=lambda one: (one.agency.own.reach != "whole-county", one.agency.title)
    )
