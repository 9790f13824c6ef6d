"""The timeline of a place as a picture: lanes of bars and marks, and the status on top."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import groupby

from django.utils.translation import gettext as _

from jurisdictions.read.program_reading import reading_of
from jurisdictions.read.rows import FactRow, SpanRow
from jurisdictions.render.pictures.timescale import Timescale, own_timescale, timescale
from jurisdictions.render.programs import part_of
from jurisdictions.render.programs.colors import program_colors
from jurisdictions.render.programs.dimensions import shown_of
from jurisdictions.render.words.days import from_text, until_text
from jurisdictions.render.words.drawn import Drawn, drawn_of
from jurisdictions.render.words.labels import label
from jurisdictions.render.words.shown import STATUS
from jurisdictions.status.dates import PartialDate

WIDTH, LEFT, RIGHT = 1040, 132, 16
LANE, BAR, TOP, AXIS = 56, 18, 14, 26
INSET = 5
BEFORE_DAY = 144
"""What a narrow window shows before the chosen day: `.tl-here` in place.css has it as 9rem."""
LETTER = 6.6
"""The usual width of a letter of a bar's label, to know whether the label fits."""
WINDOW = 320
"""What a phone shows of a picture at once: no part of a long bar so wide is without its word."""
APART = 25
"""Marks nearer than this stand in different rows: each is a target of 24."""
BELOW = 24
"""Below the last mark there is room for the title of the next lane, on a phone."""
ROWS = 8
"""What would stand lower yet is told by the last mark beside it."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A standing that held for a while: `css` is the class of its colour.

    `texture`: whether dots or rules stand on it, as on the map. `line`: where the line of the
    chosen day runs, which no text may stand on.
    """

    x: float
    width: float
    text: str
    title: str
    css: str
    texture: bool = False
    line: float | None = None

    @property
    def text_x(self) -> float | None:
        """Where the text begins; None where it does not fit into the bar beside the line."""
        long = len(self.text) * LETTER
        starts = [self.x + INSET]
        if self.line is not None:
            starts.append(self.line + INSET)
        for start in starts:
            crossed = self.line is not None and start - 2 < self.line < start + long + 2
            if not crossed and self.x <= start and start + long + INSET < self.x + self.width:
                return round(start, 1)
        return None

    @property
    def again_x(self) -> tuple[float, ...]:
        """Where the text begins again on a narrow window, that shows a part of a long bar."""
        first, long = self.text_x, len(self.text) * LETTER
        if first is None or self.width < WINDOW:
            return ()
        step, found = max(WINDOW - long, long) + INSET, []
        start = first + step
        while start + long + INSET < self.x + self.width:
            if self.line is not None and start - 2 < self.line < start + long + 2:
                start = self.line + INSET
                continue
            found.append(round(start, 1))
            start += step
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Stripe:
    """Days on which a second mark stands beside the status: diagonals, as on the map."""

    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Key:
    """What the colors of a lane say: its title, then class and word of each bar."""

    title: str
    words: tuple[tuple[str, str], ...]


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
    stripes: tuple[Stripe, ...] = ()


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
    hatch: str = ""
    """What diagonals say where there are any: "added" or "missing"."""

    @property
    def opens_at(self) -> float:
        """The point at which a narrow window opens: no title at the left is cut by its edge."""
        return self.today if self.today >= self.left + BEFORE_DAY else 0

    @property
    def textures(self) -> list[tuple[str, str]]:
        """The classes whose bars have a texture, with its kind: "dots" or "rules"."""
        found = {bar.css for lane in self.lanes for bar in lane.bars if bar.texture}
        return [(css, "dots" if program_colors()[css].dots else "rules") for css in sorted(found)]

    @property
    def legend(self) -> list[Key]:
        """The colors of each lane, in the order in which they stand."""
        return [
            Key(lane.title, tuple({bar.css: bar.text for bar in lane.bars}.items()))
            for lane in self.lanes
        ]


Standing = Callable[[SpanRow], StrEnum]


def timeline_picture(spans: Sequence[SpanRow], facts: Iterable[FactRow], on: date) -> Picture:
    """Draw the spans and the dated facts, with a line on the day `on`."""
    return drawn_picture(spans, drawn_of(facts), on)


def drawn_picture(spans: Sequence[SpanRow], drawn: Sequence[Drawn], on: date) -> Picture:
    """Draw the spans and the marks, with a line on the day `on`."""
    days = [one.day for one in drawn]
    days += [span.start for span in spans if span.start]
    scale = scale_of(spans[0].program if spans else "", days, (LEFT, WIDTH - LEFT - RIGHT), on)
    line, stripes = scale.x(on), _stripes(spans, scale)
    status = _beside(bars(spans, scale, "status", STATUS.standing), line)
    lanes = [Lane(_("Status"), TOP, LANE - 18, status, (), stripes)]
    for one in shown_of(spans[0].program) if spans else ():
        marks = _marks([mark for mark in drawn if mark.kind in one.kinds], scale)
        y = lanes[-1].y + lanes[-1].height
        rows = max((int(mark.y) for mark in marks), default=0)
        height = max(LANE - 18, rows + BELOW)
        drawn_bars = _beside(bars(spans, scale, one.css, one.standing), line)
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
        line,
        scale.own,
        part_of(spans[0].program, "map_words").HATCH if stripes else "",
    )


def _beside(found: tuple[Bar, ...], line: float) -> tuple[Bar, ...]:
    """The bars with the line of the chosen day, where it runs through them."""
    return tuple(
        replace(bar, line=line) if bar.x <= line <= bar.x + bar.width else bar for bar in found
    )


def _stripes(spans: Sequence[SpanRow], scale: Timescale) -> tuple[Stripe, ...]:
    """Where the map has diagonals on the place."""
    if not spans:
        return ()
    hatched = reading_of(spans[0].program).hatched
    found = []
    for on, group in groupby(spans, key=hatched):
        held = list(group)
        if on:
            begin = scale.x(held[0].start or scale.start)
            found.append(Stripe(begin, round(scale.x(held[-1].end or scale.end) - begin, 1)))
    return tuple(found)


def scale_of(
    program: str, days: Sequence[date], within: tuple[float, float], on: date
) -> Timescale:
    """The program's own, the same for every place, where it declares one; else by these days.

    `within` are the left end and the width.
    """
    left, width = within
    words = part_of(program, "map_words") if program else None
    years = getattr(words, "PLACE_SCALE", words.SCALE) if words else ()
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
    name = f"{css}-{word}"
    color = program_colors().get(name)
    textured = color is not None and bool(color.dots or color.rules)
    return Bar(begin, round(stop - begin, 1), label(word), title, name, textured)


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
