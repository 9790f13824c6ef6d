"""The file that the map's slider plays: it never changes under its address."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from jurisdictions.read import maps
from jurisdictions.read.asking import BadAsk, NothingPublished, ask
from jurisdictions.read.rows import AsOf
from jurisdictions.web.map.drawn import drawn_of
from jurisdictions.web.map.packed import packed_answer


@require_safe
def map_file(request: HttpRequest, program: str, edition: int, layer: str) -> HttpResponse:
    """One layer of an edition, compressed as the reader's program can take it; 404 if unknown."""
    as_of = _asked(program, edition, request.GET.get("known", ""))
    if layer not in maps.layers_of(as_of):
        raise Http404
    drawn = drawn_of(as_of)
    found = maps.map_file(as_of, layer, drawn)
    named = request.GET.get("v") == maps.file_version(as_of, drawn)
    return packed_answer(request, found, for_ever=named)


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
