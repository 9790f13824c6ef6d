"""The way from what somebody wrote, without a script, to the page of the place that is meant."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from jurisdictions.read.finding import places_offered
from jurisdictions.read.rows import AsOf
from jurisdictions.web.site.addresses import address
from jurisdictions.web.site.page import public_page


@public_page
def place_asked(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """On to the page of the one place that `text` means, else to the list of those that it may."""
    text = request.GET.get("text", "").strip()
    found, sure = places_offered(text, as_of.language) if text else ([], False)
    if not sure:
        return HttpResponseRedirect(address("places", {}, text=text))
    place, _said = found[0]
    return HttpResponseRedirect(address("place", {}, geoid=place.geoid, slug=place.slug))
