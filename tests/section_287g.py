"""The facts of 287(g) that ship, published on top of the tests' record; rolled back afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from django.db import transaction

from jurisdictions.publish.editions import publish_edition
from jurisdictions.record.ingest.folder import load_folder
from jurisdictions.record.ingest.folder_files import shipped_folders

AT = datetime(2026, 11, 23, tzinfo=UTC)


@contextmanager
def published() -> Iterator[None]:
    """Both programs, as they ship."""
    folder = next(one for one in shipped_folders() if one.name == "287g")
    with transaction.atomic():
        load_folder(folder, today=AT.date(), by="the tests", at=AT)
        publish_edition(program="287g", by="the tests", reason="", at=AT)
        yield
        transaction.set_rollback(True)
