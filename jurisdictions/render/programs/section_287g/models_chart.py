"""How many agreements of each model were in force, through time: a small picture of areas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from jurisdictions.read.agencies.at_a_place import Counted
from jurisdictions.status.programs.section_287g.vocabulary import Strongest

WIDTH, HEIGHT, LEFT, FOOT, TOP = 640, 200, 40, 22, 10
MODELS = tuple(model for model in Strongest if model is not Strongest.NONE)
LETTERS = 32
"""What the digits of a year take."""
YEARS_SHOWN = 8
"""At most so many years are written below it."""


@dataclass(frozen=True, slots=True)
class Area:
    """A model with the outline of its area."""

    model: Strongest
    path: str


@dataclass(frozen=True, slots=True)
class Chart:
    """What the template draws."""

    width: int
    height: int
    left: int
    foot: int
    top: int
    areas: tuple[Area, ...]
    years: tuple[tuple[int, float], ...]
    most: int


def models_chart(counted: Sequence[Counted], until: date) -> Chart | None:
    """Areas upon each other, the strongest model below; None where nothing ever was in force."""
    if not counted:
        return None
    first = date(counted[0].day.year, 1, 1)
    days = max((until - first).days, 1)
    most = max(one.by_model.total() for one in counted) or 1

    def x(day: date) -> float:
        return round(LEFT + (WIDTH - LEFT) * (day - first).days / days, 1)

    def y(count: int) -> float:
        return round(HEIGHT - FOOT - (HEIGHT - FOOT - TOP) * count / most, 1)

    starts = [x(one.day) for one in counted]
    ends = [*starts[1:], float(WIDTH)]
    below = [0] * len(counted)
    areas = []
    for model in MODELS:
        above = [base + one.by_model[model] for base, one in zip(below, counted, strict=True)]
        if above != below:
            upper = [f"{a},{y(n)} {b},{y(n)}" for a, b, n in zip(starts, ends, above, strict=True)]
            lower = [f"{b},{y(n)} {a},{y(n)}" for a, b, n in zip(starts, ends, below, strict=True)]
            areas.append(Area(model, " ".join([*upper, *reversed(lower)])))
        below = above
    years = range(first.year, until.year + 1)
    step = -(-len(years) // YEARS_SHOWN)
    written = [(year, x(date(year, 1, 1))) for year in years[::step]]
    written = [(year, at) for year, at in written if at < WIDTH - LETTERS]
    return Chart(WIDTH, HEIGHT, LEFT, HEIGHT - FOOT, TOP, tuple(areas), tuple(written), most)
