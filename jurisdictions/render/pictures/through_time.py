"""Charts through time: areas of statuses upon each other, and a line beside published numbers.

One drawing for the page, whose colors are variables, and for files, which bring their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import count

from jurisdictions.read.through_time import Series
from jurisdictions.render.pictures.textures import has_texture, texture_svg
from jurisdictions.render.pictures.timescale import Timescale
from jurisdictions.render.words.days import number_text

Paint = Mapping[str, str]
"""What stands in the picture for each color token: a variable on a page, a color in a file."""
Step = tuple[date, int]
BEATS, STEPS, ROOM = (1, 2, 5), 4, 0.4
"""Numbers on an axis are so many times a power of ten, so many steps at most, the last so wide."""
YEAR_APART = 3.4
"""Years stand so many times as far apart as their letters are high."""


@dataclass(frozen=True, slots=True)
class Box:
    """Where a chart is drawn: its ends in the units of the picture, and how large its letters."""

    left: float
    right: float
    top: float
    bottom: float
    letters: float = 11


@dataclass(frozen=True, slots=True)
class Axes:
    """A scale of days, the last of which something is known, the greatest number, and where."""

    scale: Timescale
    until: date
    most: int
    box: Box

    @property
    def right(self) -> float:
        """Where what is known ends."""
        return self.scale.x(self.until)

    def y(self, number: float) -> float:
        """The height of a number."""
        box = self.box
        return round(box.bottom - (box.bottom - box.top) * number / max(1, self.most), 1)


def page_paint(colours: Mapping[str, str]) -> Paint:
    """On a page: each color's variable, which follows the reader's scheme."""
    return {token: f"var(--{token})" for token in colours}


def areas_svg(
    series: Series,
    shown: Sequence[tuple[StrEnum, str]],
    axes: Axes,
    paint: Paint,
    name: str = "",
    thin: int = 0,
) -> str:
    """A band for each of the words `shown`, each with the token of its color; steps, no slopes.

    The first is at the foot. With `thin` only so many days are drawn, evenly spread: for a chart
    the size of a stamp. `name` is what its textures are called in the page, each chart's by its
    own; without one it has none.
    """
    days = _days(series, axes)
    if thin and len(days) > thin:
        days = [*days[:: -(-len(days) // thin)]]
    turns = [series.on(day) for day in days]
    xs = [*(axes.scale.x(day) for day in days), axes.right]
    below, bands = [0] * len(days), []
    for word, token in shown:
        index = series.words.index(word)
        above = [low + turn.numbers[index] for low, turn in zip(below, turns, strict=True)]
        if above != below:
            path = f"M{xs[0]} {axes.y(below[0])}{_steps(xs, above, axes)}{_back(xs, below, axes)}z"
            bands.append(_band(token, path, paint, name))
        below = above
    return "".join(bands)


def _band(token: str, path: str, paint: Paint, name: str) -> str:
    filled = f'<path fill="{paint[token]}" d="{path}"/>'
    if not name or not has_texture(paint, token):
        return filled
    texture = texture_svg(paint, token, f"{name}-{token}", 1)
    return f'{filled}<defs>{texture}</defs><path fill="url(#{name}-{token})" d="{path}"/>'


def _days(series: Series, axes: Axes) -> list[date]:
    """The first day of the chart, and those inside it on which a number turns."""
    start = axes.scale.start
    return [start, *(turn.day for turn in series.turns if start < turn.day < axes.until)]


def _steps(xs: Sequence[float], numbers: Sequence[int], axes: Axes) -> str:
    return "".join(f"V{axes.y(n)}H{x}" for n, x in zip(numbers, xs[1:], strict=True))


def _back(xs: Sequence[float], numbers: Sequence[int], axes: Axes) -> str:
    turned = zip(reversed(numbers), reversed(xs[:-1]), strict=True)
    return "".join(f"V{axes.y(n)}H{x}" for n, x in turned)


def line_svg(steps: Sequence[Step], axes: Axes, paint: Paint, token: str) -> str:
    """What is counted, as a step line over a pale area."""
    inside = [(day, n) for day, n in steps if axes.scale.start <= day < axes.until]
    drawn = "".join(f"H{axes.scale.x(day)}V{axes.y(n)}" for day, n in inside)
    path = f"M{axes.box.left} {axes.box.bottom}{drawn}H{axes.right}"
    color = paint[token]
    return (
        f'<path d="{path}V{axes.box.bottom}z" fill="{color}" fill-opacity=".18"/>'
        f'<path d="{path}" fill="none" stroke="{color}" stroke-width="1.6"/>'
    )


def dots_svg(points: Iterable[Step], axes: Axes, paint: Paint) -> str:
    """Numbers that somebody published, each a ring at its day."""
    return "".join(
        f'<circle cx="{axes.scale.x(day)}" cy="{axes.y(number)}" r="3.2" '
        f'fill="{paint["paper"]}" stroke="{paint["accent"]}" stroke-width="1.6"/>'
        for day, number in points
    )


def axes_svg(axes: Axes, paint: Paint) -> str:
    """Lines at round numbers and at the greatest, with these; the years at their first days."""
    box, soft, line = axes.box, paint["ink-soft"], paint["line"]
    rows = (
        f'<path d="M{box.left} {axes.y(level)}H{box.right}" stroke="{line}" stroke-width=".8"/>'
        f'<text x="{box.left - 5}" y="{axes.y(level) + box.letters * 0.35:.1f}" '
        f'text-anchor="end" fill="{soft}">{number_text(level)}</text>'
        for level in levels_to(axes.most)
    )
    return f'<g font-size="{box.letters}">{"".join(rows)}</g>{years_svg(axes, paint)}'


def levels_to(most: int) -> list[int]:
    """None, the greatest, and the round numbers between that have room below it: three at most."""
    step = next(
        beat * 10**power for power in count() for beat in BEATS if most <= STEPS * beat * 10**power
    )
    return [*(level for level in range(0, most, step) if most - level > step * ROOM), most]


def years_svg(axes: Axes, paint: Paint) -> str:
    """The years at their first days."""
    box, soft = axes.box, paint["ink-soft"]
    foot = box.bottom + box.letters * 1.35
    years = (
        f'<path d="M{x} {box.bottom}v4" stroke="{soft}" stroke-width=".8"/>'
        f'<text x="{x}" y="{foot:.1f}" fill="{soft}" text-anchor="{_anchor(x, box)}">{year}</text>'
        for year, x in _apart(axes.scale.years(), box.letters * YEAR_APART)
    )
    return f'<g font-size="{box.letters}">{"".join(years)}</g>'


def marked_svg(axes: Axes, paint: Paint, on: date) -> str:
    """A line at a day of which something is known; nothing at any other."""
    if not axes.scale.start <= on <= axes.until:
        return ""
    x, box = axes.scale.x(on), axes.box
    return (
        f'<path d="M{x} {box.top - 6}V{box.bottom}" stroke="{paint["accent"]}" stroke-width="1.5"/>'
    )


def _apart(years: Iterable[tuple[int, float]], least: float) -> list[tuple[int, float]]:
    """The years that have room beside the one before."""
    found: list[tuple[int, float]] = []
    for year, x in years:
        if not found or x - found[-1][1] >= least:
            found.append((year, x))
    return found


def _anchor(x: float, box: Box) -> str:
    """A year stands under its line; at the end of the picture before it."""
    return "end" if x > box.right - box.letters * 1.2 else "middle"
