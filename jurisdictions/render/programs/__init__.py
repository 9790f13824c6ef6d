"""What rendering has to know of a program: a folder each, all with the same set of files.

`answer`: the order of its words in the API. `colors`: of each word. `facets`: what its list is
filtered and sorted by. `glossary`: what each of its words means. `labels`: what each is called.
`legend`: the layers of its map. `map_words`: what the map says and how time runs there. `method`:
its rule as tables for the public. `offers`: what its files and reports have to know of it. `shown`:
its dimensions as pictures and tables show them. `why`: one line that says why a place stands so.
What a program says more (`choices`, `explained`, `fact_days`, `fact_texts`, `lacking` and others)
is asked of who has it: `own_part`. Of these files every program has `colors`, `glossary` and
`labels`; where it has no other, the same is made from its rule and its words: `render/plain`.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any

from jurisdictions.status.programs import part_in

PLAIN = "jurisdictions.render.plain"


@cache
def part_of(slug: str, part: str) -> Any:
    """One file of a program's folder, else what `render/plain` makes in its place.

    Raises KeyError for a slug that is none's, and ImportError for a file that none can do without.
    """
    return own_part(slug, part) or import_module(f"{PLAIN}.{part}").plain(slug)


def own_part(slug: str, part: str) -> Any:
    """A file that a program may have in its folder, None where it has none; raise KeyError too."""
    return part_in(__name__, slug, part)
