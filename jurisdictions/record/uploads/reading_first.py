"""An upload's file, read before the upload is locked: others can write meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from jurisdictions.models import Upload
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.ingest.tables import Table, Unreadable
from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.uploads.asking import own_upload
from jurisdictions.record.uploads.files import read_file


@dataclass(frozen=True, slots=True)
class Reading:
    """How a file is read: which sheet and row of headings, and how its text is written."""

    file: str
    name: str
    kind: str
    sheet: str
    head: int = 0
    encoding: str = ""
    sign: str = ""

    def table(self) -> Table:
        """The table that is read so. Raises Unreadable, OSError."""
        return read_file(
            *(self.file, self.name, self.kind, self.sheet, self.head),
            encoding=self.encoding,
            sign=self.sign,
        )


Asked = Callable[[Upload], Reading]
"""How an upload is to be read. Raises Refused for what cannot be asked of it."""


@dataclass(frozen=True, slots=True)
class ReadFirst:
    """A table that was read while nothing was locked, and how it was asked for."""

    asked: Asked
    reading: Reading
    table: Table
    column: str

    def of(self, locked: Upload) -> Table:
        """The table of the upload as it is now: read anew only if somebody changed it meanwhile.

        Raises Refused.
        """
        now = self.asked(locked)
        return self.table if now == self.reading else _read(now, self.column)


def reading_of(upload: Upload) -> Reading:
    """How a file is read as its author had it read."""
    shape = upload.shape
    chosen = shape.get("chosen", {})
    return Reading(
        *(upload.file, upload.file_name, upload.kind, shape["sheet"], shape.get("head", 0)),
        encoding=chosen.get("encoding", ""),
        sign=chosen.get("sign", ""),
    )


def read_first(*, upload: int, by: Actor, asked: Asked = reading_of, column: str = "") -> ReadFirst:
    """Read the file of somebody's own upload while nothing is locked.

    `column`: the field of a form that a file which can be read no more is told beside. Raises
    Refused, NotAllowed, Upload.DoesNotExist.
    """
    with transaction.atomic():
        found = own_upload(upload, by)
    reading = asked(found)
    return ReadFirst(asked, reading, _read(reading, column), column)


def _read(reading: Reading, column: str) -> Table:
    try:
        return reading.table()
    except (Unreadable, OSError) as wrong:
        raise unread(reading.name, wrong, column) from wrong


def unread(name: str, wrong: Unreadable | OSError, column: str = "") -> Refused:
    """That a file can be read no more, and why as far as it concerns its author."""
    why = wrong if isinstance(wrong, Unreadable) else _("is not here any more: send it again")
    return Refused([Fault("", 0, column, "", f"{name} {why}.")])
