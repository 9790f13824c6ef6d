"""The rows of the table, and the one that says whether a budget is kept."""

from __future__ import annotations

from typing import NamedTuple

OK, OVER = "OK", "OVER"
PROGRAMS = ("secure-communities", "287g")
"""Those whose facts are shipped: each bench of a map measures both."""


class Budget(NamedTuple):
    """A bound and its unit; at least that much when `least`, else at most."""

    bound: float
    unit: str
    least: bool = False

    def __str__(self) -> str:
        return f"{'>=' if self.least else '<='} {self.bound:g} {self.unit}"

    def is_kept(self, value: float) -> bool:
        """Whether a figure in the same unit keeps it."""
        return value >= self.bound if self.least else value <= self.bound


class Row(NamedTuple):
    """What was measured, what was found, the budget, and whether it is kept ("": none is set)."""

    what: str
    figure: str
    budget: str = ""
    mark: str = ""


def held(what: str, figure: str, value: float, budget: Budget) -> Row:
    """A row with a budget; `value` is what of the figure it bounds."""
    return Row(what, figure, str(budget), OK if budget.is_kept(value) else OVER)
