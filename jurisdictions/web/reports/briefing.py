"""The national briefing for a day: a page and a PDF."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse

from jurisdictions.read.briefings import briefing_of
from jurisdictions.read.program_reading import reports_listed
from jurisdictions.read.rows import AsOf
from jurisdictions.render.reports.briefing import BriefingReport, briefing_report
from jurisdictions.render.reports.typst.press import press_pdf
from jurisdictions.web.reports.files import pdf_answer, site_url
from jurisdictions.web.reports.since import since_asked
from jurisdictions.web.site.page import error_page, public_page, render_page
from jurisdictions.web.site.take.days import briefing_offers


@public_page
def briefing(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """The briefing; `since` is the second day."""
    if not _briefed(as_of):
        return _none(request, as_of)
    since = since_asked(request, as_of)
    report = _report(request, as_of, since)
    changed = len(briefing_of(as_of, since).changes)
    take = briefing_offers(request.GET, since.isoformat(), changed)
    context = {"report": report, "frame": report.frame, "since": since, "take": take}
    return render_page(request, "reports/briefing.html", as_of, context)


@public_page
def briefing_pdf(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """The same as a PDF."""
    if not _briefed(as_of):
        return _none(request, as_of)
    since = since_asked(request, as_of)

    def make() -> bytes:
        return press_pdf("briefing", _report(request, as_of, since), as_of.edition.published_at)

    return pdf_answer(request, as_of, f"briefing-since-{since}", make)


def _briefed(as_of: AsOf) -> bool:
    return "briefing" in reports_listed(as_of.program.slug)


def _none(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """Says so of a program that has none."""
    name = as_of.program.name
    return error_page(request, "errors/no_briefing.html", 404, {"program_name": name})


def _report(request: HttpRequest, as_of: AsOf, since: date) -> BriefingReport:
    return briefing_report(as_of, briefing_of(as_of, since), site_url(request))
