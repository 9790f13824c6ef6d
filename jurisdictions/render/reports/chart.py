"""A chart of what a program counts in a state, as a step line over the days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from jurisdictions.render.pictures.timeline_svg import scale_of
from jurisdictions.render.pictures.timescale import Timescale
from jurisdictions.render.reports.colours import colours
from jurisdictions.render.reports.timeline import FONT, SIZE, year_label
from jurisdictions.render.words.days import number_text

WIDTH, HEIGHT, LEFT, TOP, AXIS = 520, 118, 28, 12, 14
"""Points."""


def active_chart(program: str, turns: Sequence[tuple[date, int]], total: int, on: date) -> str:
    """What a program counts in a state, of `total`, from its turns; a line marks the day `on`."""
    scale = scale_of(program, [day for day, _ in turns], (LEFT, WIDTH - LEFT - 2), on)
    bottom = HEIGHT - AXIS
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" '
        f'height="{HEIGHT}" font-family="{FONT}" font-size="{SIZE}">'
        f"{_years(scale, bottom)}{_levels(total, bottom)}{_area(turns, scale, total, bottom)}"
        f'<path d="M{scale.x(on)} 4V{bottom}" stroke="{colours()["accent"]}" stroke-width="1.1"/>'
        "</svg>"
    )


def _area(turns: Sequence[tuple[date, int]], scale: Timescale, total: int, bottom: int) -> str:
    fill = colours()["status-active-under-agreement"]
    steps = "".join(f"H{scale.x(day)}V{_y(number, total, bottom)}" for day, number in turns)
    line = f"M{LEFT} {bottom}{steps}H{scale.x(scale.end)}"
    return (
        f'<path d="{line}V{bottom}z" fill="{fill}" fill-opacity=".18"/>'
        f'<path d="{line}" fill="none" stroke="{fill}" stroke-width="1.3"/>'
    )


def _y(number: int, total: int, bottom: int) -> float:
    return round(bottom - (bottom - TOP) * number / max(1, total), 1)


def _levels(total: int, bottom: int) -> str:
    """Lines at none, half and all."""
    soft, line = colours()["ink-soft"], colours()["line"]
    levels = dict.fromkeys((0, total // 2, total)) if total > 1 else dict.fromkeys((0, total))
    return "".join(
        f'<path d="M{LEFT} {_y(level, total, bottom)}H{WIDTH - 2}" stroke="{line}" '
        f'stroke-width=".6"/><text x="{LEFT - 4}" y="{_y(level, total, bottom) + 2.5}" '
        f'text-anchor="end" fill="{soft}">{number_text(level)}</text>'
        for level in levels
    )


def _years(scale: Timescale, bottom: int) -> str:
    soft, line = colours()["ink-soft"], colours()["line"]
    return "".join(
        f'<path d="M{x} {TOP}V{bottom}" stroke="{line}" stroke-width=".6"/>'
        f"{year_label(x, bottom + 9, year, soft)}"
        for year, x in scale.years()
    )
