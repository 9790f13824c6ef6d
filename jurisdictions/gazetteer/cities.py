"""Cities, boroughs and ZIP codes with their counties, from the packed lists (GeoNames, Census).

`script/gazetteer/README.md` says what they are made from. Read once, when first needed.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jurisdictions.gazetteer.state_names import BY_LETTERS

FOLDER = Path(__file__).resolve().parents[1] / "data" / "gazetteer"


@dataclass(frozen=True, slots=True)
class City:
    """A place with a post office: its state, its counties (the main one first), its ZIP codes."""

    name: str
    state: str
    geoids: tuple[str, ...]
    zips: int


def _lines(name: str) -> Iterator[str]:
    packed = (FOLDER / f"{name}.txt.gz").read_bytes()
    yield from gzip.decompress(packed).decode().splitlines()


def cities() -> Iterator[City]:
    """Every city, by state and name."""
    state = ""
    for line in _lines("cities"):
        name, tab, rest = line.partition("\t")
        if not tab:
            state = BY_LETTERS[line.lower()]
            continue
        geoids, _tab, zips = rest.partition("\t")
        yield City(name, state, tuple(geoids.split()), int(zips))


@cache
def zip_codes() -> Mapping[str, str]:
    """ZIP code -> its counties' geoids, blanks between, the main one first."""
    return {line[:5]: line[6:] for line in _lines("zips")}
