"""Sources as the record has them now or had them last, for cells that name one."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from jurisdictions.models import Source
from jurisdictions.models.standing import in_parts
from jurisdictions.read.rows import SourceRow


def sources_named(keys: Collection[str]) -> Mapping[str, SourceRow]:
    """The latest version of each source, on record or retracted. One query for every 500."""
    return {
        row.key: SourceRow(
            row.key, row.title, row.publisher, row.published_on, row.url, kind=row.kind
        )
        for part in in_parts(sorted(set(keys) - {""}))
        for row in Source.objects.filter(key__in=part).order_by("pk")
    }
