"""What the list of places shows: rows, facets with counts, sorting, pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.core.paginator import Page, Paginator
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from jurisdictions.read.asking import BadAsk
from jurisdictions.read.list_filters import SORTS, PlaceFilterSet
from jurisdictions.read.places import places_of, states_of
from jurisdictions.read.programs import reading_of
from jurisdictions.read.rows import StatusRow
from jurisdictions.read.statuses import facets
from jurisdictions.render.programs import part_of
from jurisdictions.render.words.labels import label
from jurisdictions.status.dates import PartialDate
from jurisdictions.status.vocabulary import PlaceKind
from jurisdictions.web.site.addresses import kept_of, query_of, with_query
from jurisdictions.web.site.take import places_offers

PAGE_SIZE = 50
SORT_TITLES = {
    "name": noop("Jurisdiction"),
    "state": noop("State"),
    "status": noop("Status"),
    "since": noop("Since"),
}


@dataclass(frozen=True, slots=True)
class Option:
    """A word that a facet offers, with how many places it would give."""

    value: str
    label: str
    count: int
    chosen: bool
    css: str = ""


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter by words: its name in the address, its title, its options."""

    name: str
    title: str
    options: tuple[Option, ...]

    @property
    def in_use(self) -> bool:
        """Whether a word of it is chosen."""
        return any(option.chosen for option in self.options)


@dataclass(frozen=True, slots=True)
class Heading:
    """A column that sorts: where it leads, and how it is sorted now."""

    title: str
    href: str
    direction: str


@dataclass(frozen=True, slots=True)
class Line:
    """A place of the list: a word told after its status, the program's days, its words."""

    row: StatusRow
    marked: StrEnum | None
    days: tuple[PartialDate | None, ...]
    words: tuple[StrEnum, ...]


KIND = ("kind", noop("Kind of place"), PlaceKind, "")
"""The facet of every list."""


def places_context(request: HttpRequest, filters: PlaceFilterSet) -> dict[str, object]:
    """Everything that places/page.html reads; raise BadAsk for a parameter that is wrong."""
    as_of, chosen, rows = filters.as_of, filters.chosen, filters.rows
    counts = facets(as_of, chosen)
    program = as_of.program.slug
    page = _page(request, rows)
    return {
        "filters": filters,
        "chosen": chosen,
        "total": len(rows),
        "page": page,
        "lines": [_line(row, program) for row in page.object_list],
        "listed": [_(title) for _name, title in part_of(program, "facets").LISTED],
        "asks_activation": "activated_after" in reading_of(program).OWN,
        "facets": [
            _facet(name, title, words, css, counts[name], chosen.among.get(name, ()))
            for name, title, words, css in (*part_of(program, "facets").FACETS, KIND)
        ],
        "state_options": [
            Option(
                place.state,
                place.name,
                counts["state"][place.state],
                place.state in chosen.states,
            )
            for place in states_of(as_of)
        ],
        "headings": _headings(request, filters.order, program),
        "pages": _turn(request, page),
        "take": places_offers(request.GET, [row.geoid for row in rows], len(places_of(as_of))),
        "cleared": with_query(request.path, kept_of(request.GET)),
        "filtered": bool(set(query_of(request)) - set(kept_of(request.GET)) - {"page", "sort"}),
    }


def _facet(
    name: str,
    title: str,
    words: Iterable[StrEnum],
    css: str,
    counts: Mapping[str, int],
    chosen: tuple[str, ...],
) -> Facet:
    options = (
        Option(
            word, label(word), counts.get(word, 0), word in chosen, f"{css}-{word}" if css else ""
        )
        for word in words
        if counts.get(word, 0) or word in chosen
    )
    return Facet(name, _(title), tuple(options))


def _line(row: StatusRow, program: str) -> Line:
    shown = part_of(program, "facets")
    member, word = shown.MARKED
    return Line(
        row,
        word if getattr(row, member) == word else None,
        tuple(row.known[day] for day in reading_of(program).SORTS),
        tuple(getattr(row, name) for name, _title in shown.LISTED),
    )


def _page(request: HttpRequest, rows: tuple[StatusRow, ...]) -> Page[StatusRow]:
    paginator = Paginator(rows, PAGE_SIZE)
    text = request.GET.get("page") or "1"
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= paginator.num_pages):
        raise BadAsk("page", _("is not a page of this list"))
    return paginator.page(int(text))


def _headings(request: HttpRequest, sort: str, program: str) -> list[Heading]:
    query = {name: value for name, value in query_of(request).items() if name != "page"}
    found = []
    titles = SORT_TITLES | part_of(program, "facets").SORTS
    for name in (*SORTS, *reading_of(program).SORTS):
        turned = f"-{name}" if sort == name else name
        direction = {name: "ascending", f"-{name}": "descending"}.get(sort, "")
        href = with_query(request.path, {**query, "sort": turned})
        found.append(Heading(_(titles[name]), href, direction))
    return found


def _turn(request: HttpRequest, page: Page[StatusRow]) -> dict[str, str]:
    """Where the previous, next, first and last page are; a missing one is left out."""
    query = query_of(request)
    to: Callable[[int], str] = lambda number: with_query(  # noqa: E731
        request.path, {**query, "page": number}
    )
    found = {}
    if page.has_previous():
        found["previous"] = to(page.previous_page_number())
    if page.has_next():
        found["next"] = to(page.next_page_number())
    return found
