"""The checksum of what an edition says, to compare databases by: a backup with its source."""

from __future__ import annotations

from hashlib import sha256

from django.db.models import Max

from jurisdictions.models import Edition, Span
from jurisdictions.publish.spans import READ

SAID = ("geoid", *READ)
"""A stored span, its place first, the standing in its own words."""


def edition_fingerprints(using: str = "default") -> dict[str, str]:
    """The newest edition of each program: slug to "number sha256 of its spans"."""
    newest = Edition.objects.using(using).values("program__slug", "program").annotate(Max("number"))
    return {
        one["program__slug"]: f"{one['number__max']} {_fingerprint(one['program'], using)}"
        for one in newest.order_by("program__slug")
    }


def _fingerprint(program: int, using: str) -> str:
    standing = Span.objects.using(using).filter(program=program, last_edition=None)
    said = standing.order_by("geoid", "start", "end", "pk").values_list(*SAID)
    found = sha256()
    # Both databases put what has no day first or last as they like: sorted here.
    for line in sorted(repr(row) for row in said.iterator(chunk_size=5000)):
        found.update(line.encode())
    return found.hexdigest()
