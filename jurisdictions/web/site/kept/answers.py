"""A kept answer as bytes: its status, its headers, what it said."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import cast

import brotli
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response

from jurisdictions.shelf.shelf import Shelf

OF_ONE_READER = ("ratelimit-", "retry-after", "set-cookie", "date", "content-length")
"""Beginnings of the names of headers that are another reader's business."""
OF_THE_CONTENT = {"content-type", "content-encoding", "content-disposition", "content-length"}
"""What an answer without content does not say."""
OPENERS: dict[str, Callable[[bytes], bytes]] = {"br": brotli.decompress, "gzip": gzip.decompress}
GZIP_LEVEL = 6
"""Django's: the next ones save nothing."""


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """What was answered, and how."""

    status: int
    headers: tuple[tuple[str, str], ...]
    content: bytes

    def header(self, name: str) -> str:
        """A header's value; "" for none."""
        return next((value for key, value in self.headers if key.lower() == name), "")

    @property
    def is_page(self) -> bool:
        """Whether people read it, to some of whom a page may say more."""
        return self.header("content-type").startswith("text/html")

    def for_who_takes(self, taken: set[str]) -> KeptAnswer:
        """The same in a form that a reader opens whose program takes these codings."""
        coding = self.header("content-encoding")
        if coding not in OPENERS or coding in taken:
            return self
        plain = OPENERS[coding](self.content)
        if "gzip" in taken:
            content = gzip.compress(plain, GZIP_LEVEL, mtime=0)
            return KeptAnswer(self.status, self._headers("gzip"), content)
        return KeptAnswer(self.status, self._headers(""), plain)

    def _headers(self, coding: str) -> tuple[tuple[str, str], ...]:
        """The headers when the content is packed in another way, or, with "", not at all."""
        others = [one for one in self.headers if one[0].lower() != "content-encoding"]
        if coding:
            return (*others, ("Content-Encoding", coding))
        # Packing makes a tag weak: these are again the bytes that it was made of.
        return tuple(
            (name, value.removeprefix("W/") if name.lower() == "etag" else value)
            for name, value in others
        )

    def given(self, request: HttpRequest) -> HttpResponse:
        """The answer for this reader: in full, without its content, or 304."""
        response = HttpResponse(status=self.status)
        for name, value in self.headers:
            response[name] = value
        etag = self.header("etag") or None
        found = cast(HttpResponse, get_conditional_response(request, etag=etag, response=response))
        if found is not response:
            for name, value in self.headers:
                if name.lower() not in OF_THE_CONTENT:
                    found[name] = value
            return found
        response["Content-Length"] = str(len(self.content))
        if request.method != "HEAD":
            response.content = self.content
        return response


def answer_of(response: HttpResponseBase, content: bytes) -> KeptAnswer:
    """The answer as it is kept; `content` is what a stream of it gave."""
    headers = tuple(
        (name, value)
        for name, value in response.items()
        if not name.lower().startswith(OF_ONE_READER)
    )
    return KeptAnswer(response.status_code, headers, content)


def put_answer(shelf: Shelf, name: str, answer: KeptAnswer, path: str) -> None:
    """Keep it, if that can be done; `path` is what was asked for, noted if it has no query."""
    noted = "" if "?" in path else path
    told = json.dumps([answer.status, answer.headers, noted]).encode()
    shelf.put(name, b"\n".join([told, answer.content]))


def find_answer(shelf: Shelf, names: Iterable[str]) -> KeptAnswer | None:
    """The first of these that is kept whole."""
    for name in names:
        if said := shelf.read(name):
            told, _line, content = said.partition(b"\n")
            status, headers, *_path = json.loads(told)
            return KeptAnswer(status, tuple((key, value) for key, value in headers), content)
    return None


def asked_lately(folder: Path, most: int) -> Iterator[str]:
    """The paths without a query of the pages that are kept in a folder, the latest first."""
    with suppress(OSError):
        files = sorted(folder.iterdir(), key=_age, reverse=True)
        pages = dict.fromkeys(filter(None, map(_page_told, files[: 4 * most])))
        yield from islice(pages, most)


def _age(file: Path) -> float:
    with suppress(OSError):
        return file.stat().st_mtime
    return 0.0


def _page_told(file: Path) -> str:
    """The path of a kept page; "" for any other file. Unsealed: whoever asks for it gets a page."""
    with suppress(OSError, ValueError), file.open("rb") as opened:
        status, headers, path = json.loads(opened.readline())
        if KeptAnswer(status, headers, b"").is_page:
            return str(path)
    return ""
