"""Charts as pages show them: drawn for a desk and for a phone, with their files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from jurisdictions.read.rows import PlaceRow
from jurisdictions.render.charts.chart import Chart, Size
from jurisdictions.render.files.forms import CSV, JSON, XLSX
from jurisdictions.render.pictures.through_time import Paint, page_paint
from jurisdictions.web.charts.asked import asked_as
from jurisdictions.web.map.drawn import page_colours
from jurisdictions.web.site.addresses import address

PICTURES = ("svg", "png")
FILES = (CSV, XLSX, JSON)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A body with the frame that it fills; `css` is the class of its size."""

    css: str
    frame: str
    body: SafeString


@dataclass(frozen=True, slots=True)
class Shown:
    """What charts/chart.html reads: a chart, its id in the page, its drawings, its files."""

    chart: Chart
    id: str
    drawings: tuple[Drawing, ...]
    files: tuple[tuple[str, str], ...]


def shown(
    charts: Iterable[Chart], place: PlaceRow | None, kept: Mapping[str, str], at: str = ""
) -> list[Shown]:
    """The charts of a place with links that keep what was asked; `at` begins their ids."""
    paint = page_paint(page_colours())
    return [
        Shown(
            chart,
            f"{at}chart-{chart.name}",
            tuple(_drawings(chart, paint, at)),
            tuple(files_of(chart.name, place, kept)),
        )
        for chart in charts
    ]


def _drawings(chart: Chart, paint: Paint, at: str) -> Iterator[Drawing]:
    if chart.draw is None:
        return
    sizes: dict[str, Size] = {"wide": chart.wide, "narrow": chart.narrow}
    for css, size in sizes.items():
        body = chart.draw(size, paint, f"{at}{chart.name}-{css}")
        # What was drawn by us, of numbers and escaped words.
        yield Drawing(css, f"{size.width} {size.height}", mark_safe(body))  # noqa: S308


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
