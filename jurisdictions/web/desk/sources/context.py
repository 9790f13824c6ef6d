"""What the desk page of a source reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from jurisdictions.read.keeping.promised_sources import source_promised
from jurisdictions.read.rows import SourceRow
from jurisdictions.read.source_files import FileRow, all_files
from jurisdictions.read.source_titles import sources_named
from jurisdictions.read.sources import sources_by_key
from jurisdictions.read.twins import pairs_of, twins_of
from jurisdictions.record.evidence.asking import fetch_state
from jurisdictions.record.evidence.limits import MEGABYTE
from jurisdictions.record.evidence.rights import ATTACH, UNITE, Rights, may_at, rights_at
from jurisdictions.record.people.permissions import Actor
from jurisdictions.web.desk.forms.tasks import edition_of


@dataclass(frozen=True, slots=True)
class FileHere:
    """A file of the source, and what the reader may do with it."""

    row: FileRow
    may: Rights


def source_context(key: str, actor: Actor) -> dict[str, Any] | None:
    """None for a source that is neither on record nor proposed."""
    on_record = sources_named([key]).get(key)
    promised = None if on_record else source_promised(key)
    found = on_record or (promised.source if promised else None)
    if found is None:
        return None
    return {
        "source": found,
        "on_record": on_record is not None,
        "proposal": promised.proposal if promised else 0,
        "files": _files(key, actor),
        "attaches": may_at(actor, ATTACH, key),
        "fetched": fetch_state(key),
        "twins": twins_of(found, _everywhere().values()) if on_record else [],
        "unites": may_at(actor, UNITE, key),
        "most": settings.EVIDENCE_FILE_BYTES // MEGABYTE,
    }


def _everywhere() -> Mapping[str, SourceRow]:
    """Every source on record, of whatever program."""
    return sources_by_key(edition_of())


def twins_context() -> dict[str, Any]:
    """What the page of sources that may be one reads."""
    return {"pairs": pairs_of(_everywhere().values())}


def _files(key: str, actor: Actor) -> list[FileHere]:
    rights = rights_at(actor, key)
    return [FileHere(row, rights[row.file_id]) for row in all_files([key]).get(key, ())]
