"""The file of a source that somebody may open, and how it is opened."""

from __future__ import annotations

from dataclasses import dataclass

from jurisdictions.models import SourceFile
from jurisdictions.record.evidence.looking_through import HTML, IMAGES, OFFICE, PDF, TEXT
from jurisdictions.record.evidence.rights import may_see
from jurisdictions.record.evidence.store import kept
from jurisdictions.record.people.permissions import Actor

WAITING = "-"
"""Stands for the source in the address of a file whose form was not sent yet."""
INLINE = frozenset({*IMAGES.values(), TEXT, HTML})
"""What a browser shows without reading more into it than there is; the rest is saved."""
OPENED_AS = {TEXT: "text/plain; charset=utf-8", HTML: "text/plain; charset=utf-8"}
"""A page of the web is shown as the text that it is made of: it runs nothing here."""
ENDINGS = {
    PDF: ".pdf",
    TEXT: ".txt",
    HTML: ".html.txt",
    **{media_type: f".{kind}" for kind, media_type in OFFICE.items()},
    **{media_type: f".{form.lower()}" for form, media_type in IMAGES.items()},
    "image/jpeg": ".jpg",
}
"""How the name of a file ends that is saved: told by its bytes."""


@dataclass(frozen=True, slots=True)
class OpenFile:
    """A file that is opened: its bytes, as what, and whether everybody may open it."""

    name: str
    media_type: str
    checksum: str
    is_shown: bool
    content: bytes


def file_to_open(key: str, file: int, reader: Actor | None) -> OpenFile | None:
    """A file of a source for who may see it and whose bytes are there; None for anything else."""
    found = SourceFile.objects.filter(pk=file, source="" if key == WAITING else key).first()
    if found is None or not may_see(reader, found) or not kept(found.checksum).is_file():
        return None
    return OpenFile(
        found.name,
        found.media_type,
        found.checksum,
        found.shown_at is not None,
        kept(found.checksum).read_bytes(),
    )
