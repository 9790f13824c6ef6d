"""Charts through time of the nation or a place, and small ones of all states."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from jurisdictions.read.places import states_of
from jurisdictions.read.rows import AsOf, PlaceRow
from jurisdictions.render.charts.all import makers_of
from jurisdictions.render.charts.areas import small_chart, statuses_told
from jurisdictions.render.charts.chart import Chart
from jurisdictions.render.files.citation import site_of
from jurisdictions.render.files.names import file_name
from jurisdictions.render.files.names import shown as shown_as
from jurisdictions.render.pictures.chart_alone import WIDTH, Told, standing_alone
from jurisdictions.render.pictures.through_time import page_paint
from jurisdictions.render.reports.typst.press import press_png
from jurisdictions.render.words.days import date_text
from jurisdictions.web.charts.asked import asked_as, place_asked
from jurisdictions.web.charts.shown import shown
from jurisdictions.web.map.drawn import page_colours
from jurisdictions.web.map.picture import source_line
from jurisdictions.web.map.pressed import pictures, scheme_asked
from jurisdictions.web.reports.files import file_answer
from jurisdictions.web.site.addresses import absolute, address, kept_of
from jurisdictions.web.site.page import public_page, public_picture, render_page
from jurisdictions.web.site.sharing import Share, share
from jurisdictions.web.site.take.days import chart_offers


@dataclass(frozen=True, slots=True)
class Stamp:
    """A small chart of a state."""

    name: str
    href: str
    body: SafeString


@public_page
def charts(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """The charts of the nation, of a state (`state`), or of any place (`place`)."""
    place = place_asked(as_of, request.GET)
    kept = {name: said for name, said in kept_of(request.GET).items() if name != "date"}
    drawn = [make() for make in makers_of(as_of, place).values()]
    context = {
        "chosen": place,
        "state": place.state if place else "",
        "title": _("Charts: %(place)s") % {"place": place.label if place else _("United States")},
        "states": states_of(as_of),
        "shown": shown(drawn, place, kept),
        "stamps": [] if place else list(_stamps(as_of, kept)),
        "nation": address("charts", kept),
        "around": address("charts", kept, state=place.state) if place else "",
        "map": address("map", kept_of(request.GET), state=place.state if place else ""),
        "take": _offers(request, as_of, place),
        "share": _share(request, drawn[0], place) if drawn else None,
    }
    return render_page(request, "charts/page.html", as_of, context)


def _share(request: HttpRequest, chart: Chart, place: PlaceRow | None) -> Share:
    """The first chart, as a frame for another site; the page of choices has the others."""
    asked = {"chart": chart.name, **asked_as(place)}
    return share(request, "chart", chart.title, asked, place.geoid if place else "")


def _offers(request: HttpRequest, as_of: AsOf, place: PlaceRow | None) -> list[object]:
    """The numbers of the chart of statuses, which counties have not."""
    if place and not place.is_state:
        return []
    series = statuses_told(as_of, place.state if place else "")
    rows = len(series.turns) * len(series.words)
    return [*chart_offers(request.GET, place.state if place else "", rows)]


def _stamps(as_of: AsOf, kept: dict[str, str]) -> Iterable[Stamp]:
    paint = page_paint(page_colours())
    for place in states_of(as_of):
        body = small_chart(as_of, place.state, paint)
        href = address("charts", kept, state=place.state)
        yield Stamp(place.name, href, mark_safe(body))  # noqa: S308


@public_picture
def chart_svg(request: HttpRequest, as_of: AsOf, chart: str) -> HttpResponse:
    """A chart as a picture of its own, with title, source, edition and address.

    Raises Http404 for one that the place has not.
    """
    picture, _height = _picture(request, as_of, chart, scheme_asked(request.GET))
    return HttpResponse(picture, content_type="image/svg+xml")


@public_picture
def chart_png(request: HttpRequest, as_of: AsOf, chart: str) -> HttpResponse:
    """The same as PNG, twice as fine."""
    scheme, place = scheme_asked(request.GET), place_asked(as_of, request.GET)
    if chart not in makers_of(as_of, place):
        raise Http404

    named = "-".join(["chart", chart, *(code.lower() for code in asked_as(place).values())])
    return png_answer(request, as_of, named, lambda: _picture(request, as_of, chart, scheme))


def png_answer(
    request: HttpRequest, as_of: AsOf, named: str, drawn: Callable[[], tuple[str, int]]
) -> HttpResponse:
    """A picture with its height as PNG, pressed once; `named` is its name when it is saved."""

    def made() -> bytes:
        picture, height = drawn()
        name = f"{sha256(picture.encode()).hexdigest()[:24]}.png"
        return pictures().read_or_make(name, lambda: press_png(picture, 2 * WIDTH, 2 * height))

    disposition = shown_as(file_name(as_of, named, "png", dated=False))
    return file_answer(request, as_of, disposition, "image/png", made)


def _cited(request: HttpRequest, as_of: AsOf, here: str) -> str:
    """Whose it is, when the edition was published, and where the chart stands in it."""
    published = _("Edition %(number)s, published %(published)s.") % {
        "number": as_of.edition.number,
        "published": date_text(as_of.edition.published_at.date()),
    }
    return f"{site_of(as_of)}. {published} {absolute(request, here)}"


def _picture(request: HttpRequest, as_of: AsOf, name: str, scheme: str) -> tuple[str, int]:
    makers = makers_of(as_of, place_asked(as_of, request.GET))
    if name not in makers:
        raise Http404
    known = as_of.known_on.isoformat() if as_of.known_on else None
    of_place = asked_as(place_asked(as_of, request.GET))
    here = address("charts", {}, **of_place, known=known, edition=as_of.edition.number)
    return alone(request, as_of, makers[name](), scheme, here)


def alone(
    request: HttpRequest, as_of: AsOf, chart: Chart, scheme: str, here: str
) -> tuple[str, int]:
    """A chart as a picture of its own, and its height; `here` is where it stands in the edition."""
    colours = page_colours(scheme)
    legend = [(key.token, key.label, key.mark) for key in chart.legend]
    source = [source_line(as_of), _cited(request, as_of, here)]
    told = Told(chart.title, chart.sentence, legend, source)
    body = chart.draw(chart.wide, colours, "alone") if chart.draw else ""
    return standing_alone(told, chart.wide.height if body else 0, body, colours)
