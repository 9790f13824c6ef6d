"""`<file>.citation.txt`: how a file is cited, told without making the file."""

from __future__ import annotations

from copy import copy

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import Resolver404
from django.views.decorators.http import require_safe

from jurisdictions.read.rows import AsOf
from jurisdictions.render.files.citation import FileCitation, citation_text
from jurisdictions.web.site.program import found_at

ENDING = ".citation.txt"
SECONDS = 60
"""How long it may be kept: as long as a file of the newest edition."""
TEXT = "text/plain; charset=utf-8"
_ASKED, _TOLD = "asked_for_its_citation", "is_a_citation"


@require_safe
def citation_beside(request: HttpRequest, file: str) -> HttpResponseBase:  # noqa: ARG001
    """The citation of the file at the address before the ending; 404 where there is none.

    Asks the very view that makes the file, which answers with its citation in the place of the
    file: so that both say the same, and what is no file of this site has no citation.
    """
    path = request.path_info.removesuffix(ENDING)
    if path.endswith(ENDING):
        raise Http404
    inner = copy(request)
    inner.path = inner.path_info = path
    try:
        match = inner.resolver_match = found_at(path)
    except Resolver404:
        raise Http404 from None
    setattr(inner, _ASKED, True)
    response: HttpResponseBase = match.func(inner, *match.args, **match.kwargs)
    if response.status_code == HttpResponse.status_code and not hasattr(response, _TOLD):
        raise Http404
    return response


def is_asked_for_citation(request: HttpRequest) -> bool:
    """Whether the citation of the file is asked for, not the file."""
    return hasattr(request, _ASKED)


def citation_answer(as_of: AsOf, cited: FileCitation) -> HttpResponse:
    """The citation as a text."""
    response = HttpResponse(citation_text(as_of, cited), content_type=TEXT)
    response["Content-Language"] = as_of.language
    response["Cache-Control"] = f"public, max-age={SECONDS}"
    response["Access-Control-Allow-Origin"] = "*"
    setattr(response, _TOLD, True)
    return response
