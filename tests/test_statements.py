"""A statement that only tests marked `made_of_rows` send is told: PostgreSQL is never asked it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.db import DatabaseError, connection

from jurisdictions.models import Change, Program
from tests.statements import Notebook, alone, listening, noted, said, same, unnoted, unusual

ELSEWHERE = "tests/web/test_pages.py::test_a_page"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("WHERE x IN (%s)", "WHERE x IN (%s, %s, %s)"),
        ("VALUES (%s, NULL)", "VALUES (%s, NULL), (%s, %s)"),
        ("LIMIT 21", "LIMIT 1"),
        ('SAVEPOINT "s140_x1"', 'SAVEPOINT "s99_x20"'),
    ],
)
def test_statements_are_the_same_whatever_their_values(one: str, other: str) -> None:
    assert same(one) == same(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SELECT a FROM t", "SELECT b FROM t"),
        ("SELECT a FROM t", "SELECT a FROM t ORDER BY a"),
        ("WHERE x IN (%s)", "WHERE x = %s"),
    ],
)
def test_statements_that_say_something_else_differ(one: str, other: str) -> None:
    assert same(one) != same(other)


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("Cook", []),
        (2009, []),
        (date(2011, 8, 5), []),
        (None, []),
        (["Cook", "a\0b"], ["a NUL"]),
        ("Doña Ana", ["letters beyond ASCII"]),
        ("x" * 251, ["a long text"]),
        (2**31, ["a number beyond four bytes"]),
        (date(1, 1, 1), ["a day of another age"]),
    ],
)
def test_values_that_databases_may_take_otherwise_are_told(value: object, told: list[str]) -> None:
    assert list(unusual([value])) == told
    assert list(unusual({"name": value})) == told


def test_what_only_others_send_is_told_with_what_was_unusual() -> None:
    asked = {"SELECT 0": {"a NUL"}, "SELECT a": set[str]()}
    others = {ELSEWHERE: {"SELECT 0": {"a NUL"}, "SELECT a": {"a long text"}, "SELECT b": set()}}
    found = alone(asked, others)
    assert found == {ELSEWHERE: {"SELECT a": {"a long text"}, "SELECT b": set()}}
    assert list(said(found)) == [
        f"{ELSEWHERE} alone sends what PostgreSQL is never asked:",
        "    SELECT a -- a long text",
        "    SELECT b",
        "1 tests have to be run on PostgreSQL too (docs/decisions/0062).",
    ]
    assert not list(said(alone(asked, {ELSEWHERE: {"SELECT 0": set()}})))


@pytest.mark.made_of_rows
@pytest.mark.django_db
def test_what_a_test_sends_is_noted_with_its_locks_and_what_was_refused(tmp_path: Path) -> None:
    book = Notebook(tmp_path)
    with unnoted(), listening(book):
        Program.objects.count()
        book.into = book.others[ELSEWHERE]
        list(Program.objects.select_for_update().filter(slug="a\0b"))
        with pytest.raises(DatabaseError), connection.cursor() as cursor:
            cursor.execute("SELECT nothing FROM nowhere")
        book.into = None
        Change.objects.count()
    book.write()
    asked, others = noted(tmp_path.glob("*.json"))
    assert not asked
    locked, refused = others[ELSEWHERE].items()
    assert locked[0].endswith(" FOR UPDATE")
    assert locked[1] == {"a NUL"}
    assert refused == ("SELECT nothing FROM nowhere", {"OperationalError"})
