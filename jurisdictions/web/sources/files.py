"""/sources/<key>/files/<file>/: a file of a source, for everybody or for who may see it."""

from __future__ import annotations

import re

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from jurisdictions.record.evidence.opening import (
    ENDINGS,
    INLINE,
    OPENED_AS,
    OpenFile,
    file_to_open,
)
from jurisdictions.web.site.ranges import in_part
from jurisdictions.web.site.reader import reader_of

POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
_ODD = re.compile(r"[^\w.() -]+")
LONGEST = 120


@require_safe
def source_file(request: HttpRequest, key: str, file: int) -> HttpResponseBase:
    """The bytes as they came. 404 for who may not see them, as for a file that there is not.

    A part of them for who asks for one. No cache keeps one without asking: a file may be removed,
    or be for reviewers again.
    """
    found = file_to_open(key, file, reader_of(request)) if file < 2**63 else None
    if found is None:
        raise Http404
    etag = f'"{found.checksum[:32]}"'
    if (same := get_conditional_response(request, etag=etag)) and same.status_code == 304:
        return _guarded(same, found, etag)
    response = HttpResponse(
        found.content,
        content_type=OPENED_AS.get(found.media_type, found.media_type),
    )
    saved = content_disposition_header(found.media_type not in INLINE, name_of(found))
    response["Content-Disposition"] = saved or "attachment"
    return _guarded(in_part(request, response, etag), found, etag)


def _guarded(response: HttpResponseBase, file: OpenFile, etag: str) -> HttpResponseBase:
    response["ETag"] = etag
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = POLICY
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["X-Robots-Tag"] = "noindex"
    response["Cache-Control"] = "no-cache" if file.is_shown else "private, no-store"
    # Two people at one address get what each may see.
    patch_vary_headers(response, ["Cookie"])
    return response


def name_of(file: OpenFile) -> str:
    """What the file is saved as: its own name without odd signs, ending as its bytes say."""
    ending = ENDINGS.get(file.media_type, ".bin")
    stem = file.name.removesuffix(ending).rpartition(".")[0] or file.name.removesuffix(ending)
    return f"{_ODD.sub('-', stem)[:LONGEST].strip(' .-') or 'file'}{ending}"
