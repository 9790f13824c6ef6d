"""Charts as pages show them: drawn for a desk and for a phone, with their table and their files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from html import escape

from django.utils.safestring import SafeString, mark_safe

from jurisdictions.read.rows import PlaceRow
from jurisdictions.render.charts.chart import Chart, Key, Numbers, Size
from jurisdictions.render.files.forms import CSV, JSON, XLSX
from jurisdictions.render.pictures.through_time import Paint, page_paint
from jurisdictions.web.charts.asked import asked_as
from jurisdictions.web.map.drawn import page_colours
from jurisdictions.web.site.addresses import address
from jurisdictions.web.site.cards import CardTable, Column

PICTURES = ("svg", "png")
FILES = (CSV, XLSX, JSON)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A body with the frame that it fills; `css` is the class of its size."""

    css: str
    frame: str
    body: SafeString


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart with its drawings, none of a day, and its table: what is the same on every day."""

    chart: Chart
    drawings: tuple[Drawing, ...]
    table: SafeString


@dataclass(frozen=True, slots=True)
class Shown:
    """What charts/chart.html reads: a chart, its id in the page, its drawings, table and files."""

    chart: Chart
    id: str
    drawings: tuple[Drawing, ...]
    table: SafeString
    files: tuple[tuple[str, str], ...]


def shown(charts: Iterable[Chart], place: PlaceRow | None, kept: Mapping[str, str]) -> list[Shown]:
    """The charts of a place with links that keep what was asked."""
    return [of_day(drawn(chart), place, kept) for chart in charts]


def drawn(chart: Chart, at: str = "") -> Drawn:
    """The chart in both sizes; `at` begins the names of its textures."""
    paint = page_paint(page_colours())
    table = _table(chart.numbers) if chart.draw else mark_safe("")
    return Drawn(chart, tuple(_drawings(chart, paint, at)), table)


def of_day(
    one: Drawn,
    place: PlaceRow | None,
    kept: Mapping[str, str],
    at: str = "",
    on: date | None = None,
) -> Shown:
    """The chart with a line at a day, if any, and its files; `at` begins its id."""
    return Shown(
        one.chart,
        f"{at}chart-{one.chart.name}",
        _marked(one, on) if on else one.drawings,
        one.table,
        tuple(files_of(one.chart.name, place, kept)),
    )


def shown_with(chart: Chart, files: Iterable[tuple[str, str]], on: date) -> Shown:
    """A chart with a line at a day, and with these files."""
    one = drawn(chart)
    return Shown(chart, f"chart-{chart.name}", _marked(one, on), one.table, tuple(files))


def _sizes(chart: Chart) -> dict[str, Size]:
    """The sizes by the classes of their drawings."""
    return {"wide": chart.wide, "narrow": chart.narrow}


def _drawings(chart: Chart, paint: Paint, at: str) -> Iterator[Drawing]:
    if chart.draw is None:
        return
    for css, size in _sizes(chart).items():
        body = chart.draw(size, paint, f"{at}{chart.name}-{css}")
        # What was drawn by us, of numbers and escaped words.
        yield Drawing(css, f"{size.width} {size.height}", mark_safe(body))  # noqa: S308


def _marked(one: Drawn, on: date) -> tuple[Drawing, ...]:
    mark, sizes = one.chart.mark, _sizes(one.chart)
    if mark is None:
        return one.drawings
    paint = page_paint(page_colours())
    return tuple(
        Drawing(
            drawing.css,
            drawing.frame,
            mark_safe(drawing.body + mark(sizes[drawing.css], paint, on)),  # noqa: S308
        )
        for drawing in one.drawings
    )


def _table(numbers: Numbers) -> SafeString:
    columns = [Column(escape(numbers.first)), *map(_column, numbers.heads)]
    table = CardTable(columns)
    return table.html(
        table.row([escape(row.title), *map(escape, row.cells)]) for row in numbers.rows
    )


def _column(head: Key) -> Column:
    swatch = f'<span class="swatch {head.token}"></span>' if head.token else ""
    return Column(f"{swatch}{escape(head.label)}", "number")


def files_of(
    chart: str, place: PlaceRow | None, kept: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """The label and the address of each file and picture of a chart."""
    # Charts are of all days.
    said = {name: value for name, value in kept.items() if name != "date"} | asked_as(place)
    for form in FILES:
        way = address("chart-file", {}, chart=chart, form=form.extension, **said)
        yield form.label, way
    for extension in PICTURES:
        yield extension.upper(), address(f"chart-{extension}", {}, chart=chart, **said)
