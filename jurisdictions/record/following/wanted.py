"""What is to be followed by mail, and how."""

from __future__ import annotations

from dataclasses import dataclass

from jurisdictions.models import Follower


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be followed, and how: "" stands for every program, no place, no agency."""

    program: str = ""
    geoid: str = ""
    agency: str = ""
    language: str = "en"
    weekly: bool = False
    plain: bool = False

    @property
    def what(self) -> dict[str, str]:
        """The thing alone, as rows name it."""
        return {"program": self.program, "geoid": self.geoid, "agency": self.agency}


def wanted_by(follower: Follower) -> Wanted:
    """What a follower asked for."""
    return Wanted(
        follower.program,
        follower.geoid,
        follower.agency,
        follower.language,
        follower.weekly,
        follower.plain,
    )
