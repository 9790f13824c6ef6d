"""The file that the map's slider plays: it never changes under the address that the page names."""

from __future__ import annotations

from typing import cast

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from jurisdictions.read import maps
from jurisdictions.read.asking import BadAsk, NothingPublished, ask
from jurisdictions.read.rows import AsOf
from jurisdictions.shelf.marked import mark
from jurisdictions.shelf.tags import kept_tag
from jurisdictions.web.map.drawn import drawn_of
from jurisdictions.web.site.compression import best_coding
from jurisdictions.web.site.page import NEWEST_SECONDS

FOR_EVER = "public, max-age=31536000, immutable"


@require_safe
def map_file(request: HttpRequest, program: str, edition: int, layer: str) -> HttpResponse:
    """One layer of an edition, compressed as the reader's program can take it; 404 if unknown."""
    as_of = _asked(program, edition, request.GET.get("known", ""))
    if layer not in maps.layers_of(as_of):
        raise Http404
    drawn = drawn_of(as_of)
    found = maps.map_file(as_of, layer, drawn)
    encoding, body = _packed(found, request.headers.get("Accept-Encoding", ""))
    response = HttpResponse(body, content_type="application/json")
    if encoding:
        response["Content-Encoding"] = encoding
    named = request.GET.get("v") == maps.file_version(as_of, drawn)
    response["Cache-Control"] = FOR_EVER if named else f"public, max-age={NEWEST_SECONDS}"
    response["ETag"] = kept_tag(found.sha256, encoding)
    patch_vary_headers(response, ["Accept-Encoding"])
    mark(response)
    return cast(
        HttpResponse, get_conditional_response(request, etag=response["ETag"], response=response)
    )


def _asked(program: str, edition: int, known: str) -> AsOf:
    """The edition named in the path, derived afresh for a day of knowledge."""
    try:
        as_of = ask(
            program=program, edition="" if known else str(edition), known=known, today=localdate()
        )
    except (BadAsk, NothingPublished) as error:
        raise Http404 from error
    if as_of.edition.number != edition:
        raise Http404
    return as_of


def _packed(found: maps.MapFile, accepted: str) -> tuple[str, bytes]:
    coding = best_coding(accepted)
    if coding == "br":
        return coding, found.brotli
    if coding == "gzip":
        return coding, found.gzip
    return "", found.json
