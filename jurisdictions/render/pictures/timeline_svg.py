"""The timeline of a place as a picture: lanes of bars and marks, and the status on top."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from django.utils.translation import gettext as _

from jurisdictions.read.rows import FactRow, SpanRow
from jurisdictions.render.pictures.timescale import Timescale, own_timescale, timescale
from jurisdictions.render.programs import part_of
from jurisdictions.render.programs.dimensions import shown_of
from jurisdictions.render.words.days import from_text, until_text
from jurisdictions.render.words.drawn import Drawn, drawn_of
from jurisdictions.render.words.labels import label
from jurisdictions.render.words.shown import STATUS
from jurisdictions.status.dates import PartialDate

WIDTH, LEFT, RIGHT = 1040, 132, 16
LANE, BAR, TOP, AXIS = 56, 18, 14, 26
LETTER = 6.6
"""The usual width of a letter of a bar's label, to know whether the label fits."""
APART = 25
"""Marks nearer than this stand in different rows: each is a target of 24."""
ROWS = 8
"""What would stand lower yet is told by the last mark beside it."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A standing that held for a while: `css` is the class of its colour."""

    x: float
    width: float
    text: str
    title: str
    css: str

    @property
    def shown(self) -> bool:
        """Whether the text fits into the bar."""
        return len(self.text) * LETTER + 10 < self.width


@dataclass(frozen=True, slots=True)
class Mark:
    """A fact on its day, `y` from the top of the lane."""

    x: float
    y: float
    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One dimension, with its bars and its marks."""

    title: str
    y: int
    height: int
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """What the template draws."""

    width: int
    height: int
    left: int
    right: int
    lanes: tuple[Lane, ...]
    years: list[tuple[int, float]]
    bend: float | None
    today: float
    uneven: bool = False
    """Whether years are wider where more happened, for every place alike."""


Standing = Callable[[SpanRow], StrEnum]


def timeline_picture(spans: Sequence[SpanRow], facts: Iterable[FactRow], on: date) -> Picture:
    """Draw the spans and the dated facts, with a line on the day `on`."""
    return drawn_picture(spans, drawn_of(facts), on)


def drawn_picture(spans: Sequence[SpanRow], drawn: Sequence[Drawn], on: date) -> Picture:
    """Draw the spans and the marks, with a line on the day `on`."""
    days = [one.day for one in drawn]
    days += [span.start for span in spans if span.start]
    scale = scale_of(spans[0].program if spans else "", days, (LEFT, WIDTH - LEFT - RIGHT), on)
    lanes = [Lane(_("Status"), TOP, LANE - 18, bars(spans, scale, "status", STATUS.standing), ())]
    for one in shown_of(spans[0].program) if spans else ():
        marks = _marks([mark for mark in drawn if mark.kind in one.kinds], scale)
        y = lanes[-1].y + lanes[-1].height
        rows = max((int(mark.y) for mark in marks), default=0)
        height = max(LANE - 18, rows + 16)
        drawn_bars = bars(spans, scale, one.css, one.standing)
        lanes.append(Lane(_(one.lane or one.title), y, height, drawn_bars, marks))
    bottom = lanes[-1].y + lanes[-1].height
    return Picture(
        WIDTH,
        bottom + AXIS,
        LEFT,
        WIDTH - RIGHT,
        tuple(lanes),
        scale.years(),
        scale.x(scale.bend) if scale.bend < scale.end else None,
        scale.x(on),
        scale.own,
    )


def scale_of(
    program: str, days: Sequence[date], within: tuple[float, float], on: date
) -> Timescale:
    """The program's own, the same for every place, where it declares one; else by these days.

    `within` are the left end and the width.
    """
    left, width = within
    years = part_of(program, "map_words").SCALE if program else ()
    if years:
        return own_timescale(years, left, width, max([*days, on]))
    return timescale(days, left, width, on)


def bars(
    spans: Sequence[SpanRow], scale: Timescale, css: str, standing: Standing
) -> tuple[Bar, ...]:
    """One bar for each standing that held without a break."""
    firsts = [
        span
        for before, span in zip((None, *spans), spans, strict=False)
        if before is None or standing(before) is not standing(span)
    ]
    nexts = (*firsts[1:], None)
    return tuple(
        _bar(standing(first), first, following, scale, css)
        for first, following in zip(firsts, nexts, strict=True)
    )


def _bar(
    word: StrEnum, first: SpanRow, following: SpanRow | None, scale: Timescale, css: str
) -> Bar:
    begin = scale.x(first.start or scale.start)
    stop = scale.x((following and following.start) or scale.end)
    title = _period_title(label(word), first.start_on, following.start_on if following else None)
    return Bar(begin, round(stop - begin, 1), label(word), title, f"{css}-{word}")


def _period_title(standing: str, start: PartialDate | None, end: PartialDate | None) -> str:
    said = {
        "standing": standing,
        "start": from_text(start) if start else "",
        "end": until_text(end) if end else "",
    }
    if start and end:
        return _("%(standing)s, %(start)s %(end)s") % said
    if start:
        return _("%(standing)s, %(start)s on") % said
    if end:
        return _("%(standing)s, %(end)s") % said
    return standing


def _marks(drawn: Iterable[Drawn], scale: Timescale) -> tuple[Mark, ...]:
    """One mark each, below the bar; marks too near each other go one row down."""
    ends: list[float] = []
    marks: list[Mark] = []
    for one in sorted(drawn, key=lambda one: one.day):
        x = scale.x(one.day)
        row = next((row for row, end in enumerate(ends) if x - end >= APART), len(ends))
        if row == ROWS:
            marks[-1] = replace(marks[-1], title=f"{marks[-1].title}\n{one.title}")
            continue
        ends[row : row + 1] = [x]
        marks.append(Mark(x, BAR + 14 + row * APART, one.name, one.title))
    return tuple(marks)
