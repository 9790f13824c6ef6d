"""Asks within this process: the application is called as a web server calls it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch
from urllib.parse import unquote_to_bytes

from django.conf import settings
from django.core.cache import caches
from django.core.signals import got_request_exception
from django.db import transaction
from django.http import QueryDict
from django.test import Client
from django.test.client import FakePayload

from tests.fuzz.addresses.tries import VISITOR, Try


def answered(
    asked: Try, sessions: Mapping[str, str], token: str = ""
) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body; whatever it changed is taken back."""
    for each in caches.all(initialized_only=True):
        each.clear()
    client = Client(raise_request_exception=False)
    if asked.who != VISITOR:
        client.cookies[settings.SESSION_COOKIE_NAME] = sessions[asked.who]
    try:
        with transaction.atomic():
            answer: Any = client.request(**_environ(asked, token))
            body = b"".join(answer.streaming_content) if answer.streaming else answer.content
            headers = {name.lower(): str(value) for name, value in answer.items()}
            raise _TakeBack
    except _TakeBack:
        return answer.status_code, headers, body


def _environ(asked: Try, token: str) -> dict[str, Any]:
    told: dict[str, Any] = {
        "REQUEST_METHOD": asked.method,
        "PATH_INFO": unquote_to_bytes(asked.path.encode("latin-1")).decode("latin-1"),
        "QUERY_STRING": asked.query,
        "CONTENT_TYPE": asked.content_type,
        "CONTENT_LENGTH": str(len(asked.body)),
        "wsgi.input": FakePayload(asked.body),
    }
    if token and "/api/v1/proposals/" in asked.path:
        told["HTTP_AUTHORIZATION"] = f"Bearer {token}"
    for name, value in asked.headers:
        if name == "Cookie" and asked.who != VISITOR:
            continue  # or nobody would be signed in
        told[f"HTTP_{name.upper().replace('-', '_')}"] = value
    return told


@contextmanager
def names_noted(into: set[str]) -> Iterator[None]:
    """Note the names that a page asks of an address or a form, whether they are there or not."""

    def noting(inner: Callable[..., Any]) -> Callable[..., Any]:
        def note(self: QueryDict, key: Any, *rest: Any, **more: Any) -> Any:
            if isinstance(key, str):
                into.add(key)
            return inner(self, key, *rest, **more)

        return note

    with (
        patch.object(QueryDict, "__getitem__", noting(QueryDict.__getitem__)),
        patch.object(QueryDict, "_getlist", noting(QueryDict._getlist)),
        patch.object(QueryDict, "__contains__", noting(QueryDict.__contains__)),
    ):
        yield


@contextmanager
def errors_noted(into: list[str]) -> Iterator[None]:
    """Note what broke a view: its last lines say where."""
    import traceback

    def note(**_told: Any) -> None:
        into.append("".join(traceback.format_exc().splitlines(keepends=True)[-7:]))

    got_request_exception.connect(note)
    try:
        yield
    finally:
        got_request_exception.disconnect(note)


class _TakeBack(Exception):
    pass
