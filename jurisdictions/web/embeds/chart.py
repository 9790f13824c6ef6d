"""A chart, to be shown elsewhere: drawn for a desk and for a phone, the frame's width decides."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from jurisdictions.read.rows import AsOf
from jurisdictions.render.charts.all import makers_of
from jurisdictions.web.charts.asked import asked_as, place_asked
from jurisdictions.web.charts.shown import shown
from jurisdictions.web.embeds.frame import embed_frame
from jurisdictions.web.embeds.framed import framable
from jurisdictions.web.site.addresses import address, kept_of


@framable
def embedded_chart(request: HttpRequest, as_of: AsOf, chart: str) -> HttpResponse:
    """A chart by its name, of the nation, a state (`state`) or a place (`place`)."""
    place = place_asked(as_of, request.GET)
    maker = makers_of(as_of, place).get(chart)
    if maker is None:
        raise Http404
    kept = {name: said for name, said in kept_of(request.GET).items() if name != "date"}
    (drawn,) = shown([maker()], place, kept)
    frame = embed_frame(request, as_of, address("charts", kept, **asked_as(place)))
    # It is of all days.
    context = {"title": drawn.chart.title, "one": drawn, "of_all_days": True}
    return render(request, "embeds/chart.html", {**frame, **context})
