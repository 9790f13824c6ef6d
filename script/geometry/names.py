"""The places of the census list: their names split into a base and a kind word, and the states."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

# One letter a kind, and the word that its names end in.
KINDS = {
    "county": ("c", "County"),
    "parish": ("p", "Parish"),
    "borough": ("b", "Borough"),
    "census-area": ("a", "Census Area"),
    "municipality": ("m", "Municipality"),
    "independent-city": ("i", "city"),
    "island": ("d", "Island"),
    "municipio": ("u", "Municipio"),
    "district": ("s", "District"),
    "county-equivalent": ("e", ""),
}


@dataclass(frozen=True)
class Place:
    """A row of the list: a county or equivalent, or a state (geoid of two digits)."""

    geoid: str
    name: str
    kind: str
    state: str

    @property
    def base_name(self) -> str:
        """The name without its kind word; the whole name when it does not end in one."""
        word = KINDS[self.kind][1]
        return self.name.removesuffix(f" {word}") if word else self.name

    @property
    def is_regular(self) -> bool:
        """Whether base name and kind word give the whole name."""
        return f"{self.base_name} {KINDS[self.kind][1]}".strip() == self.name


def read_places(path: Path) -> tuple[list[Place], list[Place]]:
    """Return the counties and the states of the list, each sorted by geoid."""
    with path.open(encoding="utf-8", newline="") as file:
        places = [
            Place(row["geoid"], row["name"], row["kind"], row["state"])
            for row in csv.DictReader(file)
        ]
    return _of_length(5, places), _of_length(2, [place for place in places if place.geoid != "US"])


def _of_length(length: int, places: Iterable[Place]) -> list[Place]:
    return sorted((p for p in places if len(p.geoid) == length), key=lambda p: p.geoid)
