"""A chart as a picture of its own: what is written around it, and its legend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from jurisdictions.render.pictures.map_layout import OWN_FONT
from jurisdictions.render.pictures.textures import has_texture, texture_svg
from jurisdictions.render.pictures.through_time import Paint

WIDTH, MARGIN, LINE = 1000, 24, 20
LETTER = 0.55
"""A letter's width as a share of its height, on the wide side."""
Entry = tuple[str, str, str]
"""Of a legend: the token of a color, its label, its mark."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is written on a chart that stands alone; `legend` has token, label and mark of each."""

    title: str
    sentence: str
    legend: Sequence[Entry]
    source: Sequence[str]


def standing_alone(told: Told, height: int, drawn: str, paint: Paint) -> tuple[str, int]:
    """A whole picture: title, sentence, chart, legend, source; and how high it is.

    `drawn` fills WIDTH by `height` below the words.
    """
    lines = broken(told.sentence, 15, WIDTH - 2 * MARGIN)
    top = 52 + LINE * len(lines)
    legend, rows = legend_svg(told.legend, paint, WIDTH - 2 * MARGIN)
    whole = top + height + rows * LINE + 36 + 16 * len(told.source)
    ink, soft = paint["ink"], paint["ink-soft"]
    sentence = "".join(
        f'<text x="{MARGIN}" y="{60 + LINE * n}" font-size="15" fill="{soft}">{escape(line)}</text>'
        for n, line in enumerate(lines)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {whole}" width="{WIDTH}" '
        f'height="{whole}" role="img" aria-labelledby="t d" font-family="{OWN_FONT}, sans-serif">'
        f'<title id="t">{escape(told.title)}</title><desc id="d">{escape(told.sentence)}</desc>'
        f'<rect width="{WIDTH}" height="{whole}" fill="{paint["paper"]}"/>'
        f'<text x="{MARGIN}" y="34" font-size="22" font-weight="600" fill="{ink}">'
        f"{escape(told.title)}</text>{sentence}"
        f'<g transform="translate(0 {top})">{drawn}</g>'
        f'<g transform="translate({MARGIN} {top + height + 8})">{legend}</g>'
        f"{_source(told.source, whole, soft)}</svg>"
    ), whole


def _source(lines: Sequence[str], whole: int, fill: str) -> str:
    rows = "".join(
        f'<text x="{MARGIN}" y="{whole - 16 * (len(lines) - n)}">{escape(line)}</text>'
        for n, line in enumerate(lines)
    )
    return f'<g font-size="12" fill="{fill}">{rows}</g>'


def broken(text: str, size: float, width: float) -> list[str]:
    """A text in lines of a width, with letters of a size."""
    most, lines = int(width / (LETTER * size)), [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) <= most or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def legend_svg(
    entries: Sequence[Entry], paint: Paint, width: float, size: float = 14
) -> tuple[str, int]:
    """The swatches with their labels, and in how many rows of LINE they stand.

    `size` is that of the letters.
    """
    drawn, x, row = [], 0.0, 0
    for token, label, mark in entries:
        wide = 40 + len(label) * size * LETTER
        if x and x + wide > width:
            x, row = 0.0, row + 1
        y = row * LINE
        drawn.append(
            f"{_mark(mark, x, y, paint, token)}"
            f'<text x="{x + 18:.0f}" y="{y + 11}">{escape(label)}</text>'
        )
        x += wide
    return f'<g font-size="{size}" fill="{paint["ink"]}">{"".join(drawn)}</g>', row + 1


def _mark(mark: str, x: float, y: int, paint: Paint, token: str) -> str:
    """A swatch, a piece of line, or a ring, as it stands in the chart."""
    color = paint[token]
    if mark == "line":
        return f'<path d="M{x:.0f} {y + 6}h14" stroke="{color}" stroke-width="2"/>'
    if mark == "ring":
        return (
            f'<circle cx="{x + 6:.0f}" cy="{y + 6}" r="4" fill="{paint["paper"]}" '
            f'stroke="{color}" stroke-width="1.6"/>'
        )
    edge = paint["line-strong"]
    swatch = f'<rect x="{x:.0f}" y="{y}" width="12" height="12" fill="{color}" stroke="{edge}"/>'
    if not has_texture(paint, token):
        return swatch
    texture = texture_svg(paint, token, f"key-{token}", 1)
    return (
        f"{swatch}<defs>{texture}</defs>"
        f'<rect x="{x:.0f}" y="{y}" width="12" height="12" fill="url(#key-{token})"/>'
    )
