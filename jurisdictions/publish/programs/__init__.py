"""What publishing has to know of a program: how its rows become facts, how far a change reaches."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from typing import Any, Protocol, cast

from jurisdictions.publish.acts_alone import ActsAlone
from jurisdictions.publish.rows import Rows
from jurisdictions.status.programs import packages, part_in


class Loaded(Protocol):
    """The facts of a program after a change."""

    @property
    def parents(self) -> Mapping[str, str]:
        """Every place but the nation, with its state or ""; states before what lies in them."""
        ...

    def seen(self, geoid: str) -> Any:
        """All that a place sees, as the program's rule takes it."""
        ...


class Publishing(Protocol):
    """A program's module in this folder."""

    def load(self, rows: Rows) -> Loaded:
        """The facts that the rows tell of."""
        ...

    def reach(self, touched: Collection[str], places: Collection[str]) -> set[str]:
        """Of all places those whose status may change when these facts' places are touched."""
        ...


def has_publishing(slug: str) -> bool:
    """Whether a program can be published: it has a rule."""
    return slug in packages()


@cache
def publishing_of(slug: str) -> Publishing:
    """A program's module; that of federal acts alone where it has none. Raise KeyError for none."""
    return cast(Publishing, part_in(__name__, slug) or ActsAlone(slug))
