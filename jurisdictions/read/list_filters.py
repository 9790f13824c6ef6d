"""The filters of the list, declared once: their names in the address, and what each admits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import django_filters
from django.http import QueryDict

from jurisdictions.read.filter_fields import (
    DayFilter,
    ListFilterSet,
    a_text,
    one_of,
    several_of,
)
from jurisdictions.read.kept_once import kept_once
from jurisdictions.read.kept_rows import COUNTY, STATE
from jurisdictions.read.program_reading import DAY, YES_OR_NO, facets_of, reading_of
from jurisdictions.read.rows import AsOf, StatusRow
from jurisdictions.read.statuses import BEST, StatusFilter, status_rows
from jurisdictions.status.programs import packages
from jurisdictions.status.vocabulary import PlaceKind

YES, NO = "yes", "no"
SORTS = ("name", "state", "status", "since")
"""Orders that every list offers; each also runs backwards with a minus sign."""


class PlaceFilterSet(ListFilterSet):
    """What the list of places can be asked for; the rows are spans of one day."""

    @property
    def chosen(self) -> StatusFilter:
        """The filter that the values make."""
        said = self.said
        program = self.as_of.program.slug
        own = {name: _own(said[name]) for name in reading_of(program).OWN}
        return StatusFilter(
            level=said["level"] or COUNTY,
            states=tuple(said["state"]),
            kinds=tuple(said["kind"]),
            words={name: tuple(said[name]) for name in facets_of(program) if said[name]},
            own={name: value for name, value in own.items() if value is not None},
            text=said["text"],
        )

    @property
    def order(self) -> str:
        """The order asked for; when none is, by name, or the likeliest first for a text."""
        return self.said["sort"] or (BEST if self.said["text"] else SORTS[0])

    @property
    def rows(self) -> tuple[StatusRow, ...]:
        """The places that fit, in order."""
        return status_rows(self.as_of, self.chosen, self.order)


def _own(said: Any) -> Any:
    """The value of a filter of the program's own: a day, yes or no; None when absent."""
    return {YES: True, NO: False, "": None}.get(said, said)


@cache
def filter_set_of(program: str) -> type[PlaceFilterSet]:
    """The filters of a program's list: those of every list, its facets, and its own."""
    own: dict[str, Callable[[], django_filters.Filter]] = {
        DAY: DayFilter,
        YES_OR_NO: lambda: one_of((YES, NO)),
    }
    sorts = (*SORTS, *reading_of(program).SORTS)
    members = {
        "level": one_of((COUNTY, STATE)),
        "state": django_filters.MultipleChoiceFilter(),
        "kind": several_of(PlaceKind),
        **{name: several_of(words) for name, words in facets_of(program).items()},
        **{name: own[what]() for name, what in reading_of(program).OWN.items()},
        "text": a_text(),
        "sort": one_of(sign + name for name in sorts for sign in ("", "-")),
    }
    return type("ProgramFilterSet", (PlaceFilterSet,), members)


def filters_asked(as_of: AsOf, query: QueryDict) -> PlaceFilterSet:
    """The filters of the program's list, as a query fills them."""
    return filter_set_of(as_of.program.slug)(as_of, query)


def _of_all_programs(*kinds: type[django_filters.Filter]) -> tuple[str, ...]:
    sets = (filter_set_of(slug).base_filters for slug in packages())
    found = (name for one in sets for name, each in one.items() if isinstance(each, kinds))
    return tuple(dict.fromkeys(found))


FILTERS = _of_all_programs(django_filters.Filter)
"""The names of all programs' filters in an address, in their order."""
REPEATABLE = _of_all_programs(django_filters.MultipleChoiceFilter)
"""Those that may be given several times."""


def filters_in(as_of: AsOf, query: QueryDict) -> tuple[StatusFilter, str]:
    """The filter and the order that a query asks for; raise BadAsk for what cannot be read.

    Kept for the queries last asked: to make a form takes longer than to answer from it.
    """
    names = filter_set_of(as_of.program.slug).base_filters
    said = tuple((name, tuple(values)) for name, values in query.lists() if name in names)
    return _filters_in(replace(as_of, on=date.min, known_on=None), said)


@kept_once(maxsize=256)
def _filters_in(
    as_of: AsOf, said: tuple[tuple[str, tuple[str, ...]], ...]
) -> tuple[StatusFilter, str]:
    query = QueryDict(mutable=True)
    for name, values in said:
        query.setlist(name, list(values))
    filters = filters_asked(as_of, query)
    return filters.chosen, filters.order
