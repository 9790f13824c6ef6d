"""Lists that an agency publishes and overwrites, read into the record by program."""

from __future__ import annotations

from typing import Any

from jurisdictions.status.programs import packages, part_in

ROOM = f"{__name__}.programs"


def programs_with_lists() -> tuple[str, ...]:
    """The slugs of the programs that read lists."""
    return tuple(slug for slug in packages() if part_in(ROOM, slug))


def recording_of(slug: str) -> Any:
    """What reads and records the lists of a program: `read_lists` and its neighbors."""
    return part_in(ROOM, slug, "recording")


def list_of_source(slug: str, source: str) -> str:
    """The key of the list that a source is, where its file is kept for everybody; "" for none."""
    keeping = part_in(ROOM, slug, "keeping")
    return str(keeping.list_of_source(slug, source)) if keeping else ""
