"""What the map's search field offers for what was typed so far: a few places, no more."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from jurisdictions.read.finding import places_offered
from jurisdictions.shelf.marked import mark
from jurisdictions.web.site.page import NEWEST_SECONDS

KEPT_LETTERS = 3
"""What begins every search is asked for often; longer texts would only crowd the shelf."""


@require_safe
def map_search(request: HttpRequest) -> HttpResponse:
    """The likeliest places for `q`, each with the city, ZIP code or old code that it was found by.

    `sure`: one of them alone is meant. Without `q` nothing is offered; the names are read, so that
    the first letter needs not wait for them.
    """
    text = request.GET.get("q", "")
    offered, sure = places_offered(text, get_language() or "en")
    told = {
        "sure": sure,
        "places": [
            {"geoid": place.geoid, "label": place.label, "found": said} for place, said in offered
        ],
    }
    response = JsonResponse(told, json_dumps_params={"separators": (",", ":")})
    response["Cache-Control"] = f"public, max-age={NEWEST_SECONDS}"
    if len(text) <= KEPT_LETTERS:
        mark(response)
    return response
