"""Which statements tests send, and which are sent only by those that stay away from PostgreSQL.

With STATEMENTS=folder a run notes them there; `python -m tests.statements folder` then tells which
statements only tests that stay away from PostgreSQL send (docs/decisions/0062).
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

Sent = dict[str, set[str]]
"""Statements, and what was unusual about the values or about what came of them."""

LONG, BIG, USUAL_YEARS = 250, 2**31, range(1900, 2101)
LOCK = " FOR UPDATE"
SAMENESS = (
    (re.compile(r"'[^']*'"), "'x'"),
    (re.compile(r"%s(, %s)+"), "%s"),
    (re.compile(r"(\((%s|NULL|DEFAULT|, )+\))(, \((%s|NULL|DEFAULT|, )+\))*"), "(%s)"),
    (re.compile(r'"s\d+_x\d+"'), "a savepoint"),
    (re.compile(r"\b\d+\b"), "0"),
)
"""What statements may differ in that are the same to a database: values, and how many of them."""


@cache
def same(statement: str) -> str:
    """A statement without its values."""
    for what, instead in SAMENESS:
        statement = what.sub(instead, statement)
    return statement


def unusual(values: Any) -> Iterator[str]:
    """What about the values that are handed over one database may take otherwise than another."""
    for value in values.values() if isinstance(values, Mapping) else values or ():
        if isinstance(value, list | tuple):
            yield from unusual(value)
        elif isinstance(value, str):
            yield from (name for name, so in _of_text(value) if so)
        elif isinstance(value, int) and abs(value) >= BIG:
            yield "a number beyond four bytes"
        elif isinstance(value, date) and value.year not in USUAL_YEARS:
            yield "a day of another age"


def _of_text(value: str) -> tuple[tuple[str, bool], ...]:
    return (
        ("a NUL", "\0" in value),
        ("a long text", len(value) > LONG),
        ("letters beyond ASCII", not value.isascii()),
    )


class Notebook:
    """What was sent in this process: by tests that PostgreSQL is asked too, and by each other."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.asked: Sent = defaultdict(set)
        self.others: dict[str, Sent] = defaultdict(lambda: defaultdict(set))
        self.into: Sent | None = None
        self.locking: set[str] = set()

    def note(self, statement: str, values: Any, raised: str = "") -> None:
        """One more statement of the test that runs."""
        if self.into is not None:
            lock = LOCK if statement in self.locking else ""
            found = self.into[same(statement) + lock]
            found.update(unusual(values), {raised} if raised else ())

    def write(self) -> None:
        """Leave it where the processes of a run leave theirs."""
        others = {test: _as_lists(sent) for test, sent in self.others.items()}
        told = json.dumps({"asked": _as_lists(self.asked), "others": others})
        (self.folder / f"{os.getpid()}.json").write_text(told)


def _as_lists(sent: Sent) -> dict[str, list[str]]:
    return {statement: sorted(found) for statement, found in sent.items()}


notebook = Notebook(Path(os.environ["STATEMENTS"])) if os.environ.get("STATEMENTS") else None


@contextmanager
def unnoted() -> Iterator[None]:
    """What is done meanwhile is done for all tests, whichever came first."""
    if notebook is None:
        yield
        return
    into, notebook.into = notebook.into, None
    try:
        yield
    finally:
        notebook.into = into


class Noting:
    """The plugin: what a test sends is what is sent between its setup and its teardown."""

    def __init__(self, notebook: Notebook, asks: Callable[[pytest.Item], bool]) -> None:
        self.notebook, self.asks = notebook, asks
        self.ears = ExitStack()

    def pytest_sessionstart(self) -> None:
        """Begin to listen."""
        self.ears.enter_context(listening(self.notebook))

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Note what a test sends; of those that stay away, under the name of its function.

        A browser asks for pages that others ask for. What chance sends, it may not send again.
        """
        book, name = self.notebook, item.nodeid.partition("[")[0]
        if not (item.get_closest_marker("browser") or by_chance(item)):
            book.into = book.asked if self.asks(item) else book.others[name]
        try:
            return (yield)
        finally:
            book.into = None

    def pytest_unconfigure(self) -> None:
        """Write it down."""
        self.ears.close()
        self.notebook.write()


def by_chance(item: pytest.Item) -> bool:
    """Whether hypothesis makes up what a test is tried with."""
    return bool(getattr(getattr(item, "obj", None), "is_hypothesis_test", False))


@contextmanager
def listening(notebook: Notebook) -> Iterator[None]:
    """Hear of every statement on every connection, of every thread."""
    from django.db.backends.utils import CursorWrapper
    from django.db.models.sql.compiler import SQLCompiler

    with pytest.MonkeyPatch.context() as patched:
        for name, many in (("_execute", False), ("_executemany", True)):
            heard = _heard(notebook, getattr(CursorWrapper, name), many)
            patched.setattr(CursorWrapper, name, heard)
        patched.setattr(SQLCompiler, "as_sql", _compiled(notebook, SQLCompiler.as_sql))
        yield


def _heard(notebook: Notebook, send: Callable[..., Any], many: bool) -> Callable[..., Any]:
    def sending(cursor: Any, statement: Any, values: Any, *other: Any) -> Any:
        given = list(values) if many else values
        raised = ""
        try:
            return send(cursor, statement, given, *other)
        except Exception as error:
            raised = type(error).__name__
            raise
        finally:
            notebook.note(str(statement), given, raised)

    return sending


def _compiled(notebook: Notebook, as_sql: Callable[..., Any]) -> Callable[..., Any]:
    """SQLite, which has one lock for all, is not told of locks: they are noted beforehand."""

    def compiled(compiler: Any, *given: Any, **named: Any) -> Any:
        made = as_sql(compiler, *given, **named)
        if compiler.query.select_for_update and not made[0].endswith(LOCK):
            notebook.locking.add(made[0])
        return made

    return compiled


def alone(asked: Sent, others: Mapping[str, Sent]) -> dict[str, Sent]:
    """What tests that stay away from PostgreSQL send and none of those that ask it does."""
    found: dict[str, Sent] = defaultdict(dict)
    for test, sent in sorted(others.items()):
        for statement, unusual_there in sent.items():
            new = unusual_there - asked.get(statement, set())
            if new or statement not in asked:
                found[test][statement] = new
    return found


def noted(files: Iterable[Path]) -> tuple[Sent, dict[str, Sent]]:
    """What all processes of a run left."""
    asked: Sent = defaultdict(set)
    others: dict[str, Sent] = defaultdict(lambda: defaultdict(set))
    for file in files:
        told = json.loads(file.read_text())
        for into, sent in (
            (asked, told["asked"]),
            *((others[test], sent) for test, sent in told["others"].items()),
        ):
            for statement, found in sent.items():
                into[statement] |= set(found)
    return asked, others


def said(lacking: Mapping[str, Sent]) -> Iterator[str]:
    """Which tests have to be run on PostgreSQL too, and why."""
    for test, statements in lacking.items():
        yield f"{test} alone sends what PostgreSQL is never asked:"
        for statement, found in statements.items():
            yield f"    {statement}" + (f" -- {', '.join(sorted(found))}" if found else "")
    if lacking:
        yield f"{len(lacking)} tests have to be run on PostgreSQL too (docs/decisions/0062)."


def main(folder: Path) -> int:
    """Say what is lacking; 1 if anything is, or if nothing was noted."""
    asked, others = noted(sorted(folder.glob("*.json")))
    lacking = alone(asked, others)
    passed = f"PostgreSQL is asked {len(asked)} statements, and {len(others)} tests send no other"
    told = list(said(lacking)) or [passed if asked else "No test sent a statement."]
    sys.stdout.write("".join(f"{line}\n" for line in told))
    return 1 if lacking or not asked else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
