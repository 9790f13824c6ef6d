"""The labels that programs bring along, found in their folders."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from jurisdictions.status.programs import packages

FOLDERS = "jurisdictions.render.programs"


@cache
def own(table: str) -> dict[Any, Any]:
    """A table of all programs' own labels by its name: LABELS, WORDS, KINDS, COLUMNS ..."""
    found: dict[Any, Any] = {}
    for name in packages().values():
        where = f"{FOLDERS}.{name}"
        if find_spec(where) and find_spec(f"{where}.labels"):
            found |= getattr(import_module(f"{where}.labels"), table)
    return found
