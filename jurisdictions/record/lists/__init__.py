"""Lists that an agency publishes and overwrites, read into the record by program."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from jurisdictions.record.changing.moments import lock_record
from jurisdictions.record.lists.taken_in import TakenIn
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


def take_in_list(slug: str, name: str, content: bytes, posted: datetime, at: datetime) -> TakenIn:
    """Read a list that came from a watched address; `posted` is when it was put up."""
    taken: TakenIn = part_in(ROOM, slug, "watched").take_in(name, content, posted, at)
    return taken


@transaction.atomic
def confirm_gone(at: datetime) -> list[int]:
    """Propose the end of what the lists of any program have lacked for long enough; its ids.

    One at a time: who comes second sees what was proposed.
    """
    lock_record()
    confirming = (part_in(ROOM, slug, "confirming") for slug in programs_with_lists())
    return [made for one in confirming if one and (made := one.confirm_gone(at))]


def list_links(slug: str, content: bytes, address: str) -> list[str]:
    """The lists to which a page at an address links; none where the page is a list itself."""
    links: list[str] = part_in(ROOM, slug, "watched").links_in(content, address)
    return links
