"""What is found wrong with the record, and how many rows are named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

MOST = 20
"""Rows that are named of one kind of damage; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Unsound:
    """`where`: a table, a fact or a file. `what`: what is wrong with it, in words."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


def guarded(where: str, asked: Iterator[Unsound]) -> Iterator[Unsound]:
    """What is found; what cannot even be read is told, so that the other questions are asked."""
    try:
        yield from asked
    except Exception as error:
        yield Unsound(where, _("cannot be read: %(error)r") % {"error": error})


def each(where: str, found: Iterable[str], what: str) -> Iterator[Unsound]:
    """One line for each thing found in a place, the first MOST by their names."""
    named = sorted(found)
    for name in named[:MOST]:
        yield Unsound(f"{where} {name}", what)
    if len(named) > MOST:
        yield Unsound(
            where, _("%(what)s (%(number)d in all)") % {"what": what, "number": len(named)}
        )
