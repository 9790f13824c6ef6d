"""What the list of places shows: rows, facets with counts, sorting, pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from jurisdictions.read.list_filters import FILTERS, SORTS, PlaceFilterSet
from jurisdictions.read.places import places_of
from jurisdictions.read.program_reading import reading_of
from jurisdictions.read.rows import StatusRow
from jurisdictions.read.statuses import facets
from jurisdictions.render.programs import part_of
from jurisdictions.render.words.sureness import FACETS as SURE_FACETS
from jurisdictions.status.dates import PartialDate
from jurisdictions.status.vocabulary import PlaceKind
from jurisdictions.web.site.listing import (
    cleared,
    facet,
    headings,
    is_filtered,
    page_of,
    state_options,
    turns,
)
from jurisdictions.web.site.take.lists import places_offers

SORT_TITLES = {
    "name": noop("Jurisdiction"),
    "state": noop("State"),
    "status": noop("Status"),
    "since": noop("Since"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A place of the list: a word told after its status, the program's days, its words."""

    row: StatusRow
    marked: StrEnum | None
    days: tuple[PartialDate | None, ...]
    words: tuple[StrEnum, ...]


OWN_FILTERS = "places/programs/{}/filters.html"
"""The form of the filters that only one program has; it has them in `OWN` of its reading."""
KIND = ("kind", noop("Kind of place"), PlaceKind, "")
"""The facet of every list."""


def places_context(request: HttpRequest, filters: PlaceFilterSet) -> dict[str, object]:
    """Everything that places/page.html reads; raise BadAsk for a parameter that is wrong."""
    as_of, chosen, rows = filters.as_of, filters.chosen, filters.rows
    counts = facets(as_of, chosen)
    program = as_of.program.slug
    page = page_of(request, rows)
    titles = SORT_TITLES | part_of(program, "facets").SORTS
    return {
        "filters": filters,
        "chosen": chosen,
        "total": len(rows),
        "page": page,
        "lines": [_line(row, program) for row in page.object_list],
        "listed": [_(title) for _name, title in part_of(program, "facets").LISTED],
        "own_filters": OWN_FILTERS.format(program) if reading_of(program).OWN else "",
        "facets": [
            facet(name, title, words, counts[name], chosen.among.get(name, ()), _swatch(css))
            for name, title, words, css in _facets_of(program)
        ],
        "state_options": state_options(as_of, counts["state"], chosen.states),
        "headings": headings(
            request,
            filters.order,
            {name: titles[name] for name in (*SORTS, *reading_of(program).SORTS)},
        ),
        "pages": turns(request, page),
        "take": places_offers(request.GET, [row.geoid for row in rows], len(places_of(as_of))),
        "cleared": cleared(request),
        "filtered": is_filtered(request, FILTERS),
    }


def _facets_of(program: str) -> list[tuple[str, str, type[StrEnum], str]]:
    """The program's, how sure the record is, and the kind of place."""
    own = list(part_of(program, "facets").FACETS)
    named = {name for name, *_rest in own}
    return [*own, *(one for one in SURE_FACETS if one[0] not in named), KIND]


def _swatch(css: str) -> Callable[[StrEnum], str]:
    """The class of a word's swatch."""
    return lambda word: f"{css}-{word}" if css else ""


def _line(row: StatusRow, program: str) -> Line:
    shown = part_of(program, "facets")
    marked = shown.MARKED
    return Line(
        row,
        marked[1] if marked and getattr(row, marked[0]) == marked[1] else None,
        tuple(row.known[day] for day in reading_of(program).SORTS),
        tuple(getattr(row, name) for name, _title in shown.LISTED),
    )
