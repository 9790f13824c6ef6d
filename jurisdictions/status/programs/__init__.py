"""The programs, found by their folders: all with the same set of files; none knows of another.

A folder's `__init__` says its SLUG, as addresses and data write it. Other rooms have a folder of
the same name for what only they say of a program.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules
from typing import Any, Protocol, cast

from jurisdictions.status.program import Rule


@cache
def packages() -> Mapping[str, str]:
    """The slug of every program -> the name of its folders."""
    named = (found.name for found in iter_modules(__path__) if found.ispkg)
    return {str(import_module(f"{__name__}.{name}").SLUG): name for name in sorted(named)}


@cache
def part_in(room: str, slug: str, *parts: str) -> Any:
    """A module that a program may have in a room, or in its folder there; None where it has none.

    `room` is the package that holds the programs' own; raises KeyError for a slug that is none's.
    """
    name = ".".join((room, packages()[slug], *parts))
    try:
        found = find_spec(name)
    except ModuleNotFoundError as error:
        if error.name and name.startswith(error.name):
            return None
        raise
    return import_module(name) if found else None


@cache
def rule_of(slug: str) -> Rule:
    """The rule of a program; raise KeyError for a slug that is none's."""
    return cast(Rule, import_module(f"{__name__}.{packages()[slug]}.rule"))


class Federal(Protocol):
    """A program's `federal` module. `BEGIN` and `END` are the acts that its life lies between."""

    @property
    def BEGIN(self) -> frozenset[StrEnum]: ...  # noqa: N802 - a constant of the module
    @property
    def END(self) -> frozenset[StrEnum]: ...  # noqa: N802

    def sets_position(self, effect: Any) -> bool:
        """Whether an act with this effect decides the federal position."""
        ...


class _ByRule:
    """What acts do where the rule itself says it: BEGIN, END, and POSITIONS by effect."""

    def __init__(self, rule: Any) -> None:
        self.BEGIN: frozenset[StrEnum] = rule.BEGIN
        self.END: frozenset[StrEnum] = rule.END
        self._positions: Mapping[StrEnum, StrEnum] = rule.POSITIONS

    def sets_position(self, effect: StrEnum) -> bool:
        """Whether an act with this effect decides the federal position."""
        return effect in self._positions


@cache
def federal_of(slug: str) -> Federal:
    """What federal acts do to a program: its `federal`, else its rule; raise KeyError for none."""
    own = part_in(__name__, slug, "federal")
    return cast(Federal, own or _ByRule(rule_of(slug)))


@cache
def effects_of(slug: str) -> type[StrEnum]:
    """What a federal act can do to a program's rules; raise KeyError for a slug that is none's."""
    words = import_module(f"{__name__}.{packages()[slug]}.vocabulary")
    return cast(type[StrEnum], words.Effect)


@cache
def own_flags_of(slug: str) -> tuple[StrEnum, ...]:
    """The kinds of flag that a program alone has: `OwnFlag` of its `flags`; none without one."""
    own = part_in(__name__, slug, "flags")
    return tuple(own.OwnFlag) if own else ()
