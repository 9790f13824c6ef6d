"""How a report goes out as a file: its name, its type, the address that it is cited by."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response

from jurisdictions.read.asked_tag import asked_tag
from jurisdictions.read.list_filters import FILTERS
from jurisdictions.read.newest import newest
from jurisdictions.read.rows import AsOf
from jurisdictions.render.files.names import file_name, shown
from jurisdictions.web.site.addresses import query_of
from jurisdictions.web.site.beside import citation_answer, is_asked_for_citation
from jurisdictions.web.site.credits import cited_file

PDF = "application/pdf"
ASKED_ANYWAY = {"date", "known", "edition", "page", "sort"}
"""Parameters that say which day and which part of the list, not which places."""


def site_url(request: HttpRequest) -> str:
    """Scheme and host of the addresses that a report prints."""
    return getattr(settings, "SITE_URL", "") or request.build_absolute_uri("/").rstrip("/")


def pdf_answer(
    request: HttpRequest, as_of: AsOf, name: str, make: Callable[[], bytes]
) -> HttpResponse:
    """A PDF to look at or to keep; see `file_answer`."""
    return file_answer(request, as_of, shown(file_name(as_of, name, "pdf")), PDF, make)


def file_answer(
    request: HttpRequest,
    as_of: AsOf,
    disposition: str,
    content_type: str,
    make: Callable[[], bytes],
) -> HttpResponse:
    """A file, made only for a reader who does not have it: its ETag is known before the work."""
    if is_asked_for_citation(request):
        return citation_answer(as_of, cited_file(request, as_of))
    address = (site_url(request), request.path, sorted(query_of(request).items()))
    etag = asked_tag(as_of, newest().word, *address)
    found = get_conditional_response(request, etag=etag)
    response = HttpResponse(make(), content_type=content_type) if found is None else found
    response["ETag"] = etag
    if found is None:
        response["Content-Disposition"] = disposition
        response["Content-Language"] = as_of.language
    return response


def pinned(query: Mapping[str, object]) -> dict[str, object]:
    """The part of a list's query that an address keeps beside its day and edition."""
    kept = {*FILTERS, "date"}
    return {name: value for name, value in query.items() if name in kept}


def filters_said(query: Mapping[str, object]) -> tuple[str, ...]:
    """What a list was asked for, as its address says it: "state=IL"."""
    return tuple(
        f"{name}={', '.join(values) if isinstance(values, list) else values}"
        for name, values in query.items()
        if name in FILTERS and name not in ASKED_ANYWAY
    )
