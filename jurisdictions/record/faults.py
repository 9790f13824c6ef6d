"""What is wrong with a cell, a row or a file, in words for the person who wrote it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: where (row 1 is the header; 0 the whole file) and why."""

    file: str
    row: int
    column: str
    value: str
    reason: str

    def __str__(self) -> str:
        where = [self.file]
        if self.row:
            where.append(_("row %(row)d") % {"row": self.row})
        if self.column:
            where.append(_("column %(column)s") % {"column": self.column})
        said = f" {self.value!r}" if self.value else ""
        return f"{', '.join(where)}:{said} {self.reason}"

    @property
    def sentence(self) -> str:
        """What is wrong with what, where no file is spoken of: "opt_out:kane:1 is on record."."""
        said = f"{self.value} {self.reason}" if self.value else self.reason
        return f"{said[:1].upper() if not self.value else said[:1]}{said[1:].removesuffix('.')}."


class Refused(ValueError):
    """Input that is refused whole; nothing was written. `faults` say why, one by one."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in faults))
