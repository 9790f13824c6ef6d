"""A place's answer, to be shown elsewhere: three lines, and where it lies."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from jurisdictions.read.rows import AsOf
from jurisdictions.read.statuses import StatusFilter, status_rows
from jurisdictions.render.pictures.locator import locator
from jurisdictions.render.programs.in_short import in_short
from jurisdictions.render.words.reach import reach_text
from jurisdictions.web.embeds.frame import embed_frame
from jurisdictions.web.embeds.framed import framable
from jurisdictions.web.embeds.standing import standing_of, whole_page
from jurisdictions.web.map.drawn import boundaries_of


@framable
def embedded_place(request: HttpRequest, as_of: AsOf, geoid: str) -> HttpResponse:
    """Status on the day, the answer in three lines, the place on the map of its state."""
    one = standing_of(as_of, geoid)
    around = StatusFilter(level="county", states=(one.place.state,))
    rows = status_rows(as_of, around, "name")
    context = {
        "title": one.place.label,
        "span": one.span,
        "in_short": in_short(as_of, one.place, one.spans),
        "reach": reach_text(as_of),
        "locator": locator(boundaries_of(as_of), rows, one.place.state_geoid, geoid),
    }
    frame = embed_frame(request, as_of, whole_page(request, one.place))
    return render(request, "embeds/place.html", {**frame, **context})
