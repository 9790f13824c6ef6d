"""How many files of evidence the record names and the disk lacks."""

from __future__ import annotations

from jurisdictions.models import SourceFile
from jurisdictions.record.evidence.store import kept


def evidence_missing() -> tuple[int, int]:
    """Files of sources that are not there, and all of them; checksums are check_record's."""
    checksums = set(SourceFile.objects.filter(removed_at=None).values_list("checksum", flat=True))
    return sum(not kept(one).is_file() for one in checksums), len(checksums)
