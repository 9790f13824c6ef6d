"""A part of a file, where a reader asks for one: who loads over a slow line, or goes on later.

RFC 9110, section 14. One range of bytes is answered by it; several at once, another unit or what is
not written as a range is answered by the whole file, as the RFC lets a server do.
"""

from __future__ import annotations

import re
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse

_RANGE = re.compile(r"bytes\s*=\s*(?:(?P<first>[0-9]{1,18})\s*-\s*(?P<last>[0-9]{1,18})?"
                    r"|-\s*(?P<end>[0-9]{1,18}))\s*", re.ASCII | re.IGNORECASE)  # fmt: skip


def in_part(request: HttpRequest, whole: HttpResponse, etag: str) -> HttpResponse:
    """The answer cut to the range that is asked for: 206, 416 for none of its bytes, or the whole.

    `etag` is the strong name of these very bytes: a part of something else is never sent to go on
    with (If-Range).
    """
    whole["Accept-Ranges"] = "bytes"
    asked = _RANGE.fullmatch(request.headers.get("Range", "").strip())
    if request.method != "GET" or asked is None or request.headers.get("If-Range", etag) != etag:
        return whole
    size = len(whole.content)
    first, last = _bounds(asked, size)
    if asked["last"] and int(asked["last"]) < int(asked["first"]):
        return whole
    if first > last:
        whole.content = b""
        whole.status_code = HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE
        whole["Content-Range"] = f"bytes */{size}"
        return whole
    whole.content = whole.content[first : last + 1]
    whole.status_code = HTTPStatus.PARTIAL_CONTENT
    whole["Content-Range"] = f"bytes {first}-{last}/{size}"
    return whole


def _bounds(asked: re.Match[str], size: int) -> tuple[int, int]:
    """The first and the last byte; the first lies behind the last where there is nothing."""
    if asked["end"]:
        return (max(size - int(asked["end"]), 0), size - 1) if int(asked["end"]) else (size, -1)
    return int(asked["first"]), min(int(asked["last"] or size), size - 1)
