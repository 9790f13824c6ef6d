"""What a program says of a place beside what is said of every program: its own part of the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import cast

from jurisdictions.read.rows import AsOf, FactRow, PlaceRow, SpanRow, StatusRow
from jurisdictions.render.programs import own_part as own_file
from jurisdictions.render.words.drawn import Drawn
from jurisdictions.render.words.grounds import Ground
from jurisdictions.render.words.notes import Cited


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table of a state's jurisdictions: its title, and what a row says there."""

    title: str
    cell: Callable[[StatusRow], str]


@dataclass(frozen=True, slots=True)
class OwnPart:
    """What `place.py` of a program's folder gives; all of it may be absent.

    `answer`, `detail`, `happened`, `compared`: templates that stand below the status, behind it,
    with what happened, and with the comparison. They read `context`; `cited` rest on sources, in
    the order in which they are read. `told`: the kinds of fact that they tell, and nothing else has
    to. `more`: sentences behind the line that says why. `grounds`: the facts that decided.
    `decided`: those of a dimension, where their kind alone does not tell. `drawn`: what is marked
    on the timeline, in the place of all dated facts. `without_entry`: kinds of fact that the page
    tells only in numbers, so that nothing leads there. `columns`: of the table of a state's
    jurisdictions. `entries`: how many `happened` tells.
    """

    context: Mapping[str, object] = field(default_factory=dict)
    cited: tuple[Cited, ...] = ()
    told: frozenset[str] = frozenset()
    more: tuple[str, ...] = ()
    grounds: tuple[Ground, ...] = ()
    decided: Mapping[str, tuple[FactRow, ...]] = field(default_factory=dict)
    drawn: tuple[Drawn, ...] | None = None
    without_entry: frozenset[str] = frozenset()
    answer: str = ""
    detail: str = ""
    happened: str = ""
    compared: str = ""
    columns: tuple[Column, ...] = ()
    entries: int = 0


def own_part(as_of: AsOf, place: PlaceRow, span: SpanRow) -> OwnPart:
    """What the program of the edition adds; nothing where its folder has no `place.py`."""
    own = own_file(as_of.program.slug, "place")
    return cast(OwnPart, own.own_part(as_of, place, span)) if own else OwnPart()
