"""Agreements in force by time: who signed first, each model's first day, which ended last."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from jurisdictions.read.agencies.rows import AgreementRow
from jurisdictions.status.dates import PartialDate
from jurisdictions.status.programs.section_287g.agreements import strength
from jurisdictions.status.programs.section_287g.vocabulary import Model, Strongest

LATEST = date.max


@dataclass(frozen=True, slots=True)
class OfModel:
    """A model, and since when the earliest of its agreements has been in force."""

    model: Model
    since: PartialDate


def in_order_of_time(rows: Iterable[AgreementRow]) -> list[AgreementRow]:
    """One agreement of each agency, its earliest; who was first comes first."""
    found: dict[str, AgreementRow] = {}
    for row in sorted(rows, key=lambda row: (_start(row), row.agency.title)):
        found.setdefault(row.agency.key, row)
    return list(found.values())


def first_of_models(rows: Iterable[AgreementRow]) -> list[OfModel]:
    """Each model among them with its first day, the strongest first."""
    order = list(Strongest)
    found: dict[Strongest, OfModel] = {}
    for row in sorted(rows, key=_start):
        if row.term:
            found.setdefault(strength(row.own.model), OfModel(row.own.model, row.term.start_on))
    return [found[model] for model in sorted(found, key=order.index)]


def ended_last(rows: Iterable[AgreementRow], day: date) -> AgreementRow | None:
    """The agreement that ended last, up to a day; None where none did."""
    over = [row for row in rows if row.ended_by(day)]
    return max(over, key=lambda row: (row.ended or LATEST, row.agency.title), default=None)


def _start(row: AgreementRow) -> date:
    return row.term.start if row.term else LATEST
