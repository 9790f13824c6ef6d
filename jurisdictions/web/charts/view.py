"""Charts through time of the nation or a state, and small ones of all states."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from jurisdictions.read.places import states_of
from jurisdictions.read.rows import AsOf
from jurisdictions.read.through_time import Series, state_asked, statuses_through_time
from jurisdictions.render.files.names import file_name, shown
from jurisdictions.render.pictures.through_time import WIDTH, Paint, page_paint
from jurisdictions.render.reports.typst.press import press_png
from jurisdictions.render.words.labels import label
from jurisdictions.web.charts import drawn
from jurisdictions.web.map.drawn import page_colours
from jurisdictions.web.map.pressed import pictures, scheme_asked
from jurisdictions.web.reports.files import file_answer
from jurisdictions.web.site.addresses import address, kept_of
from jurisdictions.web.site.page import public_page, public_picture, render_page
from jurisdictions.web.site.take import chart_offers

CHARTS: dict[str, Callable[[AsOf, str, Paint], drawn.Chart]] = {
    "status": drawn.status_chart,
    "claims": lambda as_of, _state, paint: drawn.claims_chart(as_of, paint),
}
"""The charts by the names of their pictures."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A small chart of a state."""

    name: str
    href: str
    body: SafeString


@dataclass(frozen=True, slots=True)
class YearEnd:
    """The numbers of a day in the table of a chart."""

    day: date
    numbers: tuple[int, ...]


@public_page
def charts(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """The charts of the nation, or of a state (`state`)."""
    state = state_asked(as_of, request.GET)
    series = statuses_through_time(as_of, state)
    bands = drawn.colored(as_of.program.slug, series)
    paint = page_paint(page_colours())
    said = not state and drawn.has_claims(as_of.program.slug)
    kept = {name: said for name, said in kept_of(request.GET).items() if name != "date"}
    context = {
        "state": state,
        "place": drawn.name_of(as_of, state) or _("United States"),
        "states": states_of(as_of),
        "size": f"{WIDTH} {drawn.HEIGHT}",
        "narrow_size": f"{drawn.NARROW_WIDTH} {drawn.NARROW_HEIGHT}",
        "status": _shown(drawn.status_chart(as_of, state, paint)),
        "bands": [(label(word), f"status-{word}") for word in bands],
        "years": list(_years(as_of, series, [series.words.index(word) for word in bands])),
        "said": _shown(drawn.claims_chart(as_of, paint)) if said else None,
        "stamps": [] if state else list(_stamps(as_of, kept, paint)),
        "pictures": _pictures(kept, state),
        "nation": address("charts", kept),
        "map": address("map", kept_of(request.GET), state=state),
        "take": chart_offers(request.GET, state, len(series.turns) * len(series.words)),
    }
    return render_page(request, "charts/page.html", as_of, context)


def _shown(chart: drawn.Chart) -> dict[str, object]:
    # What was drawn by us, of numbers and escaped words.
    return {
        "title": chart.title,
        "sentence": chart.sentence,
        "body": mark_safe(chart.body),  # noqa: S308
        "narrow": mark_safe(chart.narrow),  # noqa: S308
    }


def _years(as_of: AsOf, series: Series, at: Sequence[int]) -> Iterable[YearEnd]:
    for day, numbers in drawn.year_ends(as_of, series):
        yield YearEnd(day, tuple(numbers[index] for index in at))


def _stamps(as_of: AsOf, kept: dict[str, str], paint: Paint) -> Iterable[Stamp]:
    for place in states_of(as_of):
        body = drawn.small_chart(as_of, place.state, paint)
        href = address("charts", kept, state=place.state)
        yield Stamp(place.name, href, mark_safe(body))  # noqa: S308


def _pictures(kept: dict[str, str], state: str) -> dict[str, str]:
    return {
        f"{chart}_{form}": address(f"chart-{form}", kept, chart=chart, state=state)
        for chart in CHARTS
        for form in ("svg", "png")
    }


@public_picture
def chart_svg(request: HttpRequest, as_of: AsOf, chart: str) -> HttpResponse:
    """A chart as a picture of its own, with title, source, edition and address.

    Raises Http404 for one that the program has not.
    """
    picture, _height = _picture(request, as_of, chart, scheme_asked(request.GET))
    return HttpResponse(picture, content_type="image/svg+xml")


@public_picture
def chart_png(request: HttpRequest, as_of: AsOf, chart: str) -> HttpResponse:
    """The same as PNG, twice as fine."""
    scheme, state = scheme_asked(request.GET), state_asked(as_of, request.GET)

    def made() -> bytes:
        picture, height = _picture(request, as_of, chart, scheme)
        name = f"{sha256(picture.encode()).hexdigest()[:24]}.png"
        return pictures().read_or_make(name, lambda: press_png(picture, 2 * WIDTH, 2 * height))

    named = "-".join(filter(None, ["chart", chart, state.lower()]))
    disposition = shown(file_name(as_of, named, "png", dated=False))
    return file_answer(request, as_of, disposition, "image/png", made)


def _picture(request: HttpRequest, as_of: AsOf, chart: str, scheme: str) -> tuple[str, int]:
    if chart == "claims" and not drawn.has_claims(as_of.program.slug):
        raise Http404
    colours = page_colours(scheme)
    made = CHARTS[chart](as_of, state_asked(as_of, request.GET), colours)
    return drawn.alone(as_of, made, colours)
