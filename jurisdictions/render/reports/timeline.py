"""The timeline of a place for print: lanes of bars, and numbered marks that the text explains."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from html import escape
from textwrap import wrap

from django.utils.translation import gettext as _

from jurisdictions.read.rows import FactRow, SpanRow
from jurisdictions.render.pictures.map_paint import texture_defs
from jurisdictions.render.pictures.textures import has_texture
from jurisdictions.render.pictures.timeline_svg import Standing, scale_of
from jurisdictions.render.pictures.timescale import Timescale
from jurisdictions.render.programs.dimensions import shown_of
from jurisdictions.render.reports.colours import colour_of, colours, text_on
from jurisdictions.render.words.drawn import drawable
from jurisdictions.render.words.labels import label
from jurisdictions.render.words.shown import STATUS

WIDTH, LEFT, TOP, BAR, GAP, AXIS = 520, 84, 4, 13, 6, 14
"""Points, like everything here: the picture is as wide as the text of a letter page."""
DOT, ROW, SIZE = 4.6, 10.4, 7.2
LETTER, BOLD = 3.55, 4.4
"""The width of a letter of a label, and of a title; a title of two lines has LEADING between."""
LEADING = 7.6
ROOM = 24
"""What the label of a year takes, whatever the font."""
FONT = "Tracker Sans, system-ui, sans-serif"
TEXTURE, BESIDE = 0.75, 3
"""The size of textures to that on the page, and the room beside a label."""
SHIFTED = 0.35
"""How far below its middle a line of text has its baseline, in its size."""


def timeline_svg(
    spans: Sequence[SpanRow], facts: Iterable[FactRow], on: date, numbers: Mapping[str, int]
) -> str:
    """The picture as SVG; `numbers` are the facts' numbers in the text, by name."""
    drawn = [fact for fact in facts if drawable(fact) and fact.name in numbers]
    days = [fact.effective_on for fact in drawn if fact.effective_on]
    days += [span.start for span in spans if span.start]
    program = spans[0].program if spans else ""
    scale = scale_of(program, days, (LEFT, WIDTH - LEFT - 2), on)
    bars, marks, y = list[str](), list[str](), float(TOP)
    for one in (STATUS, *(shown_of(spans[0].program) if spans else ())):
        marked = [fact for fact in drawn if fact.kind in one.kinds]
        drawn_marks, rows = _marks(marked, scale, y + BAR, numbers)
        title = _(one.lane or one.title)
        bars += [_title(title, y), *_bars(spans, scale, one.css, one.standing, y, scale.x(on))]
        marks += drawn_marks
        y += BAR + rows * ROW + GAP
    return _picture(y, [_years(scale, y), *bars, _today(scale.x(on), y), *marks])


def _picture(bottom: float, parts: Sequence[str]) -> str:
    height = bottom + AXIS
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.1f}" '
        f'width="{WIDTH}" height="{height:.1f}" font-family="{FONT}" font-size="{SIZE}">'
        f"{''.join(parts)}</svg>"
    )


def _years(scale: Timescale, bottom: float) -> str:
    line, soft = colours()["line"], colours()["ink-soft"]
    years = scale.years()
    told = years_with_room(years)
    found = [
        f'<path d="M{x} 0V{bottom:.1f}" stroke="{line}" stroke-width=".6"/>'
        f"{year_label(x, bottom + 8, year, soft) if year in told else ''}"
        for year, x in years
    ]
    if scale.bend < scale.end:
        x = scale.x(scale.bend)
        found.append(f'<path d="M{x} {bottom:.1f}l-2 3l4 3l-2 3" fill="none" stroke="{soft}"/>')
    return "".join(found)


def years_with_room(years: Iterable[tuple[int, float]]) -> set[int]:
    """The years whose labels run into no other: of two too near each other, the last."""
    told, room = set[int](), float("inf")
    for year, x in reversed(list(years)):
        begins = x + 2 if x < WIDTH - ROOM else x - ROOM
        if begins + ROOM - 4 <= room:
            told.add(year)
            room = begins
    return told


def year_label(x: float, y: float, year: int, colour: str) -> str:
    """A year after its line; before it where the picture ends."""
    where = f'x="{x + 2}"' if x < WIDTH - ROOM else f'x="{x - 2}" text-anchor="end"'
    return f'<text {where} y="{y:.1f}" fill="{colour}">{year}</text>'


def _today(x: float, bottom: float) -> str:
    accent = colours()["accent"]
    return (
        f'<path d="M{x} 0V{bottom:.1f}" stroke="{accent}" stroke-width="1.1"/>'
        f'<path d="M{x - 3} 0h6l-3 4z" fill="{accent}"/>'
    )


def _title(title: str, y: float) -> str:
    lines = title_lines(title)
    above = (len(lines) - 1) * LEADING / 2
    return "".join(
        f'<text x="0" y="{y + BAR / 2 + SIZE * SHIFTED - above + row * LEADING:.1f}" '
        f'font-weight="600" fill="{colours()["ink"]}">{escape(line)}</text>'
        for row, line in enumerate(lines)
    )


def title_lines(title: str) -> list[str]:
    """The title of a lane in lines that end before the bars begin."""
    return wrap(title, int((LEFT - BESIDE) / BOLD), break_long_words=False)


def _bars(
    spans: Sequence[SpanRow],
    scale: Timescale,
    css: str,
    standing: Standing,
    y: float,
    today: float,
) -> list[str]:
    runs = [
        (word, scale.x(start or scale.start), scale.x(end or scale.end))
        for word, start, end in held(spans, standing)
    ]
    defs = texture_defs(colours(), css, (word.value for word, _x, _end in runs), TEXTURE)
    return [defs, *(_bar(word, (x, end), css, y, today) for word, x, end in runs)]


def held(
    spans: Iterable[SpanRow], standing: Callable[[SpanRow], StrEnum]
) -> list[tuple[StrEnum, date | None, date | None]]:
    """Each standing that held without a break, with its first day and the day it ended."""
    found: list[tuple[StrEnum, date | None, date | None]] = []
    for span in spans:
        word, start = standing(span), span.start
        if found and found[-1][0] is word:
            start = found.pop()[1]
        found.append((word, start, span.end))
    return found


def _bar(word: StrEnum, run: tuple[float, float], css: str, y: float, today: float) -> str:
    (x, end), fill, text = run, colour_of(css, word), label(word)
    box = f'<rect x="{x}" y="{y}" width="{end - x:.1f}" height="{BAR}"'
    bar = f'{box} fill="{fill}" stroke="#ffffff" stroke-width=".7"/>'
    if has_texture(colours(), f"{css}-{word}"):
        bar += f'{box} fill="url(#map-{word})"/>'
    if (at := label_at(x, end, len(text) * LETTER, today)) is None:
        return bar
    ink = text_on(fill)
    return (
        f'{bar}<text x="{at:.1f}" y="{y + BAR / 2 + SIZE * SHIFTED:.1f}" fill="{ink}" '
        f'stroke="{fill}" stroke-width="2" paint-order="stroke">{escape(text)}</text>'
    )


def label_at(x: float, end: float, long: float, today: float) -> float | None:
    """Where a label of a bar begins: it fits, and the line of the day goes through no letter.

    None where there is no such place.
    """
    at = x + BESIDE
    if at - BESIDE < today < at + long + BESIDE and x <= today <= end:
        at = today + BESIDE
    return at if at + long + 2 <= end else None


def _marks(
    facts: Sequence[FactRow], scale: Timescale, y: float, numbers: Mapping[str, int]
) -> tuple[list[str], int]:
    """The marks, and how many rows they take: marks too near each other go one row down."""
    ends: list[float] = []
    stems, dots, ink = [], [], colours()["ink"]
    dated = sorted((fact.effective_on or date.max, numbers[fact.name]) for fact in facts)
    for day, number in dated:
        x = scale.x(day)
        row = next((row for row, end in enumerate(ends) if x - end > DOT * 2 + 0.6), len(ends))
        ends[row : row + 1] = [x]
        middle = y + 2.5 + DOT + row * ROW
        stems.append(f'<path d="M{x} {y}V{middle:.1f}" stroke="{ink}" stroke-width=".5"/>')
        dots.append(_dot(x, middle, number))
    return [*stems, *dots], len(ends)


def _dot(x: float, y: float, number: int) -> str:
    ink = colours()["ink"]
    return (
        f'<circle cx="{x}" cy="{y:.1f}" r="{DOT}" fill="#ffffff" stroke="{ink}" '
        f'stroke-width=".7"/><text x="{x}" y="{y + 2:.1f}" text-anchor="middle" font-size="5.8" '
        f'font-weight="600" fill="{ink}">{number}</text>'
    )
