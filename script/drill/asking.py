"""Readers and editors of a drill: lines that are kept open, and what was heard on them."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

WAITS_SECONDS = 60.0
TOKEN = "d" * 32
"""Of a form and of its cookie: what is compared with what, both are the drill's own."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said; status 0 where it said nothing, and why."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    wrong: str = ""


@dataclass
class Line:
    """One connection at a time, used again for as long as the server keeps it."""

    port: int
    cookies: str = ""
    waits: float = WAITS_SECONDS
    ends: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def get(self, path: str) -> Answer:
        """What is answered to a reader; a line that was closed meanwhile is opened anew, once."""
        request = f"GET {path} HTTP/1.1\r\n{self._head()}\r\n".encode()
        used = self.ends is not None
        answer = await self._ask(request)
        return await self._ask(request) if used and not answer.status else answer

    async def post(self, path: str, fields: Mapping[str, str]) -> Answer:
        """What is answered to a form: on a line of its own, for it is never sent twice unasked."""
        self.close()
        body = urlencode({**fields, "csrfmiddlewaretoken": TOKEN}).encode()
        head = (
            f"POST {path} HTTP/1.1\r\n{self._head()}Content-Length: {len(body)}\r\n"
            "Content-Type: application/x-www-form-urlencoded\r\n\r\n"
        )
        return await self._ask(head.encode() + body)

    def close(self) -> None:
        """Let go of the connection."""
        if self.ends:
            self.ends[1].close()
            self.ends = None

    def _head(self) -> str:
        cookies = f"csrftoken={TOKEN}; {self.cookies}" if self.cookies else ""
        return (
            f"Host: localhost:{self.port}\r\nAccept-Encoding: br, gzip\r\nUser-Agent: drill\r\n"
            + (f"Cookie: {cookies}\r\n" if cookies else "")
        )

    async def _ask(self, request: bytes) -> Answer:
        try:
            return await asyncio.wait_for(self._exchange(request), self.waits)
        except (OSError, TimeoutError, asyncio.IncompleteReadError) as wrong:
            self.close()
            return Answer(0, wrong=type(wrong).__name__)

    async def _exchange(self, request: bytes) -> Answer:
        if self.ends is None:
            self.ends = await asyncio.open_connection("127.0.0.1", self.port)
        reader, writer = self.ends
        writer.write(request)
        said = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = dict(_headers(said[1:]))
        body = b"".join([part async for part in _parts(reader, headers)])
        if headers.get("connection", "") == "close":
            self.close()
        return Answer(int(said[0].split(" ", 2)[1]), headers, body)


def _headers(lines: list[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        name, colon, value = line.partition(":")
        if colon:
            yield name.lower(), value.strip()


async def _parts(reader: asyncio.StreamReader, headers: Mapping[str, str]) -> AsyncIterator[bytes]:
    if headers.get("transfer-encoding") == "chunked":
        while size := int(await reader.readline(), 16):
            yield await reader.readexactly(size)
            await reader.readline()
        await reader.readline()
    elif length := int(headers.get("content-length") or 0):
        yield await reader.readexactly(length)


@dataclass
class Heard:
    """What readers, or editors, got: seconds, what went wrong, who was asked to come again."""

    seconds: list[float] = field(default_factory=list)
    wrong: Counter[str] = field(default_factory=Counter)
    later: int = 0

    async def note(self, path: str, asked: Awaitable[Answer]) -> Answer:
        """Wait for an answer and count it: 503 with Retry-After is one that says so plainly."""
        began = time.monotonic()
        answer = await asked
        self.seconds.append(time.monotonic() - began)
        if answer.status == 503 and answer.headers.get("retry-after", "").isdigit():
            self.later += 1
        elif answer.status not in (200, 301, 302, 303, 304):
            self.wrong[f"{path.partition('?')[0]} {answer.status or answer.wrong}"] += 1
        return answer

    def told(self) -> str:
        """In words."""
        return (
            f"{len(self.seconds)}: p50 {milliseconds(self.seconds, 0.5)}, p95"
            f" {milliseconds(self.seconds, 0.95)}, p99 {milliseconds(self.seconds, 0.99)} ms,"
            f" longest {milliseconds(self.seconds, 1)}; {self.later} told to come again,"
            f" {sum(self.wrong.values())} errors {dict(self.wrong.most_common(6)) or ''}"
        )


def milliseconds(seconds: list[float], share: float) -> int:
    """Within how many that share was answered; -1 where nothing was."""
    if not seconds:
        return -1
    return round(1000 * sorted(seconds)[min(len(seconds) - 1, int(share * len(seconds)))])
