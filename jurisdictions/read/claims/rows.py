"""A published number, and what the record gives for the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from jurisdictions.read.rows import FactRow
from jurisdictions.status.vocabulary import Qualifier

ABOVE = {Qualifier.MORE_THAN, Qualifier.AT_LEAST}
BELOW = {Qualifier.AT_MOST, Qualifier.LESS_THAN}
"""What a source says of its number that a larger, or a smaller, one does not gainsay."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A published number with the record's beside it.

    `key` is its lasting id in addresses. `least` and `most` are what the record gives on the days
    that the figure's own date may mean, None where it counts no such thing; `until` is the last
    day of which the record is whole, where the figure's lies after it. `beside` are numbers that
    explain the difference, by their names.
    """

    key: str
    figure: FactRow
    least: int | None = None
    most: int | None = None
    until: date | None = None
    beside: Mapping[str, int] = field(default_factory=dict)

    @property
    def counted(self) -> bool:
        """Whether the record counts the same."""
        return self.least is not None

    @property
    def difference(self) -> int | None:
        """By how much the published number lies above (or below) all that the record gives."""
        value, said = self.figure.value, self.figure.qualifier
        if value is None or self.least is None or self.most is None:
            return None
        within = self.least <= value <= self.most
        if (
            within
            or (said in ABOVE and self.most >= value)
            or (said in BELOW and self.least <= value)
        ):
            return 0
        return value - self.most if value > self.most else value - self.least
