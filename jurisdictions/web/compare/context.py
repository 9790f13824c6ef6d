"""What the page of two days shows: a sentence, maps, a matrix, the places with why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.core.paginator import Page, Paginator
from django.http import HttpRequest

from jurisdictions.read.compared.asked import SEVERAL, TAKES, TwoDays, statuses_of
from jurisdictions.read.compared.between import ComparedRow, Comparison, compared
from jurisdictions.read.happened.asked import FROM, STATE, TO
from jurisdictions.read.many_days import DATES, SHAPE, WIDE
from jurisdictions.read.places import states_of
from jurisdictions.read.rows import AsOf
from jurisdictions.render.files.columns.compared import ChangedPlace
from jurisdictions.render.files.compared import told_with_why
from jurisdictions.render.pictures.map_legend import LegendItem
from jurisdictions.render.pictures.map_legend import statuses_of as in_order
from jurisdictions.render.words.compared import compared_sentence, compared_title
from jurisdictions.render.words.labels import label
from jurisdictions.web.changes.context import Option
from jurisdictions.web.changes.presets import presets
from jurisdictions.web.compare.picture import LAYER, legend
from jurisdictions.web.site.addresses import address, kept_of
from jurisdictions.web.site.take.days import compared_offers

PAGE_SIZE = 100
Said = dict[str, object]


@dataclass(frozen=True, slots=True)
class Cell:
    """How many places had the row's status before and the column's after; `href` lists them."""

    number: int
    href: str
    current: bool
    same: bool


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """The places that had a status on the first day."""

    was: str
    css: str
    cells: tuple[Cell, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Line:
    """A changed place; `state` is its state's name where it is the first of that on the page."""

    row: ChangedPlace
    state: str


def compare_context(request: HttpRequest, as_of: AsOf, asked: TwoDays) -> dict[str, object]:
    """Everything that compare/page.html reads; `as_of` is on the last day."""
    found = compared(as_of, asked)
    page = Paginator(found.fitting, PAGE_SIZE).get_page(request.GET.get("page"))
    said = _said(request, asked)
    afters = _occurring(as_of, (now for _was, now in found.ways))
    return {
        "asked": asked,
        "title": compared_title(found),
        "sentence": compared_sentence(found),
        "presets": presets(as_of, request.GET, asked, page="compare"),
        "state_options": [
            Option(place.state, place.name, place.state in asked.states)
            for place in states_of(as_of)
        ],
        "was_options": _options(as_of, asked.was),
        "now_options": _options(as_of, asked.now),
        "pictures": _pictures(said, asked),
        "legend": _legend(as_of, found),
        "afters": [(label(word), f"{LAYER}-{word}") for word in afters],
        "matrix": _matrix(as_of, found, afters, said),
        "total": len(found.fitting),
        "all_changed": len(found.changed),
        "narrowed": bool(asked.was or asked.now),
        "widened": address("compare", {}, **_without(said, "was", "now", "page")),
        "page": page,
        "lines": list(_lines(as_of, asked, list(page.object_list))),
        "pages": _turns(said, page),
        "changes": address("changes", kept_of(request.GET), **_days(asked)),
        "take": compared_offers(
            request.GET, TAKES, [one.after.geoid for one in found.fitting], _both(asked, found)
        ),
    }


def _both(asked: TwoDays, found: Comparison) -> tuple[Said, int]:
    """What asks for the list on either day, and how many places are in it."""
    days = ",".join(dict.fromkeys((asked.first.isoformat(), asked.last.isoformat())))
    query: Said = {DATES: days, SHAPE: WIDE, STATE: list(asked.states)}
    return {"date": None, **query}, found.total


def _said(request: HttpRequest, asked: TwoDays) -> Said:
    """The query of every link of the page: the days as they were understood, and what it keeps."""
    query = request.GET
    kept: Said = {name: said for name, said in kept_of(query).items() if name != "date"}
    given: Said = {
        name: query.getlist(name) if name in SEVERAL else query[name]
        for name in TAKES
        if query.get(name)
    }
    return {**kept, **given, **_days(asked)}


def _days(asked: TwoDays) -> dict[str, str]:
    return {FROM: asked.first.isoformat(), TO: asked.last.isoformat()}


def _without(said: Said, *names: str) -> Said:
    return {name: value for name, value in said.items() if name not in names}


def _occurring(as_of: AsOf, words: Iterable[StrEnum]) -> Sequence[StrEnum]:
    found = set(words)
    return [word for word in in_order(as_of.program.slug) if word in found]


def _options(as_of: AsOf, chosen: str) -> list[Option]:
    return [Option(word.value, label(word), word.value == chosen) for word in statuses_of(as_of)]


def _pictures(said: Said, asked: TwoDays) -> dict[str, str]:
    """The map of what is otherwise, alone and with its words, and the maps of either day."""
    state: Said = {STATE: asked.states[0]} if len(asked.states) == 1 else {}
    kept = _without(said, FROM, TO, STATE, "was", "now", "page")

    def of_day(day: str) -> str:
        return address("map-png", {}, **{**kept, **state, "date": day, "size": "small"})

    asking = _without(said, "page")
    return {
        "changed": address("compare-png", {}, **asking, size="bare"),
        "first": of_day(asked.first.isoformat()),
        "last": of_day(asked.last.isoformat()),
        "svg": address("compare-svg", {}, **asking),
        "png": address("compare-png", {}, **asking, size="1600"),
    }


def _legend(as_of: AsOf, found: Comparison) -> list[tuple[LegendItem, str]]:
    """The legend of the map, each with the class of its swatch."""
    return [(item, f"{LAYER}-{item.value}") for item in legend(as_of, found)]


def _matrix(
    as_of: AsOf, found: Comparison, afters: Sequence[StrEnum], said: Said
) -> list[MatrixRow]:
    asked = found.asked
    befores = _occurring(as_of, (was for was, _now in found.ways))
    kept = _without(said, "was", "now", "page")

    def cell(was: StrEnum, now: StrEnum) -> Cell:
        way = {"was": was.value, "now": now.value}
        return Cell(
            found.ways.get((was, now), 0),
            f"{address('compare', {}, **kept, **way)}#list" if was != now else "",
            (asked.was, asked.now) == (was, now),
            was == now,
        )

    rows = []
    for was in befores:
        cells = tuple(cell(was, now) for now in afters)
        rows.append(
            MatrixRow(label(was), f"{LAYER}-{was}", cells, sum(one.number for one in cells))
        )
    return rows


def _lines(as_of: AsOf, asked: TwoDays, rows: Sequence[ComparedRow]) -> Iterable[Line]:
    names = {place.state: place.name for place in states_of(as_of)}
    before = ""
    for row in told_with_why(as_of, asked, rows):
        yield Line(row, names[row.state] if row.state != before else "")
        before = row.state


def _turns(said: Said, page: Page[ComparedRow]) -> dict[str, str]:
    ways = {}
    if page.has_previous():
        ways["previous"] = page.previous_page_number()
    if page.has_next():
        ways["next"] = page.next_page_number()
    return {
        name: f"{address('compare', {}, **{**said, 'page': number})}#list"
        for name, number in ways.items()
    }
