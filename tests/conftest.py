"""What every test may use: the shipped facts, published once; hypothesis profiles; clean caches."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import _lru_cache_wrapper
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import caches
from django.db import connection
from django.test import TestCase
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from pytest_django.plugin import DjangoDbBlocker

from jurisdictions.management.catalogues import compile_catalogues
from jurisdictions.read import kept_rows, kept_spans
from jurisdictions.read.kept_once import KeptOnce
from jurisdictions.render.reports.typst import press
from tests.databases import (
    BOTH_PROGRAMS,
    FEW_AGENCIES,
    MIGRATED,
    ONE_PROGRAM,
    OwnDatabase,
    drop_originals,
    on_its_own,
    original,
    working_on,
)
from tests.statements import Noting, notebook

ASKING = {"db", "transactional_db", "own_database"}
"""Fixtures through which a test reaches a database."""

TESTS = Path(__file__).parent
MADE_OF_ROWS = {"api", "browser", "render", "web"}
"""Rooms whose tests are about what is made of rows: of PostgreSQL they ask what is marked so."""

hypothesis_settings.register_profile(
    "ci", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
hypothesis_settings.register_profile("dev", deadline=None)
hypothesis_settings.load_profile("ci" if os.environ.get("CI") else "dev")


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """On PostgreSQL, a module of the rooms made of rows that has nothing to ask is not imported."""
    if not on_postgresql() or room_of(collection_path) not in MADE_OF_ROWS:
        return None
    if not collection_path.name.startswith("test_"):
        return None
    return "mark.postgresql" not in collection_path.read_text(encoding="utf-8") or None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL only what asks it anything is run: the rest was proven on the default already.

    A browser sees the same bytes whatever the database, and a tracker that a test starts for
    itself runs on a file of its own. Pages, answers and files are made of rows, and so are tests
    marked `made_of_rows`: what they ask, others ask of PostgreSQL (docs/decisions/0062).
    """
    if not on_postgresql():
        return
    asking = [item for item in items if asks_postgresql(item)]
    config.hook.pytest_deselected(items=[item for item in items if item not in set(asking)])
    items[:] = asking


def pytest_collection_finish() -> None:
    """What was imported and collected stays to the end: nobody need look for garbage in it."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def on_postgresql() -> bool:
    """Whether this run is about the second database."""
    return str(settings.DATABASES["default"]["ENGINE"]).endswith("postgresql")


def room_of(file: Path) -> str:
    """The folder of the tests that a file lies in; "" for one beside them."""
    first, *others = file.relative_to(TESTS).parts or ("",)
    return first if others else ""


def asks_postgresql(item: pytest.Item) -> bool:
    """Whether a test is run on PostgreSQL: it asks a database, and what no other asks there."""
    given = set(getattr(item, "fixturenames", ()))
    if not (item.get_closest_marker("django_db") or given & ASKING):
        return False
    if item.get_closest_marker("postgresql"):
        return True
    return room_of(item.path) not in MADE_OF_ROWS and not item.get_closest_marker("made_of_rows")


def pytest_configure(config: pytest.Config) -> None:
    """Spanish pages need compiled catalogues; what is sent is noted where a run asks for it."""
    if notebook is not None:
        config.pluginmanager.register(Noting(notebook, asks_postgresql))
    compile_catalogues(Path(settings.CATALOGUE_SOURCES), Path(settings.LOCALE_PATHS[0]))
    # On a machine that runs tests beside each other a document takes what it takes.
    press.PATIENCE_SECONDS = float(press.SECONDS)


def pytest_unconfigure(config: pytest.Config) -> None:
    """The process that all others of the run belong to leaves nothing on the server."""
    if not hasattr(config, "workerinput"):
        drop_originals()


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """The test database holds the shipped facts and their first edition.

    Tests run in transactions on top of it. A transactional test would empty it for those after
    it: what needs real commits starts its own database instead (see tests/jobs).
    """
    with django_db_blocker.unblock():
        on_a_copy = working_on(ONE_PROGRAM)
        on_a_copy.__enter__()
    yield
    with django_db_blocker.unblock():
        on_a_copy.__exit__(None, None, None)


@pytest.fixture(scope="session")
def own_database(django_test_environment: None, django_db_blocker: DjangoDbBlocker) -> OwnDatabase:
    """`with own_database(folder) as address`: it has tables, and writes last."""

    @contextmanager
    def own(folder: Path, *, holding: str = MIGRATED, **more: bool) -> Iterator[str]:
        with django_db_blocker.unblock():
            original(holding)
        with on_its_own(folder, holding=holding, **more) as address:
            yield address

    return own


@pytest.fixture(scope="module")
def both_programs(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """287(g) as it ships, published beside the first program, for all tests of a module."""
    with django_db_blocker.unblock(), working_on(BOTH_PROGRAMS):
        yield


@pytest.fixture(scope="module")
def few_agencies(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A few agencies of Illinois (`agencies_on_file`), published beside the first program.

    What was read of their edition stays in memory from test to test: it is one for all modules.
    """
    with django_db_blocker.unblock(), working_on(FEW_AGENCIES):
        yield


def forget_what_was_read() -> None:
    """Empty what the process keeps of editions."""
    for name in sorted(sys.modules):
        if name.startswith("jurisdictions."):
            for one in vars(sys.modules[name]).values():
                if isinstance(one, (_lru_cache_wrapper, KeptOnce)):
                    one.cache_clear()
    kept_spans.forget()
    kept_rows.forget()


@pytest.fixture
def nothing_kept() -> Iterator[None]:
    """Forget what the process has read: a test that counts queries hangs on no other's reading.

    Afterwards, too: of what a test took out of an edition by force, no other is to read.
    """
    forget_what_was_read()
    yield
    forget_what_was_read()


may_be_checked = TestCase._should_check_constraints  # type: ignore[attr-defined]
checked: dict[int, tuple[object, int]] = {}
"""How much had been written on each connection when its foreign keys were last looked at."""


def wrote_and_may_be_checked(test: TestCase, connection: Any) -> bool:
    """Whether anything was written since the last test: else no key can have come to lead nowhere.

    To know, SQLite goes through the whole database; most tests only read.
    """
    if connection.vendor == "sqlite" and connection.connection is not None:
        now = (connection.connection, connection.connection.total_changes)
        before, checked[id(connection)] = checked.get(id(connection)), now
        if now == before:
            return False
    return bool(may_be_checked(test, connection))


TestCase._should_check_constraints = wrote_and_may_be_checked  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def migrated(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """No facts for all tests of a module: to delete them takes longer than most of these tests."""
    with django_db_blocker.unblock(), working_on(MIGRATED):
        yield


@pytest.fixture
def shipped(db: None) -> None:
    """The shipped facts, published as edition 1; what the test changes is rolled back."""


@pytest.fixture
def empty_record(db: None) -> None:
    """No facts, no editions: the tables as after the first migration; rolled back afterwards."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table.startswith("jurisdictions_"):
                cursor.execute(f'DELETE FROM "{table}"')  # noqa: S608 - our own table names


@pytest.fixture(autouse=True)
def clean_cache() -> Iterator[None]:
    """What one test cached must not answer another."""
    yield
    for each in caches.all(initialized_only=True):
        each.clear()
