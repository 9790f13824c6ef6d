"""The words that programs bring along, found in their folders."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from importlib import import_module
from typing import Any

from jurisdictions.status.programs import effects_of, packages, part_in

FOLDERS = "jurisdictions.render.programs"


@cache
def own(table: str, part: str = "labels") -> dict[Any, Any]:
    """A table of all programs together, by its name in their `part`; each has those it needs."""
    found: dict[Any, Any] = {}
    for slug in packages():
        found |= own_of(slug, table, part)
    return found


@cache
def own_of(slug: str, table: str, part: str = "labels") -> dict[Any, Any]:
    """The same of one program; raise KeyError for a slug that is none's."""
    return dict(getattr(part_in(FOLDERS, slug, part), table, {}))


def effect_texts(effects: type[StrEnum]) -> dict[StrEnum, str]:
    """What the federal acts of a program do, in the reader's language; {} for other words."""
    for slug in packages():
        if effects_of(slug) is effects:
            told = import_module(FOLDERS).part_of(slug, "method").EFFECTS
            return {meaning.word: str(meaning.text) for meaning in told}
    return {}
