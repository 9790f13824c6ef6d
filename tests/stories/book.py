"""The stories as they are written, read without guessing what a date or a number is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from tests.stories.record import Rows

DIMENSIONS = ("position", "agreement", "activation", "objection", "local_limits")
READING = {"place", "on", "known", "status", "because", "decides_nothing", *DIMENSIONS}
STORY = {"title", "about", "facts", "reads", "counts"}
COUNT = {"on", "active", "states_with_one", "everywhere"}
PLACE = re.compile(r"(?P<name>.+) \((?P<geoid>\d{2}|\d{5})\)")


@dataclass(frozen=True)
class Reading:
    """What a story says of a place on a day."""

    story: str
    said: dict[str, Any]

    def __str__(self) -> str:
        known = f", as known on {self.said['known']}" if "known" in self.said else ""
        return f"{self.story}: {self.said['place']} on {self.said['on']}{known}"

    @property
    def day(self) -> date:
        return date.fromisoformat(self.said["on"])

    @property
    def known(self) -> date | None:
        return date.fromisoformat(self.said["known"]) if "known" in self.said else None

    @property
    def geoid(self) -> str:
        return self._place["geoid"]

    @property
    def place_name(self) -> str:
        return self._place["name"]

    @property
    def names(self) -> list[str]:
        """The facts that the reading is about."""
        return [*self.said.get("because", []), *self.said.get("decides_nothing", [])]

    @property
    def _place(self) -> re.Match[str]:
        found = PLACE.fullmatch(self.said["place"])
        assert found, f"{self.said['place']!r} is not a name and a code: Cook County (17031)"
        return found


@dataclass(frozen=True)
class Story:
    """One file."""

    name: str
    told: dict[str, Any]

    @property
    def facts(self) -> Rows:
        return self.told.get("facts", {})

    @property
    def readings(self) -> list[Reading]:
        return [Reading(self.name, said) for said in self.told.get("reads", [])]

    @property
    def counts(self) -> list[dict[str, str]]:
        return self.told.get("counts", [])


def stories() -> Iterator[Story]:
    for path in sorted(Path(__file__).parent.glob("*.yaml")):
        # The base loader leaves 06075, 2010-07 and `on` as they are written.
        told = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
        yield Story(path.stem, told)
