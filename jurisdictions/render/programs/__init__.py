"""What rendering has to know of a program: a folder each, all with the same set of files.

`answer`: the order of its words in the API. `colors`: of each word. `facets`: what its list is
filtered and sorted by. `glossary`: what each of its words means. `labels`: what each is called.
`legend`: the layers of its map. `map_words`: what the map says and how time runs there. `method`:
its rule as tables for the public. `offers`: what its files and reports have to know of it. `shown`:
its dimensions as pictures and tables show them. `why`: one line that says why a place stands so.
What a program says more (`choices`, `explained`, `fact_days`, `fact_texts`, `lacking` and others)
is asked of who has it: `own_part`.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any

from jurisdictions.status.programs import packages, part_in


@cache
def part_of(slug: str, part: str) -> Any:
    """One file of a program's folder; raise KeyError for a slug that is none's."""
    return import_module(f"{__name__}.{packages()[slug]}.{part}")


def own_part(slug: str, part: str) -> Any:
    """A file that a program may have in its folder, None where it has none; raise KeyError too."""
    return part_in(__name__, slug, part)
