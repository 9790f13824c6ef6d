"""What happened day by day under a program, told from the facts of an edition.

Facts tell it by their days (`of_facts`). Where more happens than that, a program has a module of
its package's name here: `happenings`, an iterable of `rows.Happening` for an AsOf, and `HAPPENED`,
the words of these in the order in which they are told.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from jurisdictions.status.programs import packages


@cache
def own_of(slug: str) -> Any:
    """The module of a program; None where facts tell all. Raise KeyError for no program's slug."""
    name = f"{__name__}.{packages()[slug]}"
    return import_module(name) if find_spec(name) else None
