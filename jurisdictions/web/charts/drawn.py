"""The charts of a program: what each shows, drawn for the page or as a picture of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.translation import gettext as _

from jurisdictions.read.claims.all import claims
from jurisdictions.read.happened.asked import record_end
from jurisdictions.read.headlines import headlines_of
from jurisdictions.read.places import states_of
from jurisdictions.read.program_reading import reading_of
from jurisdictions.read.rows import AsOf
from jurisdictions.read.through_time import Series, statuses_through_time
from jurisdictions.render.pictures.map_legend import statuses_of
from jurisdictions.render.pictures.map_rings import is_hueless
from jurisdictions.render.pictures.through_time import (
    MARGIN,
    WIDTH,
    Axes,
    Box,
    Paint,
    Step,
    Told,
    areas_svg,
    axes_svg,
    dots_svg,
    line_svg,
    standing_alone,
)
from jurisdictions.render.pictures.timeline_svg import scale_of
from jurisdictions.render.words.days import date_text
from jurisdictions.render.words.labels import label, word_label
from jurisdictions.status.geoids import NATION
from jurisdictions.web.map.drawn import page_colours
from jurisdictions.web.map.picture import source_line

HEIGHT = 330
BOX = Box(left=56, right=WIDTH - MARGIN, top=14, bottom=HEIGHT - 24, letters=13)
NARROW_WIDTH, NARROW_HEIGHT = 400, 240
NARROW = Box(left=38, right=NARROW_WIDTH - 8, top=10, bottom=NARROW_HEIGHT - 22, letters=12)
"""On a phone: the same chart with letters that can be read there."""
NARROW_TURNS = 200
SMALL = Box(left=0, right=150, top=1, bottom=47)
SMALL_TURNS = 60
LINE_TOKEN = "ink"  # noqa: S105 - the name of a color


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: what it is called, what it says, its legend, and the drawing of its body."""

    title: str
    sentence: str
    legend: tuple[tuple[str, str], ...]
    body: str
    narrow: str
    """The same for a phone."""


def colored(program: str, series: Series) -> list[StrEnum]:
    """The statuses that a chart has bands for: those with a color that some place ever had.

    The others, of places to which nothing happens, are what is left white above.
    """
    had = {
        word
        for at, word in enumerate(series.words)
        if any(turn.numbers[at] for turn in series.turns)
    }
    colours = page_colours()
    return [
        word
        for word in statuses_of(program)
        if word in had and not is_hueless(colours.get(f"status-{word}", "#808080"))
    ]


def status_chart(as_of: AsOf, state: str, paint: Paint) -> Chart:
    """How many counties had each status, through time: of the nation or of a state."""
    series = statuses_through_time(as_of, state)
    shown = colored(as_of.program.slug, series)
    total = _total(as_of, series)

    def body(box: Box, name: str, thin: int) -> str:
        axes = _axes(as_of, box, total)
        return areas_svg(series, shown, axes, paint, name, thin) + axes_svg(axes, paint)

    said = {
        "program": as_of.program.name,
        "place": name_of(as_of, state) or _("United States"),
        "day": date_text(record_end(as_of)),
    }
    return Chart(
        _("%(program)s: counties and equivalents by status, %(place)s") % said,
        _and_years(
            as_of,
            _(
                "How many had each status on each day, to %(day)s. White above: the others, to "
                "which nothing applied."
            )
            % said,
        ),
        tuple((f"status-{word}", label(word)) for word in shown),
        body(BOX, "wide", 0),
        body(NARROW, "narrow", NARROW_TURNS),
    )


def claims_chart(as_of: AsOf, paint: Paint) -> Chart:
    """What the record counts in the nation, and what somebody published of the same.

    Raises LookupError for a program of which nobody publishes what it counts first.
    """
    steps = [(one.day, one.numbers[0]) for one in headlines_of(as_of)]
    points, metric = said_of_nation(as_of)
    most = max([number for _day, number in (*steps, *points)], default=1)

    def body(box: Box) -> str:
        axes = _axes(as_of, box, most)
        line = line_svg(steps, axes, paint, LINE_TOKEN)
        return f"{axes_svg(axes, paint)}{line}{dots_svg(points, axes, paint)}"

    said = {"program": as_of.program.name, "what": word_label("reported_figure", metric)}
    return Chart(
        _("%(program)s: said and counted") % said,
        _and_years(
            as_of,
            _("%(what)s: what this record counts on each day, and each number that was published.")
            % said,
        ),
        ((LINE_TOKEN, _("Counted from the record")), ("accent", _("Published numbers"))),
        body(BOX),
        body(NARROW),
    )


def said_of_nation(as_of: AsOf) -> tuple[list[Step], str]:
    """The published numbers of what the headline counts first, and the metric's name."""
    metric = metric_of(as_of.program.slug)
    points = [
        (figure.on.last_day, int(figure.value))
        for figure in (one.figure for one in claims(as_of))
        if figure.word == metric and figure.geoid == NATION and figure.on and figure.value
    ]
    return points, metric


def metric_of(program: str) -> str:
    """The metric of published figures that counts what the headline does; raise LookupError."""
    reading = reading_of(program)
    for metric, counted in reading.COUNTED_AS.items():
        if counted == reading.COUNTED[0]:
            return metric
    raise LookupError(program)


def has_claims(program: str) -> bool:
    """Whether anybody publishes what the program counts first."""
    try:
        return bool(metric_of(program))
    except LookupError:
        return False


def small_chart(as_of: AsOf, state: str, paint: Paint) -> str:
    """The body of a state's chart, the size of a stamp."""
    series = statuses_through_time(as_of, state)
    axes = _axes(as_of, SMALL, _total(as_of, series))
    return areas_svg(series, colored(as_of.program.slug, series), axes, paint, thin=SMALL_TURNS)


def alone(as_of: AsOf, chart: Chart, paint: Paint) -> tuple[str, int]:
    """A chart as a picture with title, source, day and address; and how high it is."""
    told = Told(chart.title, chart.sentence, chart.legend, source_line(as_of))
    return standing_alone(told, HEIGHT, chart.body, paint)


def name_of(as_of: AsOf, state: str) -> str:
    """The name of a state by its two letters; "" for none."""
    return next((place.name for place in states_of(as_of) if place.state == state), "")


def year_ends(as_of: AsOf, series: Series) -> list[tuple[date, tuple[int, ...]]]:
    """The last day of each year of the record, and the last day of all, with its numbers."""
    last, first = record_end(as_of), as_of.edition.record_from or record_end(as_of)
    days = [date(year, 12, 31) for year in range(first.year, last.year)]
    return [(day, series.on(day).numbers) for day in (*days, last)]


def _and_years(as_of: AsOf, sentence: str) -> str:
    """The sentence, and where the years are not alike that they are not."""
    if not _axes(as_of, BOX, 1).scale.own:
        return sentence
    wider = _("Years are drawn wider where more happened, in the same way for every place.")
    return f"{sentence} {wider}"


def _axes(as_of: AsOf, box: Box, most: int) -> Axes:
    """The program's own scale of days; what is drawn ends with the record."""
    first, last = as_of.edition.record_from or as_of.on, record_end(as_of)
    within = (box.left, box.right - box.left)
    return Axes(scale_of(as_of.program.slug, [first, last], within, last), last, most, box)


def _total(as_of: AsOf, series: Series) -> int:
    """The places that there ever were at once: without those that do not exist."""
    gone = reading_of(as_of.program.slug).GONE
    keep: Sequence[int] = [at for at, word in enumerate(series.words) if word != gone]
    return max(sum(turn.numbers[at] for at in keep) for turn in series.turns)
