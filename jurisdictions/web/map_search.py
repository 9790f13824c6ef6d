"""The names that places are also found by: the map's search field asks for them when first used."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from jurisdictions.read.places import all_places, fold
from jurisdictions.read.rows import PlaceRow
from jurisdictions.shelf.marked import mark
from jurisdictions.web.page import NEWEST_SECONDS


@require_safe
def map_search(request: HttpRequest) -> HttpResponse:
    """Aliases by geoid, of the places that have any that their name does not hold already."""
    del request
    places = all_places(get_language() or "en").values()
    aliases = {place.geoid: others for place in places if (others := _other_names(place))}
    response = JsonResponse(aliases, json_dumps_params={"separators": (",", ":")})
    response["Cache-Control"] = f"public, max-age={NEWEST_SECONDS}"
    mark(response)
    return response


def _other_names(place: PlaceRow) -> list[str]:
    known = f" {fold(place.label)} "
    return [alias for alias in place.aliases if f" {fold(alias)} " not in known]
