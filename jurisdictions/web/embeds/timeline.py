"""The timeline of a place, to be shown elsewhere: a picture, and the same as lines on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from jurisdictions.read.place_records import facts_seen
from jurisdictions.read.rows import AsOf, SpanRow
from jurisdictions.render.pictures.timeline_svg import Picture, drawn_picture
from jurisdictions.render.programs import part_of
from jurisdictions.render.programs.place import own_part
from jurisdictions.render.words.drawn import drawn_of
from jurisdictions.web.embeds.frame import embed_frame
from jurisdictions.web.embeds.framed import framable
from jurisdictions.web.embeds.standing import Standing, standing_of, whole_page

FIGURE = "reported_figure"


@dataclass(frozen=True, slots=True)
class Period:
    """A status as long as it held without a break, by its first span."""

    span: SpanRow
    current: bool


@framable
def embedded_timeline(request: HttpRequest, as_of: AsOf, geoid: str) -> HttpResponse:
    """What stood when, and what happened: each mark leads to its entry on the place's page."""
    one = standing_of(as_of, geoid)
    frame = embed_frame(request, as_of, whole_page(request, one.place))
    picture = _picture(as_of, one)
    context = {
        "title": one.place.label,
        "of_place": one.place.of_place,
        "span": one.span,
        "picture": picture,
        "axis": picture.height - 26,
        "marks_at": frame["full"],
        "periods": list(_periods(one)),
        "hatch_label": part_of(as_of.program.slug, "map_words").hatch_label(),
    }
    return render(request, "embeds/timeline.html", {**frame, **context})


def _picture(as_of: AsOf, one: Standing) -> Picture:
    """As the page of the place draws it."""
    own = own_part(as_of, one.place, one.span)
    facts = [fact for fact in facts_seen(as_of, one.place, one.spans) if fact.kind != FIGURE]
    return drawn_picture(one.spans, drawn_of(facts) if own.drawn is None else own.drawn, as_of.on)


def _periods(one: Standing) -> Iterator[Period]:
    """Every status, first to last: where only another dimension turned, nothing is said."""
    for _status, group in groupby(one.spans, lambda span: span.status):
        held = list(group)
        yield Period(held[0], one.span in held)
