"""Rows of agencies and agreements to the dictionaries that the API answers with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from jurisdictions.read.agencies.record import AgencyRecord, agency_record
from jurisdictions.read.agencies.rows import AgencyRow, AgreementRow
from jurisdictions.read.rows import AsOf
from jurisdictions.status.programs.section_287g.absences import absences_text
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
        signed, own = record.by_agency.get(row.key, ()), row.own
        standing = {one.own.model for one in signed if one.in_force(day)}
        return {
            "agency": row.key,
            "name": row.title,
            "aliases": row.aliases,
            "state": row.state,
            "level": own.level,
            "kind": own.kind,
            "reach": own.reach,
            "geoids": row.places,
            "matched": row.matched,
            "sure": row.sure,
            "note": row.note,
            "in_force": [model for model in Model if model in standing],
            "agreements": len(signed),
        }

    return answer


def agreement_answer(row: AgreementRow) -> Answer:
    """A signed agreement; days as precise as the record, null for none."""
    own = row.own
    return {
        "agreement": row.key,
        "agency": row.agency.key,
        "name": row.agency.title,
        "state": row.agency.state,
        "model": own.model,
        "signed_on": own.signed_on,
        "listed_from": own.listed_from,
        "listed_until": own.listed_until,
        "missing_from": own.missing_from,
        "ended_on": own.ended_on,
        "ending": own.ending,
        "superseded_by": own.superseded_by or None,
        "moa_url": row.url or None,
        "absent": absences_text(own.absent),
    }
