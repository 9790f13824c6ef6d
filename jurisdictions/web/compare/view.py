"""Two days compared: the page, and the map of what is otherwise."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localdate

from jurisdictions.read.compared.asked import TwoDays, two_days
from jurisdictions.read.rows import AsOf
from jurisdictions.render.files.compared import compared_name
from jurisdictions.render.files.names import file_name, shown
from jurisdictions.render.pictures.map_svg import map_svg
from jurisdictions.web.compare.context import compare_context
from jurisdictions.web.compare.picture import compared_colours, compared_picture
from jurisdictions.web.map.drawn import boundaries_of
from jurisdictions.web.map.pressed import kept_or_made, print_asked
from jurisdictions.web.reports.files import file_answer
from jurisdictions.web.site.page import public_page, public_picture, render_page


def _asked(request: HttpRequest, as_of: AsOf) -> tuple[AsOf, TwoDays]:
    asked = two_days(as_of, request.GET, localdate())
    return replace(as_of, on=asked.last), asked


@public_page
def compare(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """Which places had another status on `to` than on `from`, from which to which, and why."""
    on_last, asked = _asked(request, as_of)
    context = compare_context(request, on_last, asked)
    return render_page(request, "compare/page.html", on_last, context)


@public_picture
def compare_svg(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """The map of only what is otherwise, for what the page takes."""
    on_last, asked = _asked(request, as_of)
    picture = compared_picture(on_last, asked)
    drawn = map_svg(picture, boundaries_of(as_of), compared_colours())
    return HttpResponse(drawn, content_type="image/svg+xml")


@public_picture
def compare_png(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """The same as PNG, for `size` and `scheme` too."""
    on_last, asked = _asked(request, as_of)
    wanted = print_asked(request.GET, compared_colours)
    return file_answer(
        request,
        on_last,
        shown(file_name(as_of, compared_name(asked), "png", dated=False)),
        "image/png",
        lambda: kept_or_made(on_last, asked, wanted, lambda: compared_picture(on_last, asked)),
    )
