"""What every test may use: the shipped facts, published once; hypothesis profiles; clean caches."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from datetime import UTC, datetime
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
from jurisdictions.publish.editions import publish_edition
from jurisdictions.record.ingest.folder import load_folder

LOADED_AT = datetime(2026, 11, 22, 0, 0, tzinfo=UTC)
"""When the tests' record begins: before every day on which a test writes, whatever today is."""

SHIPPED = Path(settings.BASE_DIR) / "jurisdictions" / "data" / "secure-communities"

SNAPSHOT = Path(settings.DATA_DIR) / "shipped.sqlite3"
"""A copy of the tests' database before any test: what a tracker of its own may begin with."""

ASKING = {"db", "transactional_db", "office"}
"""Fixtures through which a test reaches a database."""

hypothesis_settings.register_profile(
    "ci", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
hypothesis_settings.register_profile("dev", deadline=None)
hypothesis_settings.load_profile("ci" if os.environ.get("CI") else "dev")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL only what asks it anything is run: the rest was proven on the default already.

    A browser sees the same bytes whatever the database, and a tracker that a test starts for
    itself runs on a file of its own. The same holds for tests marked `made_of_rows`: the rows are
    asked of PostgreSQL by those of `read`, `api` and `doors`, which opens every page.
    """
    if not settings.DATABASES["default"]["ENGINE"].endswith("postgresql"):
        return
    asking = [item for item in items if asks_the_database(item)]
    config.hook.pytest_deselected(items=[item for item in items if item not in set(asking)])
    items[:] = asking


def pytest_collection_finish() -> None:
    """What was imported and collected stays to the end: nobody need look for garbage in it."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def asks_the_database(item: pytest.Item) -> bool:
    """Whether a test reads or writes the database under test, or a second one beside it."""
    if item.get_closest_marker("browser") or item.get_closest_marker("made_of_rows"):
        return False
    if hasattr(getattr(item, "module", None), "own_database"):
        return True
    given = set(getattr(item, "fixturenames", ()))
    return bool(item.get_closest_marker("django_db") or given & ASKING)


def pytest_configure() -> None:
    """Spanish pages need compiled catalogues."""
    compile_catalogues(Path(settings.CATALOGUE_SOURCES), Path(settings.LOCALE_PATHS[0]))


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The test database holds the shipped facts and their first edition.

    Tests run in transactions on top of it. A transactional test would empty it for those after
    it: what needs real commits starts its own database instead (see tests/jobs).
    """
    with django_db_blocker.unblock():
        load_folder(SHIPPED, today=LOADED_AT.date(), by="the tests", at=LOADED_AT)
        publish_edition(program=SHIPPED.name, by="the tests", reason="", at=LOADED_AT)
        if connection.vendor == "sqlite":
            SNAPSHOT.unlink(missing_ok=True)
            with connection.cursor() as cursor:
                cursor.execute("VACUUM INTO %s", [str(SNAPSHOT)])
    yield
    with django_db_blocker.unblock():
        close_other_sessions()


def close_other_sessions() -> None:
    """PostgreSQL drops no database that the test server's threads are still connected to."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )


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
