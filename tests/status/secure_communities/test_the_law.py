"""docs/status-rules.md is the law: its tables are read here, and the code is held to every row."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import product
from pathlib import Path

import pytest

from jurisdictions.read.asking import ask
from jurisdictions.read.programs.secure_communities.summary import summary_on
from jurisdictions.read.statuses import status_of
from jurisdictions.render.words.labels import LABELS
from jurisdictions.status.programs.secure_communities import agreements, objections
from jurisdictions.status.programs.secure_communities.federal import Regime, after
from jurisdictions.status.programs.secure_communities.measures import local_limits
from jurisdictions.status.programs.secure_communities.objections import Wish
from jurisdictions.status.programs.secure_communities.rule import first_line
from jurisdictions.status.programs.secure_communities.vocabulary import (
    AgreementStanding,
    AgreementStepKind,
    Effect,
    LocalLimits,
    MeasureKind,
    Objection,
    OptOutStepKind,
    Position,
    Status,
)
from tests.status.secure_communities.records import measure

LAW = Path(__file__).parents[3] / "docs" / "status-rules.md"
Row = dict[str, str]


def tables() -> dict[str, list[Row]]:
    """Every table of the law by the words that head it."""
    found: dict[str, list[Row]] = {}
    for block in re.findall(r"(?:^\|.*\n)+", LAW.read_text(encoding="utf-8"), re.MULTILINE):
        heads, _line, *rows = ([cell.strip() for cell in line.strip("|\n").split("|")]
                               for line in block.splitlines())  # fmt: skip
        found[", ".join(filter(None, heads))] = [dict(zip(heads, row, strict=True)) for row in rows]
    return found


TABLES = tables()
EFFECTS = "effect, position after, program in force"
AGREEMENTS = "step, agreement after"
ENDINGS = "agreement before, agreement after `agreements-ended`"
RECORD = "agreement on the day, a step of its own decided before, record of the agreement"
OBJECTIONS = "step, objection after"
LIMITS = "measure, adopted, local limits after"
LINES = "when, status, public label"


def words(cell: str) -> list[str]:
    """The words of a vocabulary that a cell names."""
    return re.findall(r"`([^`]+)`", cell)


def said(table: str, column: str) -> list[tuple[str, Row]]:
    """Each word of a column with the row that holds it."""
    return [(word, row) for row in TABLES[table] for word in words(row[column])]


@pytest.mark.parametrize(
    ("table", "column", "vocabulary"),
    [
        (EFFECTS, "effect", Effect),
        (AGREEMENTS, "step", AgreementStepKind),
        (ENDINGS, "agreement before", AgreementStanding),
        (OBJECTIONS, "step", OptOutStepKind),
        (LIMITS, "measure, adopted", MeasureKind),
    ],
)
def test_each_table_names_every_word_once(
    table: str, column: str, vocabulary: type[StrEnum]
) -> None:
    assert sorted(word for word, _row in said(table, column)) == sorted(vocabulary)


@pytest.mark.parametrize(("effect", "row"), said(EFFECTS, "effect"))
def test_an_effect_does_to_the_position_and_the_program_what_is_written(
    effect: str, row: Row
) -> None:
    force = {"yes": True, "no": False}
    for position, in_force in product(Position, (None, True, False)):
        position_after = words(row["position after"]) or [position]
        assert after(Regime(position, in_force), Effect(effect)) == Regime(
            Position(position_after[0]), force.get(row["program in force"], in_force)
        )


@pytest.mark.parametrize(("step", "row"), said(AGREEMENTS, "step"))
def test_a_step_does_to_the_agreement_what_is_written(step: str, row: Row) -> None:
    decided = agreements.after_step(AgreementStepKind(step))
    assert [decided] == (words(row["agreement after"]) or [None])


@pytest.mark.parametrize(("standing", "row"), said(ENDINGS, "agreement before"))
def test_the_end_of_agreements_does_to_each_what_is_written(standing: str, row: Row) -> None:
    decided = agreements.after_effect(AgreementStanding(standing), Effect.AGREEMENTS_ENDED)
    assert [decided] == (words(row["agreement after `agreements-ended`"]) or [None])
    others = (one for one in Effect if one is not Effect.AGREEMENTS_ENDED)
    assert not any(agreements.after_effect(AgreementStanding(standing), one) for one in others)


@pytest.mark.parametrize(("standing", "row"), said(RECORD, "agreement on the day"))
def test_what_was_never_documented_stays_so_as_is_written(standing: str, row: Row) -> None:
    reasons = ["policy_event:agreements-end"]
    reasons += ["agreement:il:1"] if row["a step of its own decided before"] == "yes" else []
    found = agreements.agreement_record(AgreementStanding(standing), reasons)
    assert [found] == words(row["record of the agreement"])


def test_the_record_of_the_agreement_is_written_for_every_standing() -> None:
    told = {word for word, _row in said(RECORD, "agreement on the day")}
    assert told == {standing.value for standing in AgreementStanding}


@pytest.mark.parametrize(("step", "row"), said(OBJECTIONS, "step"))
def test_a_step_does_to_the_objection_what_is_written(step: str, row: Row) -> None:
    decided = objections.after_step(OptOutStepKind(step))
    assert [decided] == (words(row["objection after"]) or [None])


@pytest.mark.parametrize(("kind", "row"), said(LIMITS, "measure, adopted"))
def test_a_measure_does_to_the_limits_what_is_written(kind: str, row: Row) -> None:
    limits = local_limits((measure(kind, "2012-03-05"),)).at(date(2012, 3, 5)).value
    assert [limits] == (words(row["local limits after"]) or [LocalLimits.NONE_RECORDED])


@dataclass(frozen=True)
class Standing:
    """All that the twelve lines look at."""

    exists: bool
    in_force: bool | None
    since: date | None
    wish: Wish
    agreement: AgreementStanding


PHRASES: dict[str, Callable[[Standing, list[str]], bool]] = {
    "the place does not exist": lambda one, _: not one.exists,
    "the program has not begun": lambda one, _: one.in_force is None,
    "the program has ended": lambda one, _: one.in_force is False,
    "not activated": lambda one, _: one.since is None,
    "activated": lambda one, _: one.since is not None,
    "objection": lambda one, named: one.wish.objection in named,
    "agreement": lambda one, named: one.agreement in named,
    "activated before the objection was honored": lambda one, _: bool(
        one.since and one.wish.honoured and one.since < one.wish.honoured
    ),
    "activated after a standing objection arose": lambda one, _: bool(
        one.wish.objection != "none" and one.since and one.wish.arose and one.since > one.wish.arose
    ),
}


def fits(when: str, standing: Standing) -> bool:
    """Whether a line's words are true: a comma is "and", a semicolon "or"."""
    return any(
        all(
            PHRASES[re.sub(r"( or)? `[^`]+`", "", phrase).strip()](standing, words(phrase))
            for phrase in either.split(",")
        )
        for either in when.split(";")
    )


def standings() -> Iterable[Standing]:
    """Everything that can be true together, the order of days in all its ways."""
    days = [None, date(2010, 1, 1), date(2010, 1, 2), date(2010, 1, 3)]
    middle = days[2]
    wishes = [
        Wish(objection, arose, honoured)
        for objection, arose in product(Objection, (None, middle))
        for honoured in ((None,) if objection != Objection.HONOURED else (days[1], middle, days[3]))
    ]
    for exists, in_force, since, wish, agreement in product(
        (True, False), (None, True, False), days, wishes, AgreementStanding
    ):
        yield Standing(exists, in_force, since, wish, agreement)


def test_the_first_line_that_fits_is_the_status_whatever_stands() -> None:
    met = set()
    for one in standings():
        line = next(row for row in TABLES[LINES] if fits(row["when"], one))
        met.add(line[""])
        found = first_line(one.exists, one.in_force, one.since, one.wish, one.agreement)
        assert [found] == words(line["status"]), one
    assert met == {str(number) for number in range(1, 13)}


def test_the_lines_name_every_status_with_its_public_label() -> None:
    labels = {words(row["status"])[0]: row["public label"] for row in TABLES[LINES]}
    assert labels == {status.value: LABELS[Status][status] for status in Status}


CASES = TABLES["jurisdiction, geoid, day, status"]
TOTALS = TABLES["nation, on, jurisdictions active, states and territories with one"]


@pytest.mark.usefixtures("shipped")
@pytest.mark.parametrize("row", CASES, ids=lambda row: f"{row['geoid']} {row['day']}")
def test_a_case_of_the_law_is_what_the_shipped_facts_give(row: Row) -> None:
    found = status_of(ask(today=date(2026, 11, 22), date=row["day"]), row["geoid"])
    assert found is not None
    assert [found.status] == words(row["status"])
    assert row["jurisdiction"].partition(",")[0] in found.name


@pytest.mark.usefixtures("shipped")
@pytest.mark.parametrize("row", TOTALS, ids=lambda row: row["nation, on"])
def test_a_total_of_the_law_is_what_the_shipped_facts_give(row: Row) -> None:
    asked = ask(today=date(2026, 11, 22), date=row["nation, on"])
    found = summary_on(asked)
    told = found.active, found.states_with_active
    expected = row["jurisdictions active"], row["states and territories with one"]
    assert told == tuple(int(text.replace(",", "")) for text in expected)
