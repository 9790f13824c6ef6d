"""The lists of agencies and of agreements as PDF: what the address's filters give, whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse

from jurisdictions.read.agencies.filters import TAKES, filters_in
from jurisdictions.read.agencies.lines import agency_lines, agreement_lines
from jurisdictions.read.program_reading import told_by
from jurisdictions.read.rows import AsOf
from jurisdictions.render.reports.agency_lists import (
    RowsReport,
    agencies_report,
    agreements_report,
)
from jurisdictions.render.reports.frame import permalink
from jurisdictions.render.reports.typst.press import press_pdf
from jurisdictions.web.reports.files import pdf_answer, site_url
from jurisdictions.web.site.addresses import query_of
from jurisdictions.web.site.page import public_page
from jurisdictions.web.site.program import demand_program

Lines = Callable[..., list[Any]]
Report = Callable[..., RowsReport]


@public_page
def agencies_pdf(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """The agencies; raise BadAsk as the list does."""
    return _pdf(request, as_of, "agencies", agency_lines, agencies_report)


@public_page
def agreements_pdf(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """The agreements, likewise."""
    return _pdf(request, as_of, "agreements", agreement_lines, agreements_report)


def _pdf(
    request: HttpRequest, as_of: AsOf, name: str, lines: Lines, report: Report
) -> HttpResponse:
    demand_program(told_by()[name])
    chosen, order = filters_in(name, as_of, request.GET)
    as_of = replace(as_of, on=chosen.day(as_of))
    query = {key: value for key, value in query_of(request).items() if key in TAKES[name]}
    path = request.path.removesuffix(".pdf") + "/"
    link = permalink(as_of, site_url(request), path, query)

    def make() -> bytes:
        found = report(as_of, lines(as_of, chosen, order), _said(query), link)
        return press_pdf("rows", found, as_of.edition.published_at)

    return pdf_answer(request, as_of, name, make)


def _said(query: dict[str, object]) -> tuple[str, ...]:
    """What the list was asked for, as its address says it: "state=IL"."""
    return tuple(
        f"{name}={', '.join(values) if isinstance(values, list) else values}"
        for name, values in query.items()
        if name != "sort"
    )
