"""What facts of every program have in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from jurisdictions.status.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Life:
    """When a place is a place: [valid_from, valid_to); None is without bound."""

    valid_from: PartialDate | None = None
    valid_to: PartialDate | None = None


ALWAYS = Life()


class Row(Protocol):
    """A fact that knows its place in its file."""

    @property
    def row(self) -> int: ...


AnyRow = TypeVar("AnyRow", bound=Row)


def in_file_order(states: Sequence[AnyRow], own: Sequence[AnyRow]) -> tuple[AnyRow, ...]:
    """A state's facts of one kind and a place's own, as their file has them.

    Among steps of one day the file decides (status-rules, "The facts"); of equal rows the
    state's come first.
    """
    return tuple(sorted((*states, *own), key=lambda fact: fact.row))
