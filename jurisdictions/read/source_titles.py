"""Sources as the record has them now or had them last, for cells that name one."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from jurisdictions.models import Source
from jurisdictions.models.standing import in_parts
from jurisdictions.read.rows import SourceRow


def sources_named(keys: Collection[str]) -> Mapping[str, SourceRow]:
    """The latest version of each source, on record or retracted. One query for every 500."""
    return {
        row.key: row_of_source(row)
        for part in in_parts(sorted(set(keys) - {""}))
        for row in Source.objects.filter(key__in=part).order_by("pk")
    }


def row_of_source(row: Source) -> SourceRow:
    """A version of a source as it is told."""
    return SourceRow(
        key=row.key,
        title=row.title,
        publisher=row.publisher,
        published_on=row.published_on,
        url=row.url,
        kind=row.kind,
        archive_url=row.archive_url,
        language=row.language,
        vanished_on=row.vanished_on,
    )
