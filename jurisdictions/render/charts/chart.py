"""A chart: what it is called, what it says, what its colors mean, its table, and its drawing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.utils.translation import gettext as _

from jurisdictions.read.happened.asked import record_end
from jurisdictions.read.rows import AsOf
from jurisdictions.render.pictures.chart_alone import MARGIN, WIDTH
from jurisdictions.render.pictures.through_time import Axes, Box, Paint, marked_svg
from jurisdictions.render.pictures.timeline_svg import scale_of

HEIGHT, NARROW_WIDTH, NARROW_HEIGHT = 330, 400, 240
NARROW_TURNS = 200
PAPER_WIDTH = 640
Mark = Literal["area", "line", "ring"]


@dataclass(frozen=True, slots=True)
class Size:
    """How large a chart is drawn; `thin`: at most so many days, 0 for all."""

    box: Box
    width: int
    height: int
    thin: int = 0


def wide(height: int = HEIGHT) -> Size:
    """For a desk, a file and paper."""
    box = Box(left=56, right=WIDTH - MARGIN, top=14, bottom=height - 24, letters=13)
    return Size(box, WIDTH, height)


def narrow(height: int = NARROW_HEIGHT) -> Size:
    """For a phone: the same chart with letters that can be read there."""
    box = Box(left=46, right=NARROW_WIDTH - 8, top=10, bottom=height - 22, letters=12)
    return Size(box, NARROW_WIDTH, height, NARROW_TURNS)


def paper(height: int) -> Size:
    """For a report: as wide as its page, with letters of its size."""
    box = Box(left=36, right=PAPER_WIDTH - 4, top=10, bottom=height - 18, letters=10)
    return Size(box, PAPER_WIDTH, height)


@dataclass(frozen=True, slots=True)
class Key:
    """What a color means, and how it stands in the chart."""

    token: str
    label: str
    mark: Mark = "area"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a chart's table."""

    title: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Numbers:
    """The same as a table: the title of its first column, of the others, and rows."""

    first: str
    heads: tuple[Key, ...]
    rows: tuple[Row, ...]


Draw = Callable[[Size, Paint, str], str]
Marking = Callable[[Size, Paint, date], str]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart by its name in addresses.

    `short` is its title where the program and the place are known already. `draw` takes a size,
    what stands for each color, and a name for its textures in the page; it is None where there is
    nothing to draw, which `sentence` then says. `mark` draws the line of a chosen day upon it, and
    is None where no days are shown.
    """

    name: str
    title: str
    short: str
    sentence: str
    legend: tuple[Key, ...]
    numbers: Numbers
    draw: Draw | None
    wide: Size
    narrow: Size
    mark: Marking | None = None


def axes_of(as_of: AsOf, box: Box, most: int, until: date = date.min) -> Axes:
    """The program's own scale of days; what is drawn ends with the record, and so does the scale.

    `until`: a later day that is still seen.
    """
    first, last = as_of.edition.record_from or as_of.on, record_end(as_of)
    within = (box.left, box.right - box.left)
    scale = scale_of(as_of.program.slug, [first, last], within, last)
    return Axes(scale.ended(max(last, until)), last, most, box)


def marking(as_of: AsOf, until: date = date.min) -> Marking:
    """What draws the line at a day in a chart of days, which reaches as far as `until`."""
    return lambda size, paint, on: marked_svg(axes_of(as_of, size.box, 1, until), paint, on)


def and_years(as_of: AsOf, sentence: str) -> str:
    """The sentence, and where the years are not alike that they are not."""
    if not axes_of(as_of, wide().box, 1).scale.own:
        return sentence
    wider = _("Years are drawn wider where more happened, in the same way for every place.")
    return f"{sentence} {wider}"


def years_to_tell(as_of: AsOf, since: date | None = None) -> Sequence[date]:
    """The last day of each year of the record, or since a day, and the last day of all."""
    last, first = record_end(as_of), since or as_of.edition.record_from or record_end(as_of)
    return [*(date(year, 12, 31) for year in range(first.year, last.year)), last]
