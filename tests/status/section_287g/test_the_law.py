"""docs/section-287g-rules.md is the law: its tables are read here, and the code is held to them."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from enum import StrEnum
from functools import cache
from itertools import product
from pathlib import Path

import pytest

from jurisdictions.status.programs.section_287g.agreements import reach_of, strength
from jurisdictions.status.programs.section_287g.counts import counted
from jurisdictions.status.programs.section_287g.federal import position_after
from jurisdictions.status.programs.section_287g.laws import standing_after
from jurisdictions.status.programs.section_287g.rule import (
    DIMENSIONS,
    Dimensions,
    Tracks,
    first_line,
    tracks_of,
)
from jurisdictions.status.programs.section_287g.vocabulary import (
    AgencyReach,
    Effect,
    LawKind,
    Model,
    Reach,
    Status,
    Strongest,
)
from tests.stories.record import shipped as shared
from tests.stories.section_287g.record import facts_of, shipped_places, shipped_record

LAW = Path(__file__).parents[3] / "docs" / "section-287g-rules.md"
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
MODELS = "model, counts as"
EFFECTS = "effect, position after"
REACHES = "reach of the agency, reach"
LAWS = "kind, state law after"
LINES = "when, status, public label"


def words(cell: str) -> list[str]:
    """The words of a vocabulary that a cell names."""
    return re.findall(r"`([^`]+)`", cell)


def said(table: str) -> list[tuple[str, str]]:
    """Each word of a table's first column with the cell beside it."""
    rows = [list(row.values()) for row in TABLES[table]]
    return [(word, row[1]) for row in rows for word in words(row[0])]


@pytest.mark.parametrize(
    ("table", "vocabulary"),
    [(MODELS, Model), (EFFECTS, Effect), (REACHES, AgencyReach), (LAWS, LawKind)],
)
def test_each_table_names_every_word_once(table: str, vocabulary: type[StrEnum]) -> None:
    assert sorted(word for word, _after in said(table)) == sorted(vocabulary)


@pytest.mark.parametrize(("model", "counts"), said(MODELS))
def test_a_model_counts_as_what_is_written(model: str, counts: str) -> None:
    assert [strength(Model(model))] == words(counts)


@pytest.mark.parametrize(("reach", "after"), said(REACHES))
def test_an_agency_reaches_as_far_as_is_written(reach: str, after: str) -> None:
    assert [reach_of(AgencyReach(reach))] == words(after)


@pytest.mark.parametrize(("effect", "after"), said(EFFECTS))
def test_an_effect_does_to_the_position_what_is_written(effect: str, after: str) -> None:
    assert [position_after(Effect(effect))] == (words(after) or [None])


@pytest.mark.parametrize(("kind", "after"), said(LAWS))
def test_a_law_does_what_is_written(kind: str, after: str) -> None:
    assert [standing_after(LawKind(kind))] == (words(after) or [None])


@pytest.mark.parametrize(
    ("vocabulary", "head"),
    [(Strongest, "place, from the top:"), (Reach, "")],
)
def test_what_counts_most_stands_first(vocabulary: type[StrEnum], head: str) -> None:
    section = LAW.read_text(encoding="utf-8").split(head or "### Reach")[1]
    assert list(dict.fromkeys(words(section)))[: len(vocabulary)] == [*vocabulary]


NAMES = {"position": 0, "local agreement": 1, "state agency": 3, "application": 4, "state law": 5}


def fits(when: str, stands: Dimensions, ended: bool) -> bool:
    """Whether a line's words are true."""
    if when == "none of these":
        return True
    if when == "a local agreement has ended":
        return ended
    name = when.partition("`")[0].strip()
    return [stands[NAMES[name]]] == words(when)


def test_the_first_line_that_fits_is_the_status_whatever_stands() -> None:
    met = set()
    for one in product(*(dimension.values for dimension in DIMENSIONS)):
        for ended in (False, True):
            stands = Dimensions(*one)
            line = next(row for row in TABLES[LINES] if fits(row["when"], stands, ended))
            met.add(line[""])
            assert [first_line(stands, ended)] == words(line["status"]), (stands, ended)
    assert met == {str(number) for number in range(1, 11)}


def test_the_lines_name_every_status_in_the_order_of_the_vocabulary() -> None:
    assert [words(row["status"])[0] for row in TABLES[LINES]] == [*Status]
    assert all(row["public label"] for row in TABLES[LINES])


CHECKS = TABLES["day, agreements in force, agencies, published"]
TOTALS = TABLES["county equivalents on, status, how many"]


def number(cell: str) -> int:
    return int(cell.replace(",", ""))


@pytest.mark.parametrize("row", CHECKS, ids=lambda row: row["day"])
def test_as_many_are_in_force_on_a_day_as_is_written(row: Row) -> None:
    found = counted(shipped_record().agreements, date.fromisoformat(row["day"]))
    assert found == (number(row["agreements in force"]), number(row["agencies"]))


@cache
def statuses_on(day: str) -> Counter[str]:
    """How many county equivalents read what, each folded once, with what its state's share."""
    lent: dict[str, Tracks] = {}
    found: Counter[str] = Counter()
    for row in shared("jurisdictions"):
        if len(row["geoid"]) == len("12086"):
            state = row["geoid"][:2]
            tracks = tracks_of(facts_of(row["geoid"], shipped_places()), lent.get(state))
            lent.setdefault(state, tracks)
            found[tracks.at(date.fromisoformat(day)).status.value] += 1
    return found


@pytest.mark.parametrize("row", TOTALS, ids=lambda row: row["status"])
def test_as_many_counties_read_a_status_as_is_written(row: Row) -> None:
    found = statuses_on(row["county equivalents on"])
    assert found[words(row["status"])[0]] == number(row["how many"])
    assert sum(found.values()) == sum(number(one["how many"]) for one in TOTALS) == 3234
