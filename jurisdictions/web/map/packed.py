"""An answer of a file that never changes under its address, as the reader's program takes it."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers

from jurisdictions.read.packed_file import PackedFile
from jurisdictions.shelf.marked import mark
from jurisdictions.shelf.tags import kept_tag
from jurisdictions.web.site.compression import best_coding
from jurisdictions.web.site.page import NEWEST_SECONDS

FOR_EVER = "public, max-age=31536000, immutable"


def packed_answer(
    request: HttpRequest, found: PackedFile, *, for_ever: bool = True
) -> HttpResponse:
    """The file in the best coding that is taken; 304 to who has it.

    `for_ever`: its address names its content.
    """
    encoding = best_coding(request.headers.get("Accept-Encoding", ""))
    forms = {"br": found.brotli, "gzip": found.gzip}
    response = HttpResponse(forms.get(encoding, found.json), content_type="application/json")
    if encoding:
        response["Content-Encoding"] = encoding
    response["Cache-Control"] = FOR_EVER if for_ever else f"public, max-age={NEWEST_SECONDS}"
    response["ETag"] = kept_tag(found.sha256, encoding)
    patch_vary_headers(response, ["Accept-Encoding"])
    mark(response)
    return cast(
        HttpResponse, get_conditional_response(request, etag=response["ETag"], response=response)
    )
