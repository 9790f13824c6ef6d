"""Uploads a file and checks it, as the pages and the worker do."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from jurisdictions.models import Person, Upload
from jurisdictions.record.uploads.jobs import check_upload
from jurisdictions.record.uploads.stages import begin_upload
from tests.people import acting, make_person

NOW = datetime(2026, 7, 3, 12, tzinfo=UTC)


def uploaded(
    content: bytes | str,
    kind: str = "",
    name: str = "file.csv",
    by: Person | None = None,
    **more: Any,
) -> Upload:
    """The upload once its check is done, if it can be checked."""
    person = by or make_person("contributor", "US")
    told = {"program": "secure-communities", "language": "en", "at": NOW, **more}
    raw = content.encode() if isinstance(content, str) else content
    number = begin_upload(kind=kind, name=name, content=raw, by=acting(person), **told)
    return checked(Upload.objects.get(pk=number))


def checked(upload: Upload) -> Upload:
    """The upload after its check."""
    account = upload.made_by.account_id
    check_upload(upload=upload.pk, account=account, at=NOW, tell=lambda progress: None)
    return Upload.objects.get(pk=upload.pk)


def counts(upload: Upload) -> tuple[int, int, int, int]:
    """Created, corrected, unchanged, rejected."""
    found = upload.findings["counts"]
    created, corrected = found.get("created", 0), found.get("corrected", 0)
    return created, corrected, found.get("unchanged", 0), found["rejected"]


def reasons(upload: Upload) -> list[tuple[int, str, str]]:
    """Row, column and reason of each fault."""
    return [(fault["row"], fault["column"], fault["reason"]) for fault in upload.faults]
