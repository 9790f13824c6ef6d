"""The tracker asked as by a reader on its own address, without a network."""

from __future__ import annotations

import sys
from collections.abc import Callable
from io import BytesIO
from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings

from jurisdictions.web.site.kept.answers import OPENERS


def answer_to(application: Callable[..., Any], path: str, coding: str) -> tuple[int, str]:
    """The status, and the text of what a reader on the tracker's own address gets."""
    status, _headers, body = bytes_to(application, path, coding)
    return status, body.decode(errors="replace")


def bytes_to(
    application: Callable[..., Any], path: str, coding: str = ""
) -> tuple[int, dict[str, str], bytes]:
    """The status, the headers and the bytes, unpacked, of what such a reader gets."""
    told: list[tuple[str, dict[str, str]]] = []
    answer = application(
        _asked(path, coding), lambda status, headers: told.append((status, dict(headers)))
    )
    try:
        body = b"".join(answer)
    finally:
        answer.close()
    status, headers = told[0]
    if opened := OPENERS.get(headers.get("Content-Encoding", "")):
        body = opened(body)
    return int(status.split()[0]), headers, body


def _asked(path: str, coding: str) -> dict[str, object]:
    """A reader's GET as WSGI has it."""
    site = urlsplit(settings.MAIL_SITE_URL)
    where, _mark, query = path.partition("?")
    port = str(site.port or (443 if site.scheme == "https" else 80))
    return {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": unquote(where, "latin-1"),
        "QUERY_STRING": query,
        "SERVER_NAME": site.hostname or "",
        "SERVER_PORT": port,
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": site.netloc,
        "HTTP_ACCEPT": "*/*",
        "HTTP_ACCEPT_ENCODING": coding,
        "HTTP_X_FORWARDED_PROTO": site.scheme,
        "wsgi.url_scheme": site.scheme,
        "wsgi.input": BytesIO(),
        "wsgi.errors": sys.stderr,
    }
