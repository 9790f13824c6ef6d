"""/embed/: anybody chooses what to put on a page of theirs, sees it, and takes the code."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import Any

from csp.constants import HEADER, SELF
from csp.utils import build_policy
from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from jurisdictions.read.asking import BadAsk
from jurisdictions.read.editions import living_first
from jurisdictions.read.finding import places_offered, reader_of
from jurisdictions.read.places import places_of
from jurisdictions.read.program_addresses import in_program
from jurisdictions.read.rows import AsOf, PlaceRow
from jurisdictions.render.charts.all import makers_of
from jurisdictions.render.pictures.map_legend import layer_labels
from jurisdictions.web.charts.asked import asked_as
from jurisdictions.web.embeds.limits import HEIGHTS, WIDTHS, pixels_asked
from jurisdictions.web.map.pressed import SCHEMES, scheme_asked
from jurisdictions.web.map.query import DEFAULT_LAYER, MapQuery
from jurisdictions.web.site.addresses import absolute, address, with_query
from jurisdictions.web.site.page import public_page, render_page
from jurisdictions.web.site.sharing import SIZES, Share, map_title, place_title

FEW = 8
"""So many places that a text may mean are offered."""


@dataclass(frozen=True, slots=True)
class Option:
    """One of several to choose from."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the form asks for. `place` is None for the nation, and where the text means several."""

    as_of: AsOf
    what: str
    text: str
    place: PlaceRow | None
    layer: str
    chart: str
    scheme: str
    width: int
    height: int
    fixed: bool
    dated: bool


def _framing(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The page may show our own pages in a frame, which no other page of ours does."""

    @wraps(view)
    def page(request: HttpRequest, **parts: Any) -> HttpResponse:
        response = view(request, **parts)
        response[HEADER] = build_policy(update={"frame-src": [SELF]})
        return response

    return page


@_framing
@public_page
def embeds(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """The form, the embed that it asks for, its code, and what else its address may say."""
    with in_program(as_of.program.slug):
        context = _context(request, as_of)
        return render_page(request, "embeds/page.html", as_of, context)


def _context(request: HttpRequest, as_of: AsOf) -> dict[str, object]:
    query = request.GET
    text = query.get("text", "").strip()
    place, offered = _meant(as_of, text) if text else (None, [])
    asked = _chosen(as_of, query, text, place)
    charts = _charts(asked)
    return {
        "asked": asked,
        "programs": [
            Option(one.slug, one.name, one.slug == as_of.program.slug)
            for one, _edition in living_first(as_of.language)
        ],
        "whats": _whats(asked.what),
        "layers": _options(layer_labels(as_of.program.slug), asked.layer),
        "charts": _options(
            charts, asked.chart if asked.chart in charts else next(iter(charts), "")
        ),
        "schemes": _schemes(asked.scheme),
        "limits": {"width": WIDTHS, "height": HEIGHTS},
        "offered": _offered(query, offered),
        "lacking": bool(text and not place and not offered),
        "share": _share(request, asked, charts),
        "oembed": absolute(request, reverse("oembed")),
        "example": absolute(request, address("map", {}, state="TX")),
    }


def _meant(as_of: AsOf, text: str) -> tuple[PlaceRow | None, list[PlaceRow]]:
    """The place that a text means, a state before the counties of its name; else those it may."""
    if state := reader_of(as_of).state(text):
        return places_of(as_of)[state], []
    found, sure = places_offered(text, as_of.language)
    places = [place for place, _said in found]
    return (places[0], []) if sure else (None, places[:FEW])


def _chosen(as_of: AsOf, query: QueryDict, text: str, place: PlaceRow | None) -> Chosen:
    what = query.get("what", "").strip() or "map"
    if what not in SIZES:
        raise BadAsk("what", _("is not one of: %(words)s") % {"words": ", ".join(SIZES)})
    layer = query.get("layer", "").strip()
    width, height = SIZES[what]
    return Chosen(
        as_of=as_of,
        what=what,
        text=text,
        place=place,
        # Another program has other layers.
        layer=layer if layer in layer_labels(as_of.program.slug) else DEFAULT_LAYER,
        chart=query.get("chart", "").strip(),
        scheme=scheme_asked(query) if query.get("scheme", "").strip() else "",
        width=pixels_asked(query, "width", width, WIDTHS),
        height=pixels_asked(query, "height", height, HEIGHTS),
        fixed=bool(query.get("edition")),
        dated=bool(query.get("date")),
    )


def _share(request: HttpRequest, asked: Chosen, charts: Mapping[str, str]) -> Share | None:
    """What the form asks for; None while it lacks a place, or the text means none."""
    place, kept = asked.place, _kept(asked)
    if place is None and asked.text:
        return None
    if asked.what == "map":
        path, title = _map(asked, kept)
    elif asked.what == "chart":
        path, title = _chart(asked, kept, charts)
    elif place is not None:
        path = address(f"embed-{asked.what}", kept, geoid=place.geoid)
        title = place_title(asked.as_of, place)
    else:
        return None
    return Share(absolute(request, path), title, asked.width, asked.height) if path else None


def _chart(asked: Chosen, kept: Mapping[str, str], charts: Mapping[str, str]) -> tuple[str, str]:
    """The chart that is asked for, else the first; nothing where the place has none."""
    chart = asked.chart if asked.chart in charts else next(iter(charts), "")
    if not chart:
        return "", ""
    undated = {name: said for name, said in kept.items() if name != "date"}
    return address("embed-chart", undated, chart=chart, **asked_as(asked.place)), charts[chart]


def _map(asked: Chosen, kept: Mapping[str, str]) -> tuple[str, str]:
    place = asked.place
    shown = MapQuery(
        "" if asked.layer == DEFAULT_LAYER else asked.layer,
        place.state if place else "",
        "" if place is None or place.is_state else place.geoid,
        "",
    )
    said = {"layer": shown.layer, "state": shown.state, "place": shown.place}
    return address("embed-map", kept, **said), map_title(asked.as_of, shown.state, shown.place)


def _kept(asked: Chosen) -> dict[str, str]:
    """The day where one is asked for; an edition is fixed with its day, or the day would move."""
    kept = {"scheme": asked.scheme} if asked.scheme else {}
    if asked.dated or asked.fixed:
        kept["date"] = asked.as_of.on.isoformat()
    if asked.fixed:
        kept["edition"] = str(asked.as_of.edition.number)
    return kept


def _charts(asked: Chosen) -> dict[str, str]:
    """The charts of the place by their names, with their titles; only where one is asked for."""
    if asked.what != "chart":
        return {}
    return {name: make().title for name, make in makers_of(asked.as_of, asked.place).items()}


def _whats(chosen: str) -> list[Option]:
    labels = {
        "map": _("A map"),
        "place": _("The answer of a place"),
        "timeline": _("The timeline of a place"),
        "chart": _("A chart"),
    }
    return _options(labels, chosen)


def _schemes(chosen: str) -> list[Option]:
    words = {"light": _("Light"), "dark": _("Dark")}
    labels = {"": _("As the reader has it")} | {scheme: words[scheme] for scheme in SCHEMES}
    return _options(labels, chosen)


def _options(labels: Mapping[str, str], chosen: str) -> list[Option]:
    return [Option(value, label, value == chosen) for value, label in labels.items()]


def _offered(query: QueryDict, places: Sequence[PlaceRow]) -> list[dict[str, str]]:
    """The places that the text may mean, each with the way to the same form for it."""
    said = {name: value for name, value in query.items() if value}
    return [
        {
            "label": place.label,
            "href": with_query(address("embeds", {}), {**said, "text": place.geoid}),
        }
        for place in places
    ]
