"""Requests not to take part: all of them, and the dossier of each as page, PDF and zip."""

from __future__ import annotations

from functools import cache

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from jurisdictions.read.program_reading import reports_listed
from jurisdictions.read.programs.secure_communities.requests import (
    Dossier,
    dossier_of,
    requests_made,
)
from jurisdictions.read.rows import AsOf
from jurisdictions.render.files.columns import CITATIONS, facts_of
from jurisdictions.render.files.columns.evidence import citations_of
from jurisdictions.render.files.columns.programs.secure_communities import REQUESTS
from jurisdictions.render.files.forms import CSV, GEOJSON, JSON, XLSX
from jurisdictions.render.files.names import file_name, saved
from jurisdictions.render.files.tables import Sheet
from jurisdictions.render.reports.programs.secure_communities.dossier import dossier_report
from jurisdictions.render.reports.programs.secure_communities.dossier_zip import dossier_zip
from jurisdictions.render.reports.typst.press import press_pdf
from jurisdictions.web.files.answers import Bundle, public_file
from jurisdictions.web.files.bundles import bordered
from jurisdictions.web.reports.files import file_answer, pdf_answer, site_url
from jurisdictions.web.site.page import public_page, render_page
from jurisdictions.web.site.take.record import requests_offers

TEMPLATES = "reports/programs/secure-communities"


@public_page
def request_list(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """Every request, by the day of its first step."""
    if "requests" not in reports_listed(as_of.program.slug):
        raise Http404
    found = requests_made(as_of)
    steps = sum(len(one.steps) for one in found)
    take = requests_offers(request.GET, [one.place.geoid for one in found], steps)
    return render_page(
        request,
        f"{TEMPLATES}/requests.html",
        as_of,
        {"requests": found, "take": take},
    )


@public_page
def request_page(request: HttpRequest, as_of: AsOf, thread: str) -> HttpResponse:
    """The dossier of one request."""
    report = dossier_report(as_of, _dossier(as_of, thread), site_url(request))
    context = {"report": report, "frame": report.frame, "thread": thread}
    return render_page(request, f"{TEMPLATES}/dossier.html", as_of, context)


@public_page
def request_pdf(request: HttpRequest, as_of: AsOf, thread: str) -> HttpResponse:
    """The dossier as a PDF."""
    dossier = _dossier(as_of, thread)
    return pdf_answer(request, as_of, f"request-{thread}", lambda: _pdf(request, as_of, dossier))


@public_page
def request_zip(request: HttpRequest, as_of: AsOf, thread: str) -> HttpResponse:
    """The dossier as a PDF with its facts and sources as tables."""
    dossier = _dossier(as_of, thread)

    def make() -> bytes:
        frame = dossier_report(as_of, dossier, site_url(request)).frame
        return dossier_zip(as_of, dossier, frame, _pdf(request, as_of, dossier))

    name = file_name(as_of, f"request-{thread}", "zip")
    return file_answer(request, as_of, saved(name), "application/zip", make)


def _dossier(as_of: AsOf, thread: str) -> Dossier:
    found = dossier_of(as_of, thread)
    if found is None:
        raise Http404
    return found


def _pdf(request: HttpRequest, as_of: AsOf, dossier: Dossier) -> bytes:
    report = dossier_report(as_of, dossier, site_url(request))
    return press_pdf("dossier", report, as_of.edition.published_at)


@public_file(CSV, XLSX, JSON, GEOJSON, takes=("geometry",))
def requests_file(request: HttpRequest, as_of: AsOf) -> Bundle:
    """Every request, with its steps and what they rest on."""
    if "requests" not in reports_listed(as_of.program.slug):
        raise Http404
    found = cache(lambda: requests_made(as_of))
    steps = cache(lambda: [step for one in found() for step in one.steps])
    rows = Sheet("data", REQUESTS, found)
    return Bundle(
        name="requests",
        title=_("Requests not to take part"),
        sheets=(
            rows,
            Sheet("steps", facts_of(as_of.program.slug), steps),
            Sheet("citations", CITATIONS, lambda: citations_of(steps())),
        ),
        mapped=(rows,),
        bordered=bordered(request.GET),
        dated=False,
    )
