"""The charts on the page of a place: through time, and what was published."""

from __future__ import annotations

from collections.abc import Mapping

from jurisdictions.read.program_addresses import spoken_for
from jurisdictions.read.rows import AsOf, PlaceRow
from jurisdictions.render.charts.all import makers_of
from jurisdictions.render.charts.lanes import TIMELINE, timeline_title
from jurisdictions.render.charts.published import FIGURES
from jurisdictions.web.charts.asked import asked_as
from jurisdictions.web.charts.shown import files_of, shown
from jurisdictions.web.site.addresses import address


def place_charts(as_of: AsOf, place: PlaceRow, kept: Mapping[str, str]) -> dict[str, object]:
    """What place/rest.html reads of charts; the day of the page is marked in them.

    Of a county only what there ever was is drawn: most would tell that there was nothing.
    """
    # The page draws a timeline of its own, whose marks lead on: of the chart it has the files.
    makers = makers_of(as_of, place, as_of.on)
    made = {name: make() for name, make in makers.items() if name != TIMELINE}
    figures = made.pop(FIGURES, None)
    told = [chart for chart in made.values() if place.is_state or chart.draw]
    undated = {name: said for name, said in kept.items() if name != "date"}
    at = f"{spoken_for()}-"
    return {
        "timeline_files": list(files_of(TIMELINE, place, undated)),
        "timeline_title": timeline_title(as_of, place),
        "charts": shown(told, place, undated, at),
        "figures_charts": shown([figures] if figures else [], place, undated, at),
        "charts_way": address("charts", {}, **undated, **asked_as(place)),
    }
