"""The charts of a place in its report: drawn as on its page, for paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from jurisdictions.read.rows import AsOf, PlaceRow
from jurisdictions.render.charts.all import makers_of
from jurisdictions.render.charts.chart import Chart, paper
from jurisdictions.render.charts.lanes import TIMELINE
from jurisdictions.render.charts.published import FIGURES
from jurisdictions.render.pictures.chart_alone import LINE, legend_svg
from jurisdictions.render.reports.colours import colours
from jurisdictions.render.reports.parts import Picture
from jurisdictions.render.reports.timeline import FONT

ELSEWHERE = (FIGURES, TIMELINE)
"""A report has a timeline and a table of figures of its own."""
HEIGHT, LOW = 170, 110
LETTERS = 10


@dataclass(frozen=True, slots=True)
class Charted:
    """A chart under its title, and what it shows."""

    title: str
    sentence: str
    picture: Picture


def charts_of(as_of: AsOf, place: PlaceRow) -> tuple[Charted, ...]:
    """Those in which there is something to draw, with the day marked."""
    makers = makers_of(as_of, place)
    drawn = (make() for name, make in makers.items() if name not in ELSEWHERE)
    return tuple(
        Charted(chart.short, chart.sentence, Picture(_picture(chart, as_of.on), chart.title))
        for chart in drawn
        if chart.draw
    )


def _picture(chart: Chart, on: date) -> str:
    """The chart with its legend below, in the colors of daylight; the day is marked."""
    size, paint = paper(HEIGHT if chart.wide.height > chart.narrow.height else LOW), colours()
    entries = [(key.token, key.label, key.mark) for key in chart.legend]
    legend, rows = legend_svg(entries, paint, size.width, LETTERS)
    body = chart.draw(size, paint, chart.name) if chart.draw else ""
    if body and chart.mark:
        body += chart.mark(size, paint, on)
    whole = size.height + 6 + rows * LINE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size.width} {whole}" '
        f'width="{size.width}" height="{whole}" font-family="{FONT}">{body}'
        f'<g transform="translate(0 {size.height + 6})">{legend}</g></svg>'
    )
