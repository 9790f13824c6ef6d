"""The charts that there are of the nation or a place, in the order in which pages show them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from jurisdictions.read.program_reading import reading_of
from jurisdictions.read.rows import AsOf, PlaceRow
from jurisdictions.render.charts.areas import STATUS, own_chart, own_words, status_chart
from jurisdictions.render.charts.chart import Chart
from jurisdictions.render.charts.lanes import TIMELINE, timeline_chart
from jurisdictions.render.charts.published import (
    FIGURES,
    claimed,
    claims_chart,
    claims_name,
    figures_chart,
    figures_of,
)

Makers = dict[str, Callable[[], Chart]]


def makers_of(as_of: AsOf, place: PlaceRow | None) -> Makers:
    """What draws each chart of the nation (None), a state or a county, by its name.

    A county has no chart of statuses: its timeline tells them.
    """
    slug, found = as_of.program.slug, Makers()
    if place is None or place.is_state:
        found[STATUS] = partial(status_chart, as_of, place)
    if place is not None:
        found[TIMELINE] = partial(timeline_chart, as_of, place)
    if words := own_words(slug):
        found[words.NAME] = partial(own_chart, as_of, place)
    for number in claimed(as_of, place):
        found[claims_name(slug, number)] = partial(claims_chart, as_of, place, number)
    if figures_of(as_of, place):
        found[FIGURES] = partial(figures_chart, as_of, place)
    return found


def chart_names(program: str) -> tuple[str, ...]:
    """The names of all charts that a program can have."""
    own = own_words(program)
    counted = dict.fromkeys((*reading_of(program).COUNTED, *reading_of(program).COUNTED_OF_STATE))
    return (
        STATUS,
        TIMELINE,
        *((own.NAME,) if own else ()),
        *(claims_name(program, number) for number in counted),
        FIGURES,
    )
