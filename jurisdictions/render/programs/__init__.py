"""What rendering has to know of a program: a folder each, all with the same set of files.

`answer`: the order of its words in the API. `facets`: what its list is filtered and sorted by.
`glossary`: what each of its words means. `legend`: the layers of its map. `map_words`: what the map
says and how time runs there. `offers`: what its files and reports have to know of it. `shown`: its
dimensions as pictures and tables show them. `why`: one line that says why a place stands where it
stands.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any

from jurisdictions.status.programs import packages

SET = ("answer", "facets", "glossary", "legend", "map_words", "offers", "shown", "why")
"""The files that every program has."""
REPORTED = frozenset({"secure-communities"})
"""The programs whose places and lists can be had as reports, to print and as PDF."""


@cache
def part_of(slug: str, part: str) -> Any:
    """One file of a program's folder; raise KeyError for a slug that is none's."""
    return import_module(f"{__name__}.{packages()[slug]}.{part}")
