"""Every bench can be run: it is named in the table, imports what it measures, and has budgets."""

from __future__ import annotations

import inspect
from importlib import import_module
from pathlib import Path

import pytest
from django.conf import settings

from bench import all as table
from bench.table import OK, OVER, Budget, held

HERE = Path(settings.BASE_DIR) / "bench"
OF_ALL = {"__init__", "all", "browser", "table"}
"""What the benches share."""
NAMES = sorted(file.stem for file in HERE.glob("*.py") if file.stem not in OF_ALL)


def test_each_bench_stands_once_in_the_table() -> None:
    assert sorted([*table.EMPTY, *table.PUBLISHED, *table.ADDRESSED]) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_bench_knows_its_budgets_and_takes_what_the_table_offers(name: str) -> None:
    bench = import_module(f"bench.{name}")
    assert bench.BUDGETS
    for budget in bench.BUDGETS.values():
        assert isinstance(budget, Budget)
        assert budget.bound > 0
    assert set(inspect.signature(bench.measure).parameters) <= {"address", "full"}
    assert ("address" in inspect.signature(bench.measure).parameters) == (name in table.ADDRESSED)


@pytest.mark.parametrize("name", NAMES)
def test_docs_say_where_each_bench_is(name: str) -> None:
    told = (Path(settings.BASE_DIR) / "docs" / "benches.md").read_text()
    assert f"| `{name}` |" in told


@pytest.mark.parametrize(
    ("budget", "value", "mark"),
    [
        (Budget(20, "ms"), 20.0, OK),
        (Budget(20, "ms"), 20.1, OVER),
        (Budget(300, "requests/s", least=True), 300.0, OK),
        (Budget(300, "requests/s", least=True), 299.9, OVER),
    ],
)
def test_a_row_says_whether_its_budget_is_kept(budget: Budget, value: float, mark: str) -> None:
    assert held("what", "figure", value, budget).mark == mark


def test_a_bench_that_fails_is_a_row_that_says_so(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(table, "run_one", lambda name, *_: [table.Row(name, "", mark="FAILED")])
    monkeypatch.setattr(table, "started", lambda *_: {})
    assert [row.mark for row in table.run_all(Path(), ["record"], [])] == ["FAILED"]
    assert "FAILED" in capfd.readouterr().out
