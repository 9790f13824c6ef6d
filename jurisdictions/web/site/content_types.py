"""The content type of a request, as far as it can be believed: forms are UTF-8, nothing else.

Django decodes the address and the form of a request by whatever `charset` it names, before any
middleware runs: one that Python knows for other things ("hex", "idna") breaks the request, another
gives an address two readings, one for its answer and one for those who are given it from a cache.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Awaitable, Callable, Iterable
from typing import Any

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
MULTIPART = "multipart/form-data"
_MEDIA_TYPE = re.compile(r"[\w!#$&^.+-]{1,80}/[\w!#$&^.+-]{1,80}", re.ASCII)
_CHARSET = re.compile(r";\s*charset[^=;]*=\s*[\"']?([^\"';]*)", re.IGNORECASE)
_BOUNDARY = re.compile(r";\s*boundary=(\"[^\"]{1,200}\"|[^\s\";]{1,200})", re.IGNORECASE)


def believed(written: str) -> str:
    """A content type without what nobody needs; "" for none, and for another charset than UTF-8.

    What has no type is read as no form: the page that it was sent to says what it lacks.
    """
    media_type = written.partition(";")[0].strip().lower()
    if not _MEDIA_TYPE.fullmatch(media_type) or not all(map(_is_utf8, _CHARSET.findall(written))):
        return ""
    boundary = _BOUNDARY.search(written) if media_type == MULTIPART else None
    return f"{media_type}; boundary={boundary[1]}" if boundary else media_type


def _is_utf8(name: str) -> bool:
    try:
        return codecs.lookup(name.strip()).name in {"utf-8", "ascii"}
    except (LookupError, ValueError):
        return False


def believing(application: Application) -> Application:
    """The application, told only content types that can be believed."""

    def called(asked: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if written := asked.get("CONTENT_TYPE"):
            asked["CONTENT_TYPE"] = believed(written)
        return application(asked, start_response)

    return called


def believing_async(application: Callable[..., Awaitable[None]]) -> Callable[..., Awaitable[None]]:
    """The same for ASGI."""

    async def called(scope: dict[str, Any], receive: Any, send: Any) -> None:
        told = [(name, _believed(name, value)) for name, value in scope.get("headers", ())]
        await application({**scope, "headers": told}, receive, send)

    return called


def _believed(name: bytes, value: bytes) -> bytes:
    if name.lower() != b"content-type":
        return value
    return believed(value.decode("latin-1")).encode("latin-1")
