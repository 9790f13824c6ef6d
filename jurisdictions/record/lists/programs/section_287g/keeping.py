"""The files of lists, kept whole under their checksums: the evidence that everybody can open."""

from __future__ import annotations

from pathlib import Path

from jurisdictions.models import CapturedList, Citation
from jurisdictions.record.evidence.store import keep, kept


def kept_list(checksum: str) -> Path:
    """Where the file of a checksum is kept."""
    return kept(checksum)


def keep_list(checksum: str, content: bytes) -> None:
    """Keep a file for good; one that is kept already is left alone. Raises OSError."""
    if keep(content) != checksum:
        raise ValueError(checksum)


def list_to_open(program: str, key: str) -> tuple[str, Path] | None:
    """The name and the file of a list on record; None where its file is not kept here."""
    current = CapturedList.objects.current().filter(fact__program__slug=program, list=key)
    found = current.values_list("file", "checksum").first()
    path = kept_list(found[1]) if found else None
    return (found[0], path) if found and path and path.is_file() else None


def list_of_source(program: str, source: str) -> str:
    """The key of the list that a source is, where its file is kept; "" for any other source."""
    cited = Citation.objects.current().filter(
        source__kind="source", source__key=source, fact__kind="list", fact__program__slug=program
    )
    keys = list(cited.values_list("fact__key", flat=True)[:2])
    return keys[0] if len(keys) == 1 and list_to_open(program, keys[0]) else ""
