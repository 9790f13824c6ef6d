"""Files of sources as pages show them: those of everybody, and those of who may see more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from jurisdictions.models import SourceFile
from jurisdictions.models.standing import in_parts


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file of a source; of a removed one only the day and the reason are left."""

    file_id: int
    source: str
    name: str
    media_type: str
    size: int
    checksum: str
    added_at: datetime
    added_by: str
    adder_id: int
    address: str
    is_shown: bool
    wants_public: bool
    removed_at: datetime | None
    removal: str
    proposal: int | None


Files = Mapping[str, tuple[FileRow, ...]]
"""By the key of the source, the first attached first."""


def shown_files(keys: Collection[str]) -> Files:
    """The files that everybody may open, and notes of those that were. One query each 500 keys."""
    return _by_source(SourceFile.objects.exclude(shown_at=None), keys)


def every_shown_file() -> Files:
    """All that everybody may open, for pages that name many sources. One query."""
    found: dict[str, list[FileRow]] = defaultdict(list)
    for row in _rows(SourceFile.objects.exclude(shown_at=None).filter(removed_at=None)):
        found[row.source].append(row)
    return {key: tuple(rows) for key, rows in found.items()}


def all_files(keys: Collection[str]) -> Files:
    """Every file of some sources, for who keeps the record."""
    return _by_source(SourceFile.objects.all(), keys)


def files_of_proposal(proposal: int) -> tuple[FileRow, ...]:
    """The files that came with a proposal."""
    return _rows(SourceFile.objects.filter(proposal_id=proposal))


def waiting_files(ids: Collection[int], person: int) -> tuple[FileRow, ...]:
    """The files of a form that a person has not sent yet."""
    return _rows(SourceFile.objects.filter(pk__in=ids, source="", added_by_id=person))


def _by_source(files: QuerySet[SourceFile], keys: Collection[str]) -> Files:
    found: dict[str, list[FileRow]] = defaultdict(list)
    for part in in_parts(sorted(set(keys) - {""})):
        for row in _rows(files.filter(source__in=part)):
            found[row.source].append(row)
    return {key: tuple(rows) for key, rows in found.items()}


def _rows(files: QuerySet[SourceFile]) -> tuple[FileRow, ...]:
    return tuple(
        FileRow(
            file_id=one.pk,
            source=one.source,
            name=one.name,
            media_type=one.media_type,
            size=one.size,
            checksum=one.checksum,
            added_at=one.added_at,
            added_by=one.added_by.name if one.added_by else "",
            adder_id=one.added_by_id or 0,
            address=one.address,
            is_shown=one.shown_at is not None,
            wants_public=one.wants_public,
            removed_at=one.removed_at,
            removal=one.removal,
            proposal=one.proposal_id,
        )
        for one in files.select_related("added_by").order_by("pk")
    )
