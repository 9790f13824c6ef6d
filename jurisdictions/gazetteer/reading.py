"""What a written text was read as: the places that it may mean, the likeliest first."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum


class How(IntEnum):
    """By what a text fits a place; a smaller number fits better."""

    CODE = 0
    FORMER_CODE = 1
    ZIP = 2
    NAME = 3
    FORMER_NAME = 4
    NICKNAME = 5
    CITY = 6
    BEGINNING = 7
    INSIDE = 8
    NEAR = 9


EXACT = frozenset(
    (How.CODE, How.FORMER_CODE, How.ZIP, How.NAME, How.FORMER_NAME, How.NICKNAME, How.CITY)
)
OF_THE_PLACE = EXACT - {How.ZIP, How.CITY}
"""Names and codes of a place itself; a city or a ZIP code only lies in it."""
OFFERED = 10
"""Places that a field offers while somebody types."""


@dataclass(frozen=True, slots=True)
class Match:
    """A place that a text may mean. `said` is the city, the ZIP or the old code found, else ""."""

    geoid: str
    how: How
    said: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """The places that fit, the likeliest first, each once.

    `everything`: the text means all places of a state, or of the nation. `state`: the geoid of the
    state that it names beside a place; `unknown_state` when what stands there is none.
    """

    matches: tuple[Match, ...] = ()
    state: str = ""
    everything: bool = False
    unknown_state: bool = field(default=False)

    @property
    def exact(self) -> tuple[Match, ...]:
        """Those that are so called or so coded, or that hold the city or the ZIP code."""
        return tuple(match for match in self.matches if match.how in EXACT)

    @property
    def so_called(self) -> tuple[Match, ...]:
        """The exact ones, of cities only those that come before any place that is so called.

        Who asks for a county does not ask for each county with a village of its name.
        """
        own = [at for at, match in enumerate(self.exact) if match.how in OF_THE_PLACE]
        return tuple(
            match
            for at, match in enumerate(self.exact)
            if not own or at < own[0] or match.how in OF_THE_PLACE
        )

    @property
    def geoids(self) -> tuple[str, ...]:
        """The places, the likeliest first."""
        return tuple(match.geoid for match in self.matches)

    @property
    def meant(self) -> str:
        """The one place that the text names; "" when several fit equally, or only nearly."""
        own = [match.geoid for match in self.matches if match.how in OF_THE_PLACE]
        # A larger city of that name, in another place, comes first: then it is no sure thing.
        return own[0] if len(own) == 1 and own[0] == self.matches[0].geoid else ""
