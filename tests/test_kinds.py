"""A kind of fact is declared once, and every room that says something of each kind has it."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator
from importlib import import_module
from pathlib import Path

import pytest

from jurisdictions.models.standing import MODELS, fields_of
from jurisdictions.record.kinds import KINDS
from jurisdictions.status.kinds import KINDS_OF_FACT, NATIONAL, SHARED, TOLD, FactKind
from jurisdictions.status.programs import packages

ALL = tuple(KINDS_OF_FACT)
TABLES: dict[str, Collection[str]] = {
    "models.fact.KIND_TEXTS": ALL,
    "models.standing.MODELS": ALL,
    "record.kinds.KINDS": ALL,
    "read.records.SHAPES": TOLD,
    "render.words.fact_titles.SHARED_KINDS": SHARED,
    "render.words.labels.KINDS": TOLD,
    # A figure's metrics are an open list; activations and sources have no word.
    "render.words.labels.WORDS": [
        kind for kind, one in KINDS_OF_FACT.items() if one.word not in {"", "metric"}
    ],
    "render.files.uploads.examples.EXAMPLES": ALL,
    "web.desk.forms.shapes.SHAPES": ALL,
    "web.desk.uploads.kinds.ORDER": ALL,
}
"""What rooms say of each kind, and the kinds that each has to say it of."""
BY_FILE = {
    "render.files.package.explained.FILES": [one.file[:-4] for one in KINDS_OF_FACT.values()]
}
"""The same by the name of the kind's file, beside files that hold no facts."""
OF_SOME = {"record/uploads/files.py"}
"""Says something of a few kinds only: sheets that are called otherwise than their kind."""
UNMISTAKABLE = {"opt_out", "local_measure", "policy_event", "reported_figure"}
"""Kinds whose names mean nothing else."""


def told(table: str) -> list[str]:
    """The kinds that a room's table has."""
    module, _dot, name = table.rpartition(".")
    return list(getattr(import_module(f"jurisdictions.{module}"), name))


def lacking(table: str, kinds: Collection[str]) -> set[str]:
    """The kinds of which a table says nothing."""
    return set(kinds) - set(told(table))


@pytest.mark.parametrize("table", TABLES)
def test_every_room_says_its_part_of_every_kind_and_of_no_other(table: str) -> None:
    assert sorted(told(table)) == sorted(TABLES[table])


@pytest.mark.parametrize("table", BY_FILE)
def test_every_file_of_facts_is_explained(table: str) -> None:
    assert lacking(table, BY_FILE[table]) == set()


@pytest.mark.parametrize("table", [*TABLES, *BY_FILE])
def test_a_kind_that_a_room_does_not_know_is_told(table: str) -> None:
    assert lacking(table, [*told(table), "hearing"]) == {"hearing"}


def test_every_kind_is_declared() -> None:
    assert list(KINDS_OF_FACT) == [kind.value for kind in FactKind]


@pytest.mark.parametrize("kind", ALL)
def test_what_is_declared_of_a_kind_names_columns_of_its_file(kind: str) -> None:
    about = KINDS_OF_FACT[kind]
    named = {*about.keyed_by, *about.small, *about.days, about.word, about.thread}
    assert named - {""} <= {column.name for column in KINDS[kind].columns}


@pytest.mark.parametrize("kind", ALL)
def test_what_is_declared_of_a_kind_is_so_in_its_table_and_its_columns(kind: str) -> None:
    about, fields = KINDS_OF_FACT[kind], fields_of(kind)
    assert ("geoid" in fields) is about.placed
    assert ({"thread", "seq", "step_id"} <= set(fields)) is bool(about.thread)
    assert KINDS[kind].cited is about.cited
    assert ("agency" in fields) is (about.of_agency or kind == FactKind.AGENCY)
    assert KINDS[kind].model is MODELS[kind]
    assert not {about.word, *about.keyed_by, *about.days} & set(about.small)


def test_what_is_recorded_of_no_place_at_the_desk_and_every_other_kind_of_some() -> None:
    nowhere = [kind for kind, one in KINDS_OF_FACT.items() if not one.levels]
    # An explanation is written where its flag stands.
    assert nowhere == ["jurisdiction", "source", "explanation"]
    assert {"jurisdiction", "source", "agency"} == set(SHARED)
    assert NATIONAL == ("list", "policy_event")


def models_loaded() -> set[str]:
    """The tables that the room which derives statuses asks for their rows, wherever in it."""
    root = Path(__file__).parent.parent / "jurisdictions" / "publish"
    trees = (ast.parse(path.read_text()) for path in sorted(root.rglob("*.py")))
    return {node.id for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Name)}


@pytest.mark.parametrize("kind", [kind for kind, one in KINDS_OF_FACT.items() if one.decides])
def test_every_kind_that_decides_a_status_is_loaded_for_the_rule(kind: str) -> None:
    assert MODELS[kind].__name__ in models_loaded()


@pytest.mark.parametrize("kind", [kind for kind, one in KINDS_OF_FACT.items() if not one.decides])
def test_what_decides_nothing_is_not_loaded_for_the_rule(kind: str) -> None:
    assert MODELS[kind].__name__ not in models_loaded()


def test_no_room_spells_out_a_list_of_kinds_of_its_own() -> None:
    """A program may, in its own folder: of its own kinds."""
    root = Path(__file__).parent.parent / "jurisdictions"
    allowed = {f"{table.rpartition('.')[0].replace('.', '/')}.py" for table in TABLES} | OF_SOME
    spelled = {
        str(path.relative_to(root))
        for path in sorted(root.rglob("*.py"))
        if not {"migrations", *packages().values()} & set(path.parts)
        for names in _literals(ast.parse(path.read_text()))
        if len(names & UNMISTAKABLE) > 1
    }
    assert spelled - allowed == set()


def _literals(tree: ast.AST) -> Iterator[set[str]]:
    """The texts in each tuple, list, set, choice of cases, and in the keys of each dictionary."""
    for node in ast.walk(tree):
        found: list[ast.expr | None] = []
        match node:
            case ast.Dict(keys=keys):
                found = list(keys)
            case ast.List(elts=parts) | ast.Tuple(elts=parts) | ast.Set(elts=parts):
                found = list(parts)
            case ast.MatchOr(patterns=patterns):
                found = [one.value for one in patterns if isinstance(one, ast.MatchValue)]
        yield {
            one.value
            for one in found
            if isinstance(one, ast.Constant) and isinstance(one.value, str)
        }
