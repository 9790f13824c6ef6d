"""Rows of the files of 287(g), or of a story written like them -> the facts that a place sees."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from jurisdictions.status.dates import PartialDate
from jurisdictions.status.geoids import is_state, state_of
from jurisdictions.status.programs.section_287g.facts import (
    Agency,
    AgencyAgreement,
    Application,
    Facts,
    PolicyEvent,
    StateLaw,
)
from jurisdictions.status.programs.section_287g.places import Places, Record
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

Row = Mapping[str, str]
Rows = Mapping[str, list[Row]]

SHIPPED = Path(__file__).parents[3] / "jurisdictions" / "data" / "287g"
KINDS = ("agencies", "agency_agreements", "applications", "state_laws", "policy_events")
KEYS = {
    "agencies": ("agency", "agency"),
    "agency_agreements": ("agency_agreement", "agreement"),
    "applications": ("application", "application"),
    "state_laws": ("state_law", "law"),
    "policy_events": ("policy_event", "event"),
}
"""How the public name of a fact begins, and the column of its key."""


@cache
def shipped(file: str) -> list[Row]:
    """The rows of a shipped file."""
    with (SHIPPED / f"{file}.csv").open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def fact_name(kind: str, row: Row) -> str:
    """The public name of the fact in a row: its kind and key."""
    begins, key = KEYS[kind]
    return f"{begins}:{row[key]}"


@cache
def shipped_record() -> Record:
    return record_of({kind: shipped(kind) for kind in KINDS})


@cache
def shipped_places() -> Places:
    return Places(shipped_record())


def facts_of(geoid: str, places: Places) -> Facts:
    return places.seen_by(geoid, "" if is_state(geoid) else state_of(geoid))


def record_of(rows: Rows) -> Record:
    """The facts in rows."""
    agencies = {row["agency"]: _agency(row) for row in rows.get("agencies", [])}
    return Record(
        agreements=tuple(
            _agreement(row, agencies[row["agency"]]) for row in rows.get("agency_agreements", [])
        ),
        applications=tuple(
            _application(row, agencies.get(row["agency"])) for row in rows.get("applications", [])
        ),
        laws=tuple(map(_law, rows.get("state_laws", []))),
        policy_events=tuple(map(_event, rows.get("policy_events", []))),
    )


def _day(row: Row, column: str) -> PartialDate | None:
    return PartialDate.parse(row[column]) if row.get(column) else None


def _agency(row: Row) -> Agency:
    return Agency(
        fact_name("agencies", row),
        row["agency"],
        row["geoid"],
        AgencyLevel(row["level"]),
        AgencyKind(row["kind"]),
        AgencyReach(row["reach"]),
        tuple(filter(None, row["geoids"].split("|"))),
    )


def _agreement(row: Row, agency: Agency) -> AgencyAgreement:
    columns = ("signed_on", "listed_from", "listed_until", "missing_from", "ended_on")
    return AgencyAgreement(
        fact_name("agency_agreements", row),
        agency,
        Model(row["model"]),
        *(_day(row, column) for column in columns),
        Ending(row["ending"]) if row.get("ending") else None,
        row.get("superseded_by", ""),
        Basis(row.get("basis") or "list"),
    )


def _application(row: Row, agency: Agency | None) -> Application:
    return Application(
        fact_name("applications", row),
        agency,
        row["geoid"],
        Model(row["model"]),
        _day(row, "pending_from"),
        _day(row, "pending_until"),
        ApplicationOutcome(row["outcome"]) if row.get("outcome") else None,
    )


def _law(row: Row) -> StateLaw:
    days = _day(row, "adopted_on"), _day(row, "in_force_on")
    return StateLaw(fact_name("state_laws", row), row["geoid"], LawKind(row["kind"]), *days)


def _event(row: Row) -> PolicyEvent:
    name, effect = fact_name("policy_events", row), Effect(row["effect"])
    return PolicyEvent(name, _day(row, "on"), effect, _day(row, "disclosed_on"))
