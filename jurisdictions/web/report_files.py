"""How a report goes out as a file: its name, its type, the address that it is cited by."""

from __future__ import annotations

from collections.abc import Mapping

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from jurisdictions.read.rows import AsOf

PDF = "application/pdf"
ASKED_ANYWAY = {"date", "known", "edition", "program", "page", "sort"}
"""Parameters that say which day and which part of the list, not which places."""


def site_url(request: HttpRequest) -> str:
    """Scheme and host of the addresses that a report prints."""
    return getattr(settings, "SITE_URL", "") or request.build_absolute_uri("/").rstrip("/")


def pdf_answer(as_of: AsOf, content: bytes, name: str) -> HttpResponse:
    """A PDF to look at or to keep."""
    return file_answer(as_of, content, PDF, f"{name}.pdf", "inline")


def file_answer(
    as_of: AsOf, content: bytes, content_type: str, name: str, disposition: str = "attachment"
) -> HttpResponse:
    """A file whose name says program, what it is, its day and its edition."""
    stem, _dot, ending = name.rpartition(".")
    told = f"{as_of.program.slug}-{stem}-{as_of.on}-edition-{as_of.edition.number}.{ending}"
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = f'{disposition}; filename="{told}"'
    response["Content-Language"] = as_of.language
    return response


def pinned(query: Mapping[str, object]) -> dict[str, object]:
    """The part of a query that an address keeps beside its day and edition."""
    return {name: value for name, value in query.items() if name not in {"edition", "known"}}


def filters_said(query: Mapping[str, object]) -> tuple[str, ...]:
    """What a list was asked for, as its address says it: "state=IL"."""
    return tuple(
        f"{name}={', '.join(values) if isinstance(values, list) else values}"
        for name, values in query.items()
        if name not in ASKED_ANYWAY
    )
