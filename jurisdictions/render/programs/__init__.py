"""What rendering has to know of a program: a folder each, all with the same set of files.

`answer`: the order of its words in the API. `colors`: of each word. `facets`: what its list is
filtered and sorted by. `glossary`: what each of its words means. `labels`: what each is called.
`legend`: the layers of its map. `map_words`: what the map says and how time runs there. `method`:
its rule as tables for the public. `offers`: what its files and reports have to know of it. `shown`:
its dimensions as pictures and tables show them. `why`: one line that says why a place stands so.
What a program says more (`choices`, `explained`, `upload_examples`) is asked of who has it.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any

from jurisdictions.status.programs import packages


@cache
def part_of(slug: str, part: str) -> Any:
    """One file of a program's folder; raise KeyError for a slug that is none's."""
    return import_module(f"{__name__}.{packages()[slug]}.{part}")
