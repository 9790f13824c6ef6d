"""What speaks against reading a list as it is: said, and read only once that is confirmed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.translation import gettext as _

from jurisdictions.record.lists.programs.section_287g.comparing import (
    Compared,
    ListDay,
    Signed,
    What,
)
from jurisdictions.record.lists.programs.section_287g.list_columns import ListColumn
from jurisdictions.record.lists.programs.section_287g.rows import Rows
from jurisdictions.status.programs.section_287g.vocabulary import ListKind

A_TENTH = 10
LACKING = 3
"""Agreements of late signing that a list lacks, at which it seems older than its name says."""


class Guard(StrEnum):
    """What is to be confirmed."""

    OLDER = "older"
    ENDS_MANY = "ends-many"
    SEEMS_OLDER = "seems-older"


@dataclass(frozen=True, slots=True)
class Warned:
    """A guard, and what it says of this list."""

    guard: Guard
    text: str


def swapped(kind: ListKind, rows: Rows) -> str:
    """Why a list cannot be of the kind that its name says; "" where it can."""
    signings = sum(row.signed is not None for row in rows.rows)
    if kind is ListKind.PARTICIPATING and ListColumn.SIGNED not in rows.columns:
        return _(
            "lacks the column SIGNED: it seems to be the list of agencies that wait, not of those "
            "with an agreement"
        )
    if kind is ListKind.PARTICIPATING and 2 * signings < len(rows.rows):
        return _("has no day of signing in most of its rows: it seems to be no list of agreements")
    if kind is ListKind.PENDING and ListColumn.SIGNED in rows.columns and signings:
        return _(
            "has days of signing: it seems to be the list of agencies with an agreement, not of "
            "those that wait"
        )
    return ""


def warned(
    record: Sequence[Signed], found: Compared, day: ListDay, latest: date | None
) -> Iterator[Warned]:
    """What speaks against a list of agreements, set beside the record."""
    if not day.newest:
        return
    gone = [one.of for one in found.differences if one.what is What.GONE and one.of]
    before = day.before
    stood = sum(own.listing.on(before) and not own.ended for own in record) if before else 0
    newer = [own for own in gone if own.signed and latest and own.signed > latest]
    if len(newer) >= LACKING and 2 * len(newer) > len(gone):
        said = _(
            "It lacks %(count)d agreements of the list before that were signed after its latest: "
            "it seems to be older than its name says."
        )
        yield Warned(Guard.SEEMS_OLDER, said % {"count": len(newer)})
    if stood and A_TENTH * len(gone) > stood:
        said = _("It would end %(count)d of %(stood)d agreements that stand: more than a tenth.")
        yield Warned(Guard.ENDS_MANY, said % {"count": len(gone), "stood": stood})


def older(day: ListDay) -> Iterator[Warned]:
    """That a later list was read before: this one takes its place in time."""
    if not day.newest:
        later = day.on if day.overruled else day.after
        said = _("The list of %(later)s was read already: this one is older.")
        yield Warned(Guard.OLDER, said % {"later": later})
