"""Published numbers as bars, each below its name, with the record's own bar where it has one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from jurisdictions.render.pictures.chart_alone import broken
from jurisdictions.render.pictures.through_time import Box, Paint

BAR, GAP = 9, 12
NUMBER = 0.3
"""The part of the width that is left for the number behind a bar."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A number, below zero too, with its name and how it is written; `beside` the record's."""

    name: str
    value: int
    text: str
    beside: tuple[int, str] | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Bars of one scale, from `low` to `high`, under a title that says what and how far."""

    title: str
    bars: Sequence[Bar]
    low: int
    high: int


Groups = Sequence[Group]


def bars_height(groups: Groups, box: Box) -> int:
    """How high the bars are drawn with the letters and the width of a box."""
    return round(box.top + box.letters + sum(_heights(groups, box)))


def bars_svg(groups: Groups, box: Box, paint: Paint, tokens: tuple[str, str]) -> str:
    """All bars; `tokens` are the colors of the published and of the record's."""
    drawn: list[str] = []
    y, line = box.top + box.letters, _line(box)
    for group in groups:
        y += GAP if drawn else 0
        for row in broken(group.title, box.letters, _width(box)):
            drawn.append(_text(_left(box), y, row, paint["ink-soft"], "600"))
            y += line
        for one in group.bars:
            for row in broken(one.name, box.letters, _width(box)):
                drawn.append(_text(_left(box), y, row, paint["ink"]))
                y += line
            for token, (value, text) in zip(tokens, _both(one), strict=False):
                scaled = (group.low, group.high, value)
                drawn.append(_bar(scaled, text, y - box.letters + 2, box, paint, token))
                y += BAR + GAP / 2
            y += GAP
    return f'<g font-size="{box.letters}">{"".join(drawn)}</g>'


def _both(bar: Bar) -> list[tuple[int, str]]:
    return [(bar.value, bar.text), *([bar.beside] if bar.beside else [])]


def _heights(groups: Groups, box: Box) -> Iterator[float]:
    for at, group in enumerate(groups):
        yield _line(box) * len(broken(group.title, box.letters, _width(box))) + (GAP if at else 0)
        for one in group.bars:
            yield _line(box) * len(broken(one.name, box.letters, _width(box)))
            yield (BAR + GAP / 2) * len(_both(one)) + GAP


def _bar(
    scaled: tuple[int, int, int], text: str, y: float, box: Box, paint: Paint, token: str
) -> str:
    low, high, value = scaled
    unit = _width(box) * (1 - NUMBER) / max(1, high - low)
    zero = _left(box) - low * unit
    start, end = sorted((zero, zero + value * unit))
    whole = max(1, high - low) * unit
    told = _text(_left(box) + whole + 6, y + BAR, text, paint["ink"])
    # What the scale reaches to stands behind each bar: bars of two scales are not compared.
    return (
        f'<path d="M{_left(box):.1f} {y + BAR / 2:.1f}h{whole:.1f}" stroke="{paint["line"]}"/>'
        f'<rect x="{start:.1f}" y="{y:.1f}" width="{max(1, end - start):.1f}" height="{BAR}" '
        f'fill="{paint[token]}"/>{told}'
    )


def _text(x: float, y: float, text: str, fill: str, weight: str = "400") -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" fill="{fill}" font-weight="{weight}">{escape(text)}</text>'
    )


def _left(box: Box) -> float:
    """Bars need no room for numbers at their left."""
    return 24 if box.right > 500 else 2


def _width(box: Box) -> float:
    return box.right - _left(box)


def _line(box: Box) -> float:
    return box.letters * 1.4
