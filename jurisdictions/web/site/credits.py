"""What is said in a picture or beside it: as its page is cited, and its licence."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from jurisdictions.read.rows import AsOf
from jurisdictions.render.files.citation import (
    LICENCE,
    FileCitation,
    citation_line,
    site_of,
)
from jurisdictions.render.pictures.credited import credited_png, credited_svg
from jurisdictions.web.site.beside import citation_answer, is_asked_for_citation
from jurisdictions.web.site.page_citation import cited_page

SVG, PNG = "image/svg+xml", "image/png"


def cited_file(request: HttpRequest, as_of: AsOf) -> FileCitation:
    """How the file at the address of the request is cited, in the active language."""
    return cited_page(request, request.path, request.GET, request.resolver_match, as_of).words


def credited(request: HttpRequest, as_of: AsOf, response: HttpResponse) -> HttpResponse:
    """The answer of a picture with what it is written in it, or that alone where it is asked for.

    What is no picture, or has no content, stays as it is.
    """
    if response.status_code != HttpResponse.status_code:
        return response
    kind = response.headers.get("Content-Type", "").partition(";")[0]
    if kind not in {SVG, PNG}:
        return response
    cited = cited_file(request, as_of)
    if is_asked_for_citation(request):
        return citation_answer(as_of, cited)
    said = _said(as_of, cited)
    if kind == SVG:
        response.content = credited_svg(response.content, said)
    else:
        response.content = credited_png(response.content, said)
    return response


def _said(as_of: AsOf, cited: FileCitation) -> dict[str, str]:
    return {
        "title": cited.title,
        "creator": site_of(as_of),
        "date": as_of.edition.published_at.date().isoformat(),
        "description": citation_line(as_of, cited),
        "source": cited.address,
        "citation": cited.text,
        "licence": LICENCE,
    }
