"""What the API says of a program beside the words of its places: a module each.

`nation(as_of)`: the members of the summary after what was asked. `reach(as_of)`: how far its record
reaches, {} where that need not be said. `beside(as_of)`: what makes the members of a place's row
that its span does not tell. `ROW`: the documented row of a place in a list. `STANDING`: the members
of a row that tell how it stands.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any

from jurisdictions.status.programs import packages


@cache
def api_of(slug: str) -> Any:
    """A program's module; raise KeyError for a slug that is none's."""
    return import_module(f"{__name__}.{packages()[slug]}")
