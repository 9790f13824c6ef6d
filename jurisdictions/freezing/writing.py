"""One answer of the tracker, written as a file: what each of the processes does."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.utils.translation import gettext as _
from django.utils.translation import override

from jurisdictions.freezing.addresses import address_in_copy, asked, file_of
from jurisdictions.freezing.pages import Copy, frozen_page
from jurisdictions.web.ahead.asking import bytes_to

MOVED = (301, 302)
TOLD_FROM_HERE = ("application/atom+xml", "text/calendar", "text/csv", "application/json")
"""Files that name the site's address: without one of its own, a copy names none."""
STILL_MADE = 503
TRIES = 10


@dataclass(frozen=True, slots=True)
class Written:
    """A question, the file of its answer, its SHA-256, and the questions that it leads to.

    `failed`: the status of an answer that is none; then there is no file.
    """

    question: str
    file: str
    digest: str
    wanted: tuple[str, ...] = ()
    failed: int = 0


def write_answer(question: str, folder: Path, copy: Copy) -> Written:
    """Ask the tracker, and write what it answers into the folder, whole or not at all."""
    status, headers, body = _answer(question)
    file = file_of(address_in_copy(question, question))
    wanted: tuple[str, ...] = ()
    if status in MOVED:
        to = headers["Location"].removeprefix(copy.own)
        further = asked(to)
        if further is None:
            return Written(question, file, "", failed=status)
        body = moved_page(address_in_copy(to, further)).encode()
        wanted = (further,)
    elif status != 200:
        return Written(question, file, "", failed=status)
    elif headers.get("Content-Type", "").startswith("text/html"):
        policy = headers.get("Content-Security-Policy", "")
        page = frozen_page(body.decode(), question, copy, policy)
        body, wanted = page.text.encode(), tuple(page.wanted)
    elif question.partition("?")[0] == "/map/names.json":
        wanted = _names(body)
    elif not copy.site and headers.get("Content-Type", "").startswith(TOLD_FROM_HERE):
        body = body.replace(copy.own.encode(), b"")
    return Written(question, file, write_file(folder / file, body), wanted)


def write_file(file: Path, body: bytes) -> str:
    """Write a file, whole or not at all; its SHA-256."""
    file.parent.mkdir(parents=True, exist_ok=True)
    half = file.with_name(f".{file.name}.{os.getpid()}")
    half.write_bytes(body)
    half.replace(file)
    return sha256(body).hexdigest()


def moved_page(to: str) -> str:
    """A page that leads on, wherever it is served: a plain server knows no redirects."""
    way = escape(to)
    with override("es" if to.startswith("/es/") else "en"):
        said = escape(_("Go on"))
    return (
        f'<!doctype html><html><head><meta charset="utf-8"><title>{way}</title>'
        f'<meta http-equiv="refresh" content="0; url={way}"><link rel="canonical" href="{way}">'
        f'</head><body><a href="{way}">{said}</a></body></html>\n'
    )


@cache
def _application() -> Callable[..., Any]:
    return get_wsgi_application()


def _answer(question: str) -> tuple[int, dict[str, str], bytes]:
    told = bytes_to(_application(), question)
    for _again in range(TRIES):
        if told[0] != STILL_MADE:
            break
        told = bytes_to(_application(), question)
    return told


def _names(body: bytes) -> tuple[str, ...]:
    """The files of names, whose list a page's search reads first."""
    return tuple(_addresses(json.loads(body)))


def _addresses(told: object) -> list[str]:
    if isinstance(told, str):
        return [told] if told.startswith("/map/") else []
    each = told.values() if isinstance(told, dict) else told if isinstance(told, list) else ()
    return [found for one in each for found in _addresses(one)]


def own_origin() -> str:
    """Where pages are made as if they stood there."""
    return str(settings.MAIL_SITE_URL)
