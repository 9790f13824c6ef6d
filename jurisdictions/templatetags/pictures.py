"""The picture that a shared link of a page shows: the map of the page's own day."""

from __future__ import annotations

from typing import Any

from django import template
from django.http import HttpRequest
from django.utils.translation import gettext as _

from jurisdictions.read.places import states_of
from jurisdictions.read.rows import AsOf, PlaceRow
from jurisdictions.render.pictures.map_layout import CARD
from jurisdictions.web.map.picture import picture_title, shown_place
from jurisdictions.web.map.picture_address import picture_address
from jurisdictions.web.map.query import DEFAULT_LAYER, MapQuery
from jurisdictions.web.site.addresses import absolute

register = template.Library()


@register.inclusion_tag("components/picture_card.html", takes_context=True)
def picture_card(context: dict[str, Any]) -> dict[str, object]:
    """The meta tags of the picture; a page of a place shows that place, a list of a state it."""
    as_of: AsOf = context["as_of"]
    request: HttpRequest = context["request"]
    asked = _asked(context, as_of, request)
    about = shown_place(as_of, asked)
    title = picture_title(as_of, about)
    word = _("Map")
    return {
        "title": title,
        "alt": f"{word}: {title}",
        "sentence": context.get("why") or context.get("sentence", ""),
        # Some networks ask for this address instead, so it has to name the day.
        "address": context["cite_as"],
        "site_name": context["site_name"],
        "picture": absolute(request, picture_address("map-png", as_of, asked, size="card")),
        "width": CARD.width,
        "height": CARD.height,
    }


@register.inclusion_tag("map/take_picture.html", takes_context=True)
def take_picture(context: dict[str, Any]) -> dict[str, object]:
    """Links to the map page's picture, as SVG and in each size of the PNG."""
    as_of: AsOf = context["as_of"]
    asked = _asked(context, as_of, context["request"])
    sizes = {
        size: picture_address("map-png", as_of, asked, size=size)
        for size in ("card", "1600", "3200")
    }
    return {
        "svg": picture_address("map-svg", as_of, asked),
        **{f"png_{k}": v for k, v in sizes.items()},
    }


def _asked(context: dict[str, Any], as_of: AsOf, request: HttpRequest) -> MapQuery:
    if isinstance(shown := context.get("shown"), MapQuery):
        return shown
    place = context.get("place")
    if isinstance(place, PlaceRow):
        return MapQuery(DEFAULT_LAYER, place.state, "" if place.is_state else place.geoid, "")
    named = [code for code in request.GET.getlist("state") if code]
    one = named[0].upper() if len(named) == 1 else ""
    known = one and one in {state.state for state in states_of(as_of)}
    return MapQuery(DEFAULT_LAYER, one if known else "", "", "")
