"""What tables of numbers through time share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.translation import gettext_noop as _

from jurisdictions.render.files.tables import Column, ColumnKind

FROM_DAY = Column(
    "day",
    _("From this day"),
    _("The day from which the number holds; empty from the beginning."),
    ColumnKind.DATE,
)


@dataclass(frozen=True, slots=True)
class OwnCount:
    """How many of a word there are from a day on, None from the beginning.

    `geoid` is the place, "" for the nation.
    """

    day: date | None
    geoid: str
    word: StrEnum
    number: int
