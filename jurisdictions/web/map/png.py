"""The map as a PNG, for what shows no SVG: a shared link's card, a slide, a printed page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from jurisdictions.read.asking import BadAsk
from jurisdictions.read.maps import layer_values
from jurisdictions.read.rows import AsOf
from jurisdictions.render.files.names import file_name, shown
from jurisdictions.web.map.drawn import page_colours
from jurisdictions.web.map.picture import map_picture
from jurisdictions.web.map.pressed import kept_or_made, print_asked
from jurisdictions.web.map.query import map_query
from jurisdictions.web.reports.files import file_answer
from jurisdictions.web.site.page import public_picture


@public_picture
def map_png(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """The map as an image, for `size`, `scheme` and what map.svg takes."""
    wanted = print_asked(request.GET, page_colours)
    asked = map_query(request.GET, as_of)
    if asked.isolate and asked.isolate not in layer_values(as_of, asked.layer):
        raise BadAsk("isolate", _("is no value of this layer"))
    return file_answer(
        request,
        as_of,
        shown(file_name(as_of, "map", "png")),
        "image/png",
        lambda: kept_or_made(as_of, asked, wanted, lambda: map_picture(as_of, asked)),
    )
