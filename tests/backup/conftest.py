"""A tracker with a database and a DATA_DIR of its own, and an empty place to restore into."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from pytest_django.plugin import DjangoDbBlocker

from tests.databases import FEW_AGENCIES, OwnDatabase, connected_to

Place = Callable[[str], AbstractContextManager[Path]]


@pytest.fixture
def place(
    tmp_path: Path, settings: Any, own_database: OwnDatabase, django_db_blocker: DjangoDbBlocker
) -> Place:
    """`with place("there") as folder`: an empty place, which this process works on meanwhile."""

    @contextmanager
    def at(name: str, **how: Any) -> Iterator[Path]:
        folder = tmp_path / name
        folder.mkdir()
        before, settings.DATA_DIR = settings.DATA_DIR, folder
        with own_database(folder, **(how or {"empty": True})) as address:
            own = str(folder / "tracker.sqlite3")
            database = own if connection.vendor == "sqlite" else address.rpartition("/")[2]
            with django_db_blocker.unblock(), connected_to(database):
                yield folder
        settings.DATA_DIR = before

    return at


@pytest.fixture
def tracker(place: Any) -> Iterator[Path]:
    """The DATA_DIR of a tracker that has facts, two editions and a file of evidence."""
    with place("here", holding=FEW_AGENCIES) as folder:
        evidence = folder / "evidence" / "ab" / ("ab" * 32)
        evidence.parent.mkdir(parents=True)
        evidence.write_bytes(b"%PDF-1.7 what a sheriff signed")
        (folder / "uploads").mkdir()
        (folder / "uploads" / "a sheet.csv").write_text("geoid\n17031\n")
        yield folder
