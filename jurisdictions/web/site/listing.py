"""What the pages of all lists share: facets with counts, headings that sort, pages."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest
from django.utils.translation import gettext as _

from jurisdictions.read.asking import BadAsk
from jurisdictions.read.places import states_of
from jurisdictions.read.rows import AsOf
from jurisdictions.render.words.labels import label
from jurisdictions.web.site.addresses import kept_of, query_of, with_query

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class Option:
    """A word that a facet offers, with how many rows it would give."""

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


def facet(
    name: str,
    title: str,
    words: Iterable[StrEnum],
    counts: Mapping[str, int],
    chosen: Sequence[str],
    css: Callable[[Any], str] = lambda word: "",
) -> Facet:
    """A facet with the words that would give something, and those that are chosen."""
    options = (
        Option(word, label(word), counts.get(word, 0), word in chosen, css(word))
        for word in words
        if counts.get(word, 0) or word in chosen
    )
    return Facet(name, _(title), tuple(options))


def state_options(as_of: AsOf, counts: Mapping[str, int], chosen: Sequence[str]) -> list[Option]:
    """Every state by name, with how many rows it would give."""
    return [
        Option(place.state, place.name, counts.get(place.state, 0), place.state in chosen)
        for place in states_of(as_of)
    ]


def page_of(request: HttpRequest, rows: Sequence[Any]) -> Page[Any]:
    """The page asked for; raise BadAsk for one that there is not."""
    paginator = Paginator(rows, PAGE_SIZE)
    text = request.GET.get("page") or "1"
    # Longer than any number of pages: int() itself would refuse thousands of digits.
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0
    if not 1 <= number <= paginator.num_pages:
        raise BadAsk("page", _("is not a page of this list"))
    return paginator.page(number)


def headings(request: HttpRequest, order: str, titles: Mapping[str, str]) -> list[Heading]:
    """The columns that sort, by the name of their order."""
    query = {name: value for name, value in query_of(request).items() if name != "page"}
    found = []
    for name, title in titles.items():
        turned = f"-{name}" if order == name else name
        direction = {name: "ascending", f"-{name}": "descending"}.get(order, "")
        href = with_query(request.path, {**query, "sort": turned})
        found.append(Heading(_(title), href, direction))
    return found


def turns(request: HttpRequest, page: Page[Any]) -> dict[str, str]:
    """Where the previous and the next page are; a missing one is left out."""
    query = query_of(request)

    def to(number: int) -> str:
        return with_query(request.path, {**query, "page": number})

    found = {}
    if page.has_previous():
        found["previous"] = to(page.previous_page_number())
    if page.has_next():
        found["next"] = to(page.next_page_number())
    return found


@dataclass(frozen=True, slots=True)
class Undo:
    """A filter in use, in words, and the list without it."""

    label: str
    href: str


def undoing(request: HttpRequest, said: Mapping[str, str]) -> list[Undo]:
    """Each filter in use that is `said` in words, by its name in the address, and the way out."""
    query = {name: value for name, value in query_of(request).items() if name != "page"}
    return [
        Undo(said[name], with_query(request.path, {k: v for k, v in query.items() if k != name}))
        for name in query
        if name in said
    ]


def cleared(request: HttpRequest) -> str:
    """The list without any filter: the day, and what else every link keeps, stay."""
    return with_query(request.path, kept_of(request.GET))


def is_filtered(request: HttpRequest, takes: Collection[str]) -> bool:
    """Whether the address asks for a part of the list, by one of the filters that it `takes`.

    What it brings along that is no filter, such as a campaign's name, asks for none.
    """
    asked = set(query_of(request)) & set(takes)
    return bool(asked - set(kept_of(request.GET)) - {"page", "sort", "program"})
