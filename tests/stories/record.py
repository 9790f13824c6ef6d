"""Rows of CSV files, or of a story written like them -> the facts that a place sees."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from jurisdictions.status.dates import PartialDate
from jurisdictions.status.facts import ALWAYS, Life
from jurisdictions.status.programs.secure_communities.activations import while_it_lasts
from jurisdictions.status.programs.secure_communities.facts import (
    Activation,
    AgreementStep,
    Facts,
    LocalMeasure,
    OptOutStep,
    OwnFacts,
    PolicyEvent,
)
from jurisdictions.status.programs.secure_communities.vocabulary import (
    AgreementStepKind,
    Effect,
    MeasureKind,
    MeasureOutcome,
    OptOutStepKind,
)

Row = Mapping[str, str]
Rows = Mapping[str, list[Row]]
Fact = TypeVar("Fact")

SHIPPED = Path(__file__).parents[2] / "jurisdictions" / "data" / "secure-communities"
KINDS = ("activations", "agreements", "opt_outs", "local_measures", "policy_events")


@cache
def shipped(file: str) -> list[Row]:
    """The rows of a shipped file; `opt_outs` reads opt_outs.csv."""
    with (SHIPPED / f"{file}.csv").open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def shipped_record() -> Rows:
    return {kind: shipped(kind) for kind in KINDS}


@cache
def record_of_state(state: str) -> Rows:
    """The shipped rows that the places of a state see."""
    return {
        kind: [row for row in shipped(kind) if row.get("geoid", state)[:2] == state]
        for kind in KINDS
    }


def fact_name(kind: str, row: Row) -> str:
    """The public name of the fact in a row: its kind and key."""
    match kind:
        case "activations":
            return f"activation:{row['geoid']}"
        case "agreements":
            return f"agreement:{row['agreement']}:{row.get('step_id') or row['seq']}"
        case "opt_outs":
            return f"opt_out:{row['request']}:{row.get('step_id') or row['seq']}"
        case "local_measures":
            return f"local_measure:{row['measure']}"
    return f"policy_event:{row['event']}"


def facts_of(geoid: str, rows: Rows) -> Facts:
    """What a place sees of a record: its own facts, its state's and the nation's."""
    is_state = len(geoid) == 2
    return Facts(
        own=_own(geoid, rows),
        state=OwnFacts() if is_state else _own(geoid[:2], rows),
        policy_events=_read("policy_events", rows, _policy_event, lambda _: True),
        members=_members(geoid, rows) if is_state else (),
        life=_life(geoid),
    )


def _members(state: str, rows: Rows) -> tuple[Activation, ...]:
    found = _read("activations", rows, _activation, lambda place: place[:2] == state)
    return tuple(cut for one in found for cut in while_it_lasts([one], _life(one.geoid)))


def _life(geoid: str) -> Life:
    """When the place was, by the shipped list of places: stories do not repeat it."""
    return _lives().get(geoid, ALWAYS)


@cache
def _lives() -> Mapping[str, Life]:
    return {
        row["geoid"]: Life(_day(row, "valid_from"), _day(row, "valid_to"))
        for row in shipped("jurisdictions")
    }


def _own(geoid: str, rows: Rows) -> OwnFacts:
    def here(place: str) -> bool:
        return place == geoid

    return OwnFacts(
        _read("activations", rows, _activation, here),
        _read("agreements", rows, agreement_step, here),
        _read("opt_outs", rows, opt_out_step, here),
        _read("local_measures", rows, _local_measure, here),
    )


def _read(
    kind: str,
    rows: Rows,
    read: Callable[[str, Row, int], Fact],
    sees: Callable[[str], bool],
) -> tuple[Fact, ...]:
    found: Iterable[tuple[int, Row]] = enumerate(rows.get(kind, []))
    return tuple(
        read(fact_name(kind, row), row, place) for place, row in found if sees(row.get("geoid", ""))
    )


def _day(row: Row, column: str = "on") -> PartialDate | None:
    return PartialDate.parse(row[column]) if row.get(column) else None


def _activation(name: str, row: Row, _: int) -> Activation:
    days = [_day(row, column) for column in ("activated_on", "deactivated_on", "disclosed_on")]
    return Activation(name, row["geoid"], *days)


def agreement_step(name: str, row: Row, place: int) -> AgreementStep:
    key: Any = (name, row["geoid"], row["agreement"], int(row["seq"]))
    return AgreementStep(
        *key, _day(row), AgreementStepKind(row["step"]), _day(row, "disclosed_on"), place
    )


def opt_out_step(name: str, row: Row, place: int) -> OptOutStep:
    key: Any = (name, row["geoid"], row["request"], int(row["seq"]))
    return OptOutStep(
        *key, _day(row), OptOutStepKind(row["step"]), _day(row, "disclosed_on"), place
    )


def _local_measure(name: str, row: Row, place: int) -> LocalMeasure:
    kind, outcome = MeasureKind(row["kind"]), MeasureOutcome(row["outcome"])
    known = _day(row, "disclosed_on")
    return LocalMeasure(name, row["geoid"], _day(row), kind, outcome, known, place)


def _policy_event(name: str, row: Row, _: int) -> PolicyEvent:
    return PolicyEvent(name, _day(row), Effect(row["effect"]), _day(row, "disclosed_on"))
