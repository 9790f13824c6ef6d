"""A flag with the place that it is about, and what explains it."""

from __future__ import annotations

from dataclasses import dataclass

from jurisdictions.read.rows import FactRow
from jurisdictions.status.flags.raised import Raised


@dataclass(frozen=True, slots=True)
class Flag:
    """A flag. `place` is the name of the place that it is of, `state` its two-letter code.

    `agency` and `agency_title` are the key and the name of an agency, "" where none is meant.
    `source` is the title of a source that vanished. `explanation` is what a reviewer found out,
    None while nobody did.
    """

    raised: Raised
    place: str
    state: str
    agency: str = ""
    agency_title: str = ""
    explanation: FactRow | None = None
    source: str = ""

    @property
    def key(self) -> str:
        """Its lasting id in addresses."""
        return self.raised.key

    @property
    def kind(self) -> str:
        """Which rule raised it."""
        return self.raised.kind.value

    @property
    def about(self) -> str:
        """Whom it is about: the agency, else the place."""
        return self.agency_title or self.place
