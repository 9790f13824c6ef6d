"""What a page says otherwise than at the look before it, and the copies themselves."""

from __future__ import annotations

from dataclasses import dataclass

from jurisdictions.models import Look
from jurisdictions.record.watching.passages import Passage, changed_passages
from jurisdictions.record.watching.readable import lines_of
from jurisdictions.record.watching.store import read_copy


@dataclass(frozen=True, slots=True)
class Compared:
    """A look beside the one before it. `passages` is None where either is no text, or not kept."""

    before: int
    passages: tuple[Passage, ...] | None


def compared_look(watch: int, look: int) -> Compared | None:
    """What changed with a look; None where it is the first, or brought nothing."""
    own = Look.objects.filter(watch_id=watch).exclude(checksum="")
    after = own.filter(pk=look).first()
    before = own.filter(pk__lt=look).first() if after else None
    if after is None or before is None:
        return None
    lines = [_lines(one) for one in (before, after)]
    if lines[0] is None or lines[1] is None:
        return Compared(before.pk, None)
    return Compared(before.pk, changed_passages(lines[0], lines[1]))


def _lines(look: Look) -> list[str] | None:
    content = read_copy(look)
    return None if content is None else lines_of(content, look.media_type, look.charset)


def copy_to_open(watch: int, look: int) -> tuple[str, bytes] | None:
    """The name and the bytes that came with a look; None where none are kept."""
    found = Look.objects.filter(watch_id=watch, pk=look).first()
    content = read_copy(found) if found else None
    return (found.file_name or "copy", content) if found and content is not None else None
