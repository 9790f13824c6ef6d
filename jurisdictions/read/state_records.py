"""The rows of a state's report, whatever the program: its jurisdictions, its telling days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from jurisdictions.read.place_records import PlaceRecord
from jurisdictions.read.rows import StatusRow


@dataclass(frozen=True, slots=True)
class TellingDay:
    """A day to draw the state on, why that one, and the status of each jurisdiction on it."""

    on: date
    why: str
    statuses: dict[str, str]
    limited: frozenset[str]
    active: int


@dataclass(frozen=True, slots=True)
class StateRecord:
    """A state: its own record, its jurisdictions on the day, its telling days.

    `limited` are those that the map hatches.
    """

    own: PlaceRecord
    members: tuple[StatusRow, ...]
    limited: frozenset[str]
    days: tuple[TellingDay, ...]
