"""Which places a list is asked for: the filters of the list page, under the same names."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal, get_args

from django.http import QueryDict
from django.utils.translation import gettext as _

from jurisdictions.api.parameters import day, one_of, searched, several, single, words
from jurisdictions.read import list_filters
from jurisdictions.read.asking import BadAsk
from jurisdictions.read.places import places_of
from jurisdictions.read.program_reading import DAY, YES_OR_NO, facets_of, reading_of
from jurisdictions.read.rows import AsOf
from jurisdictions.read.statuses import StatusFilter
from jurisdictions.status.vocabulary import PlaceKind

Level = Literal["county", "state"]

LEVELS: tuple[Level, ...] = get_args(Level)
KINDS = tuple(kind for kind in PlaceKind if kind is not PlaceKind.NATION)
YES_NO = ("yes", "no")
PLACE_FILTERS = ("level", "state", "kind", "text")
FILTERS = (
    *PLACE_FILTERS,
    *(name for name in list_filters.FILTERS if name not in (*PLACE_FILTERS, "sort")),
)


def filters_of(query: QueryDict, as_of: AsOf) -> tuple[StatusFilter, ...]:
    """One filter for each level asked for, county equivalents by default.

    Raises BadParameter and BadAsk.
    """
    program = as_of.program.slug
    takes = {DAY: day, YES_OR_NO: _yes_or_no}
    own = {name: takes[what](query, name) for name, what in reading_of(program).OWN.items()}
    said = {name: words(query, name, vocabulary) for name, vocabulary in facets_of(program).items()}
    foreign = set(FILTERS) - {*PLACE_FILTERS, *own, *said}
    if refused := sorted(foreign.intersection(query)):
        raise BadAsk(refused[0], _("is no filter of this program"))
    wanted = StatusFilter(
        states=states_of(query, as_of),
        kinds=words(query, "kind", KINDS),
        words={name: asked for name, asked in said.items() if asked},
        own={name: value for name, value in own.items() if value is not None},
        text=searched(query, "text"),
    )
    levels = levels_of(query) or ("county",)
    return tuple(replace(wanted, level=level) for level in levels)


def levels_of(query: QueryDict) -> tuple[str, ...]:
    """The levels asked for, counties first; () when none is named; raises BadParameter."""
    named = one_of(query, "level", LEVELS)
    return tuple(level for level in LEVELS if level in named)


def states_of(query: QueryDict, as_of: AsOf) -> tuple[str, ...]:
    """The two-letter codes asked for, written either way; raises BadParameter."""
    if not several(query, "state"):
        return ()
    query = query.copy()
    query.setlist("state", [code.upper() for code in query.getlist("state")])
    known = sorted(place.state for place in places_of(as_of).values() if place.is_state)
    return one_of(query, "state", known)


def _yes_or_no(query: QueryDict, name: str) -> bool | None:
    single(query, name)
    said = one_of(query, name, YES_NO)
    return said[0] == "yes" if said else None
