"""Reports of places: the printable page, the PDF, and the list as a PDF."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from jurisdictions.read.finding import place_now
from jurisdictions.read.list_filters import filters_asked
from jurisdictions.read.place_records import place_record
from jurisdictions.read.rows import AsOf, PlaceRow
from jurisdictions.render.reports.frame import permalink
from jurisdictions.render.reports.listing import list_report
from jurisdictions.render.reports.pdf import place_report_pdf
from jurisdictions.render.reports.place import place_report
from jurisdictions.render.reports.programs import reporting_of
from jurisdictions.render.reports.state import state_report
from jurisdictions.render.reports.typst.press import press_pdf
from jurisdictions.web.reports.files import filters_said, pdf_answer, pinned, site_url
from jurisdictions.web.site.addresses import query_of
from jurisdictions.web.site.no_report import refuse_unreported
from jurisdictions.web.site.page import public_page, render_page


@public_page
def place_pdf(request: HttpRequest, as_of: AsOf, geoid: str, slug: str = "") -> HttpResponse:
    """The report of a place or a state as a PDF; the name in the address is the reader's own."""
    del slug
    place = _place(as_of, geoid)
    name = f"{place.geoid}-{place.slug}"
    site = site_url(request)
    return pdf_answer(request, as_of, name, lambda: place_report_pdf(as_of, geoid, site, press_pdf))


@public_page
def place_report_page(request: HttpRequest, as_of: AsOf, geoid: str, slug: str) -> HttpResponse:
    """The same report as a page to print."""
    del slug
    place = _place(as_of, geoid)
    site = site_url(request)
    reporting = reporting_of(as_of.program.slug)
    if place.is_state and (state := reporting.state_record(as_of, geoid)):
        whole = state_report(as_of, state, site)
        context = {"place": place, "report": whole.place, "whole": whole, "frame": whole.frame}
        return render_page(request, "reports/state.html", as_of, context)
    record = place_record(as_of, geoid)
    if record is None:
        raise Http404
    report = place_report(as_of, record, site)
    context = {"place": place, "report": report, "frame": report.frame}
    return render_page(request, "reports/place.html", as_of, context)


@public_page
def places_pdf(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """The list that the address's filters give, whole, as a PDF; raise BadAsk as the list does."""
    refuse_unreported(as_of)
    filters = filters_asked(as_of, request.GET)
    path = request.path.removesuffix(".pdf") + "/"
    query = {name: value for name, value in query_of(request).items() if name != "page"}
    link = permalink(as_of, site_url(request), path, pinned(query))

    def make() -> bytes:
        report = list_report(as_of, filters.rows, filters_said(query), link)
        return press_pdf("list", report, as_of.edition.published_at)

    return pdf_answer(request, as_of, "jurisdictions", make)


def _place(as_of: AsOf, geoid: str) -> PlaceRow:
    found = place_now(as_of, geoid)
    if found is None:
        raise Http404
    refuse_unreported(as_of)
    return found
