"""The map page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from jurisdictions.read.places import counties_of, members_of, places_of
from jurisdictions.read.program_reading import told_by
from jurisdictions.read.rows import AsOf, PlaceRow
from jurisdictions.web.map.context import chosen_state, map_context
from jurisdictions.web.map.query import MapQuery, map_query
from jurisdictions.web.map.still import still_of
from jurisdictions.web.site.addresses import address, kept_of
from jurisdictions.web.site.page import public_page, render_page
from jurisdictions.web.site.sharing import Share, map_title, share
from jurisdictions.web.site.take.lists import in_force_offers, map_offers


@public_page
def map_page(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """The map on the day, opened by the program's opening day unless the address says another."""
    asked = map_query(request.GET, as_of)
    context = map_context(as_of, asked, kept_of(request.GET))
    context["still"] = still_of(as_of, request.GET)
    state = chosen_state(as_of, asked)
    shown = [one.geoid for one in members_of(as_of, state.geoid)] if state else counties_of(as_of)
    offers = map_offers(request.GET, asked.state, shown, len(places_of(as_of)))
    context["take"] = offers
    context["share"] = _share(request, as_of, asked, state)
    if as_of.program.slug == told_by()["agencies"]:
        context["take"] = [*offers, *in_force_offers(as_of, request.GET, state)]
        context["lists"] = _lists(as_of, asked, kept_of(request.GET))
    return render_page(request, "map/page.html", as_of, context)


def _share(request: HttpRequest, as_of: AsOf, asked: MapQuery, state: PlaceRow | None) -> Share:
    """What the map shows, as a frame for another site."""
    said = {"state": asked.state, "place": asked.place, "isolate": asked.isolate}
    if request.GET.get("layer"):
        said["layer"] = asked.layer
    text = asked.place or (state.geoid if state else "")
    return share(request, "map", map_title(as_of, asked.state, asked.place), said, text)


def _lists(as_of: AsOf, asked: MapQuery, kept: dict[str, str]) -> list[dict[str, str]]:
    """The lists of what was in force on the day, in the state that is shown or all."""
    titles = {"agencies": _("Agencies"), "agreements": _("Agreements")}
    others = {name: value for name, value in kept.items() if name != "date"}
    parts = {"state": asked.state, "in_force_on": as_of.on.isoformat()}
    return [
        {"label": title, "href": address(name, others, **parts)} for name, title in titles.items()
    ]
