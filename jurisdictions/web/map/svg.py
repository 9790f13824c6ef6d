"""The server's own picture of the map: the same day without any script, at its own address."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from jurisdictions.read.rows import AsOf
from jurisdictions.render.pictures.map_svg import map_svg as draw
from jurisdictions.web.map.drawn import boundaries_of, page_colours
from jurisdictions.web.map.picture import map_picture
from jurisdictions.web.map.pressed import scheme_asked
from jurisdictions.web.map.query import map_query
from jurisdictions.web.site.page import public_picture


@public_picture
def map_svg(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """The map as an image, for `date`, `layer`, `state`, `place`, `isolate` and `scheme`."""
    colours = page_colours(scheme_asked(request.GET))
    asked = map_query(request.GET, as_of)
    picture = draw(map_picture(as_of, asked), boundaries_of(as_of), colours)
    return HttpResponse(picture, content_type="image/svg+xml")
