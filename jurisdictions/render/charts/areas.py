"""Charts of areas upon each other: statuses through time, or what a program itself counts so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol, cast

from django.utils.translation import gettext as _

from jurisdictions.read.happened.asked import record_end
from jurisdictions.read.program_reading import own_of, reading_of
from jurisdictions.read.rows import AsOf, PlaceRow
from jurisdictions.read.through_time import Series, own_series, statuses_through_time
from jurisdictions.render.charts.chart import (
    HEIGHT,
    NARROW_HEIGHT,
    Chart,
    Key,
    Numbers,
    Row,
    Size,
    and_years,
    axes_of,
    marking,
    narrow,
    wide,
    years_to_tell,
)
from jurisdictions.render.pictures.map_legend import statuses_of
from jurisdictions.render.pictures.map_rings import is_hueless
from jurisdictions.render.pictures.through_time import Box, Paint, areas_svg, axes_svg
from jurisdictions.render.programs import own_part
from jurisdictions.render.programs.colors import program_colors
from jurisdictions.render.words.days import date_text, number_text, short_date_text
from jurisdictions.render.words.labels import label

STATUS = "status"
SMALL = Box(left=0, right=150, top=1, bottom=47)
SMALL_TURNS = 60
FEW = 10
"""Up to so many on top of each other a chart is drawn half as high."""


class OwnWords(Protocol):
    """What `charts` in a program's folder says of the chart that it alone has.

    `NAME` in addresses, `TOKENS`: how the names of its colors begin.
    """

    @property
    def NAME(self) -> str: ...  # noqa: N802 - a constant of the module
    @property
    def TOKENS(self) -> str: ...  # noqa: N802

    def title(self, place: str) -> str:
        """What it is called."""
        ...

    def short(self) -> str:
        """The same where the program and the place are known."""
        ...

    def sentence(self, day: str, *, county: bool) -> str:
        """What it shows, to a day."""
        ...

    def nothing(self, day: str, *, county: bool) -> str:
        """That there never was any, to a day."""
        ...

    def word(self, value: StrEnum) -> str:
        """What a band is called."""
        ...


def own_words(program: str) -> OwnWords | None:
    """The words of the chart that a program alone has; None for none."""
    both = own_part(program, "charts") and own_of(program, "through_time")
    return cast(OwnWords, own_part(program, "charts")) if both else None


def statuses_told(as_of: AsOf, state: str) -> Series:
    """Statuses to the last day of which the record is whole, as all of a chart's forms tell them.

    What is known of later days is a part only: it would look like a fall, or like all there was.
    """
    return statuses_through_time(as_of, state).until(record_end(as_of))


def own_told(as_of: AsOf, place: PlaceRow | None) -> Series:
    """What the program itself counts, to the same day."""
    return own_series(as_of, place).until(record_end(as_of))


def colored(program: str, series: Series) -> list[StrEnum]:
    """The statuses that a chart has bands for: those with a color that some place ever had.

    The others, of places to which nothing happens, are what is left white above.
    """
    had = _had(series)
    colors = program_colors()
    return [
        word
        for word in statuses_of(program)
        if word in had and not is_hueless(colors[f"status-{word}"].light)
    ]


def status_chart(as_of: AsOf, place: PlaceRow | None) -> Chart:
    """How many counties had each status, through time: of the nation or of a state."""
    series = statuses_told(as_of, place.state if place else "")
    shown = colored(as_of.program.slug, series)
    said = {
        "program": as_of.program.name,
        "place": place.name if place else _("United States"),
        "day": date_text(record_end(as_of)),
        "statuses": ", ".join(label(word) for word in series.words if word in _had(series)),
    }
    title = _("%(program)s: counties and equivalents by status, %(place)s") % said
    if shown:
        sentence = _(
            "How many had each status on each day, to %(day)s. Left bare above: the others, to "
            "which nothing applied."
        )
    else:
        sentence = _(
            "Nothing to draw: on each day to %(day)s every one had one of these statuses: "
            "%(statuses)s."
        )
    keys = tuple(Key(f"status-{word}", label(word)) for word in shown)
    bands = _Bands(series, shown, keys, _total(as_of, series))
    told = title, _("Counties and equivalents by status"), sentence % said
    return _areas(as_of, STATUS, told, bands)


def own_chart(as_of: AsOf, place: PlaceRow | None) -> Chart:
    """The chart that the program alone has; raise LookupError where it has none."""
    words = own_words(as_of.program.slug)
    if words is None:
        raise LookupError(as_of.program.slug)
    series = own_told(as_of, place)
    shown = [word for word in series.words if word in _had(series)]
    told = words.sentence if shown else words.nothing
    county = bool(place and not place.is_state)
    sentence = told(date_text(record_end(as_of)), county=county)
    title = words.title(place.label if place else _("United States"))
    keys = tuple(Key(f"{words.TOKENS}-{word}", words.word(word)) for word in shown)
    most = max(sum(turn.numbers) for turn in series.turns)
    bands = _Bands(series, shown, keys, most, own=True)
    return _areas(as_of, words.NAME, (title, words.short(), sentence), bands)


@dataclass(frozen=True, slots=True)
class _Bands:
    """Those of the words of a series that are drawn, each with its color, and how high all is.

    `own`: whether they are the program's own, whose table begins with the first of them and tells
    their sum.
    """

    series: Series
    shown: Sequence[StrEnum]
    keys: tuple[Key, ...]
    most: int
    own: bool = False

    def on(self, day: date) -> list[int]:
        """How many of each there were on a day."""
        numbers = self.series.on(day).numbers
        return [numbers[self.series.words.index(word)] for word in self.shown]


def _areas(as_of: AsOf, name: str, told: tuple[str, str, str], bands: _Bands) -> Chart:
    def draw(size: Size, paint: Paint, named: str) -> str:
        axes = axes_of(as_of, size.box, bands.most)
        drawn = areas_svg(bands.series, _drawn(bands), axes, paint, named, size.thin)
        return drawn + axes_svg(axes, paint)

    (title, short, sentence), part = told, 2 if bands.most <= FEW else 1
    return Chart(
        name,
        title,
        short,
        and_years(as_of, sentence) if bands.shown else sentence,
        bands.keys,
        _numbers(as_of, bands),
        draw if bands.shown else None,
        wide(HEIGHT // part),
        narrow(NARROW_HEIGHT // part),
        marking(as_of),
    )


def _drawn(bands: _Bands) -> list[tuple[StrEnum, str]]:
    return [(word, key.token) for word, key in zip(bands.shown, bands.keys, strict=True)]


def _numbers(as_of: AsOf, bands: _Bands) -> Numbers:
    """The last day of each year, from the first in which there was any."""
    if not bands.shown:
        return Numbers(_("Day"), (), ())
    began = next(turn.day for turn in bands.series.turns if any(bands.on(turn.day)))
    summed, rows = bands.own and len(bands.shown) > 1, []
    for day in years_to_tell(as_of, began if bands.own and began > date.min else None):
        counted = bands.on(day)
        told = [*counted, sum(counted)] if summed else counted
        rows.append(Row(short_date_text(day), tuple(number_text(one) for one in told)))
    more = (Key("", _("All")),) if summed else ()
    return Numbers(_("Day"), (*bands.keys, *more), tuple(rows))


def small_chart(as_of: AsOf, state: str, paint: Paint) -> str:
    """The body of a state's chart of statuses, the size of a stamp."""
    series = statuses_told(as_of, state)
    axes = axes_of(as_of, SMALL, _total(as_of, series))
    shown = [(word, f"status-{word}") for word in colored(as_of.program.slug, series)]
    return areas_svg(series, shown, axes, paint, thin=SMALL_TURNS)


def _had(series: Series) -> set[StrEnum]:
    """The words that some place ever had."""
    return {
        word
        for at, word in enumerate(series.words)
        if any(turn.numbers[at] for turn in series.turns)
    }


def _total(as_of: AsOf, series: Series) -> int:
    """The places that there ever were at once: without those that do not exist."""
    gone = reading_of(as_of.program.slug).GONE
    keep: Sequence[int] = [at for at, word in enumerate(series.words) if word != gone]
    return max(sum(turn.numbers[at] for at in keep) for turn in series.turns)
