"""What a program says of a place beside what is said of every program: its own part of the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import import_module
from importlib.util import find_spec
from typing import cast

from jurisdictions.read.rows import AsOf, PlaceRow, SpanRow
from jurisdictions.render.words.drawn import Drawn
from jurisdictions.render.words.grounds import Ground
from jurisdictions.render.words.notes import Cited
from jurisdictions.status.programs import packages


@dataclass(frozen=True, slots=True)
class OwnPart:
    """What `place.py` of a program's folder gives; all of it may be absent.

    `answer`, `around`, `happened`, `activated`, `members`: templates that stand below the status,
    behind it on a state's page, with what happened, beside the comparison with the state, and in
    the place of the plain table of a state's jurisdictions. They read `context`; `cited` rest on
    sources, in the order in which they are read. `told`: the kinds of fact that they tell, and
    nothing else has to. `more`: sentences behind the line that says why. `grounds`: the facts that
    decided. `drawn`: what is marked on the timeline, in the place of all dated facts.
    `without_entry`: kinds of fact that the page tells only in numbers, so that nothing leads there.
    """

    context: Mapping[str, object] = field(default_factory=dict)
    cited: tuple[Cited, ...] = ()
    told: frozenset[str] = frozenset()
    more: tuple[str, ...] = ()
    grounds: tuple[Ground, ...] = ()
    without_entry: frozenset[str] = frozenset()
    answer: str = ""
    around: str = ""
    happened: str = ""
    activated: str = ""
    members: str = ""
    drawn: tuple[Drawn, ...] | None = None


def own_part(as_of: AsOf, place: PlaceRow, span: SpanRow) -> OwnPart:
    """What the program of the edition adds; nothing where its folder has no `place.py`."""
    name = f"{__package__}.{packages()[as_of.program.slug]}.place"
    if find_spec(name) is None:
        return OwnPart()
    return cast(OwnPart, import_module(name).own_part(as_of, place, span))
