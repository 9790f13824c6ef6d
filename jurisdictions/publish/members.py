"""Rows whose members are those of a program: made from its declaration, as fast as any tuple.

A row class says the members that it has for every program, and where the program's own stand: a
word for each dimension, and each of its days.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Iterable
from functools import cache
from typing import Any, TypeVar

from jurisdictions.status.program import Derived
from jurisdictions.status.programs import rule_of

Row = TypeVar("Row")


@cache
def dimensions_of(slug: str) -> tuple[str, ...]:
    """The names of a program's dimensions, in the order of its rule."""
    return tuple(one.name for one in rule_of(slug).DIMENSIONS)


@cache
def days_of(slug: str) -> tuple[str, ...]:
    """The names of a program's own days."""
    return tuple(rule_of(slug).DAYS)


@cache
def derived_of(slug: str) -> tuple[Derived, ...]:
    """The words that follow from a program's dimensions and reasons."""
    return tuple(getattr(rule_of(slug), "DERIVED", ()))


def row_type(
    slug: str, base: type[Row], members: Iterable[str], defaults: Iterable[Any] = ()
) -> type[Row]:
    """A NamedTuple with these members that is also of the base's type, and knows its program."""
    make: Any = namedtuple  # its members are data: no type checker could know them
    fields = make(base.__name__, tuple(members), defaults=tuple(defaults))
    return type(
        base.__name__, (fields, base), {"__slots__": (), "__doc__": base.__doc__, "program": slug}
    )
