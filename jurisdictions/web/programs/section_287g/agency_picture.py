"""The agreements of an agency through time, as a picture of its own."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from jurisdictions.read.agencies.around import agency_of
from jurisdictions.read.rows import AsOf
from jurisdictions.render.charts.agency import agency_chart
from jurisdictions.render.programs.section_287g.charts import agreement_token
from jurisdictions.web.charts.view import alone, png_answer
from jurisdictions.web.map.pressed import scheme_asked
from jurisdictions.web.site.addresses import address
from jurisdictions.web.site.page import public_picture


@public_picture
def agency_picture(request: HttpRequest, as_of: AsOf, agency: str, form: str) -> HttpResponse:
    """As SVG or PNG; raises Http404 for no agency, and for one that never had an agreement."""
    found, scheme = agency_of(as_of, agency), scheme_asked(request.GET)
    chart = agency_chart(as_of, found, agreement_token) if found else None
    if found is None or chart is None:
        raise Http404
    known = as_of.known_on.isoformat() if as_of.known_on else None
    here = address("agency", {}, agency=found.key, known=known, edition=as_of.edition.number)

    def drawn() -> tuple[str, int]:
        return alone(request, as_of, chart, scheme, here)

    if form == "png":
        return png_answer(request, as_of, f"agreements-{found.key}", drawn)
    picture, _height = drawn()
    return HttpResponse(picture, content_type="image/svg+xml")
