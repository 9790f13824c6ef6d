"""Rows of agencies and agreements to the dictionaries that the API answers with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from jurisdictions.read.agency_lists.record import AgencyRecord, agency_record
from jurisdictions.read.agency_lists.rows import AgencyRow, AgreementRow
from jurisdictions.read.rows import AsOf
from jurisdictions.status.programs.section_287g.vocabulary import Model

Answer = dict[str, Any]


def reach_answer(as_of: AsOf, day: date | None = None) -> Answer:
    """The day of the last list read, and whether the record is whole on a day."""
    until = agency_record(as_of).until
    on = as_of.on if day is None else day
    return {"record_until": until, "complete": until is not None and on <= until}


def agency_answers(record: AgencyRecord, day: date) -> Callable[[AgencyRow], Answer]:
    """What makes an agency's row, with the models that it has in force on the day."""

    def answer(row: AgencyRow) -> Answer:
        signed = record.by_agency.get(row.agency, ())
        standing = {one.model for one in signed if one.in_force(day)}
        return {
            "agency": row.agency,
            "name": row.name,
            "aliases": row.aliases,
            "state": row.state,
            "level": row.level,
            "kind": row.kind,
            "reach": row.reach,
            "geoids": row.geoids,
            "matched": row.matched,
            "sure": row.sure,
            "note": row.note,
            "in_force": [model for model in Model if model in standing],
            "agreements": len(signed),
        }

    return answer


def agreement_answer(row: AgreementRow) -> Answer:
    """A signed agreement; days as precise as the record, null for none."""
    fact = row.fact
    return {
        "agreement": row.agreement,
        "agency": row.agency.agency,
        "name": row.agency.name,
        "state": row.agency.state,
        "model": fact.model,
        "signed_on": fact.signed_on,
        "listed_from": fact.listed_from,
        "listed_until": fact.listed_until,
        "missing_from": fact.missing_from,
        "ended_on": fact.ended_on,
        "ending": fact.ending,
        "superseded_by": fact.superseded_by or None,
        "moa_url": row.moa_url or None,
    }
