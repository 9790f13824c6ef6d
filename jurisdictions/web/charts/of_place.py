"""The charts on the page of a place: through time, and what was published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from jurisdictions.read.program_addresses import spoken_for
from jurisdictions.read.rows import AsOf, PlaceRow
from jurisdictions.render.charts.all import makers_of
from jurisdictions.render.charts.lanes import TIMELINE, timeline_title
from jurisdictions.render.charts.published import FIGURES
from jurisdictions.web.charts.asked import asked_as
from jurisdictions.web.charts.shown import Drawn, drawn, files_of, of_day
from jurisdictions.web.site.addresses import address

STATES_KEPT = 64
"""Each some hundred kilobytes, in one language and program."""


def place_charts(as_of: AsOf, place: PlaceRow, kept: Mapping[str, str]) -> dict[str, object]:
    """What place/rest.html reads of charts; the day of the page is marked in them.

    Of a county only what there ever was is drawn: most would tell that there was nothing.
    """
    at = f"{spoken_for()}-"
    made = _of_state(_undated(as_of), place, at) if place.is_state else _made(as_of, place, at)
    undated = {name: said for name, said in kept.items() if name != "date"}
    found = [(one, of_day(one, place, undated, at, as_of.on)) for one in made]
    return {
        "timeline_files": list(files_of(TIMELINE, place, undated)),
        "timeline_title": timeline_title(as_of, place),
        "charts": [
            shown
            for one, shown in found
            if one.chart.name != FIGURES and (place.is_state or one.chart.draw)
        ],
        "figures_charts": [shown for one, shown in found if one.chart.name == FIGURES],
        "charts_way": address("charts", {}, **undated, **asked_as(place)),
    }


def _undated(as_of: AsOf) -> AsOf:
    """The same for whatever day is asked for: charts are of all days."""
    return replace(as_of, on=as_of.edition.record_to or as_of.on, far_on=None)


@lru_cache(maxsize=STATES_KEPT)
def _of_state(as_of: AsOf, place: PlaceRow, at: str) -> tuple[Drawn, ...]:
    """Kept for the states last asked for, whose bands have thousands of turns."""
    return _made(as_of, place, at)


def _made(as_of: AsOf, place: PlaceRow, at: str) -> tuple[Drawn, ...]:
    # The page draws a timeline of its own, whose marks lead on: of the chart it has the files.
    makers = makers_of(as_of, place)
    return tuple(drawn(make(), at) for name, make in makers.items() if name != TIMELINE)
