"""One try: a request made of a seed, as it goes over the wire."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from urllib.parse import quote, urlencode

from tests.fuzz.addresses.routes import Route
from tests.fuzz.addresses.values import ELSEWHERE, MARK, RAW, odd
from tests.fuzz.mutations import mutated

METHODS = (
    ("GET",) * 10 + ("POST",) * 6 + ("HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE", "FROB")
)
VISITOR = "visitor"
FORM, MULTIPART, JSON = (
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "application/json",
)
KNOWN_NAMES = ("date", "page", "next", "q", "lang", "program", "edition", "known", "url", "format")
"""Parameters that are tried everywhere, beside those that a page was seen to ask for."""
HEADERS: Mapping[str, Sequence[str]] = {
    "Accept": (
        "*/*",
        "text/html",
        "application/json",
        "*",
        "/",
        ";",
        "a/b;q=nan",
        "text/*;q=-1",
        ",",
    ),
    "Accept-Language": ("es", "xx-" * 50, "*;q=2", ";;;", "en;q=" + "9" * 400),
    "Accept-Encoding": (
        "gzip",
        "br",
        "gzip;q=0,br;q=nope",
        "identity;q=0, *;q=0",
        "," * 500,
        "zstd",
    ),
    "Range": (
        "bytes=0-0",
        "bytes=-1",
        "bytes=9-1",
        "bytes=0-" + "9" * 50,
        "bytes=" + "0-0," * 500,
        "x",
    ),
    "If-None-Match": ("*", '"', 'W/"', '"x" , ' * 300, "\xff"),
    "If-Match": ("*", '"nothing"', ","),
    "If-Modified-Since": (
        "yesterday",
        "Thu, 31 Feb 0000 99:99:99 GMT",
        "0",
        "Sun, 06 Nov 9999 08:49:37 GMT",
    ),
    "If-Unmodified-Since": ("Thu, 01 Jan 1970 00:00:00 GMT", "-1"),
    "If-Range": ('"x"', "Thu, 01 Jan 1970 00:00:00 GMT", "\xe9"),
    "X-Forwarded-Host": (ELSEWHERE, f"{ELSEWHERE}, localhost", MARK),
    "X-Forwarded-For": ("::1", "999.1.1.1", "," * 50, MARK, "fe80::1%eth0", "127.0.0.1:80"),
    "X-Forwarded-Proto": ("https", "javascript", MARK),
    "Forwarded": (f"host={ELSEWHERE};proto=https",),
    "Cookie": (
        "sessionid=",
        "sessionid=" + "x" * 4000,
        "=;=;",
        'csrftoken=\xff; messages="\\999"',
        "messages=W1tdXQ:x:y",
    ),
    "Referer": (f"https://{ELSEWHERE}/", "\xff\xfe", MARK, "//", "http://["),
    "Origin": ("null", f"https://{ELSEWHERE}", "http://[", MARK),
    "Authorization": ("Bearer", "Bearer x y", "Basic \xff", "Bearer " + "x" * 4000),
    "Idempotency-Key": ("k", "\xff", "x" * 5000, MARK),
    "User-Agent": ("", MARK, "x" * 5000),
    "X-HTTP-Method-Override": ("DELETE",),
    "X-Requested-With": ("XMLHttpRequest",),
}
HOSTS = (
    ELSEWHERE,
    "",
    "testserver:99999",
    "[::1",
    f"testserver@{ELSEWHERE}",
    "a b",
    MARK,
    "testserver.",
)
BODIES = (
    *(b"", b"{", b"null", b"[]", b"NaN", b'{"wishes": NaN}', b'{"a":1,"a":2}', b"[" * 100_000),
    *(
        b'{"a":' * 3_000,
        b"9" * 6_000,
        b"\xff\xfe\x00",
        b'"\\ud800"',
        b"1e999",
        b"--x\r\n",
        b"\x1f\x8b\x08\x00",
    ),
)
PROPOSAL = {
    "title": "A letter",
    "reason": "A letter was found.",
    "dry_run": False,
    "wishes": [
        {
            "action": "correct",
            "fact": "activation:17089",
            "cells": {"activated_on": "2010-01-05", "source": "ilchron"},
        },
        {
            "action": "record",
            "kind": "local_measure",
            "cells": {"geoid": "17089", "kind": "resolution", "on": "2011-06", "source": "ilchron"},
        },
    ],
}


@dataclass(frozen=True)
class Try:
    """A request: the address is percent-encoded where it is, the headers are as they are sent."""

    turn: int
    route: str
    who: str
    method: str
    path: str
    query: str
    headers: tuple[tuple[str, str], ...] = ()
    content_type: str = ""
    body: bytes = b""

    def __str__(self) -> str:
        address = self.path + (f"?{self.query}" if self.query else "")
        told = f"turn {self.turn}: {self.who} {self.method} {address[:300]} ({self.route})"
        return f"{told} {dict(self.headers)!r:.300} {self.content_type!r} {self.body[:300]!r}"


@dataclass
class Known:
    """What is known of the site: values for holes, and the names that a page asks for."""

    parts: Mapping[str, Sequence[str]]
    people: Sequence[str] = (VISITOR,)
    asked: dict[str, set[str]] = field(default_factory=dict)

    def names_of(self, route: str) -> list[str]:
        """Names of parameters and fields, in a fixed order."""
        return sorted({*self.asked.get(route, ()), *KNOWN_NAMES})


def plain_try(route: Route, known: Known, method: str, who: str) -> Try:
    """An address as it is meant, to see what its page asks for."""
    path = route.text % {hole: known.parts.get(hole, ("1",))[0] for hole in route.holes}
    return Try(-1, route.name, who, method, quote(path), "", (), FORM if method == "POST" else "")


def route_of(turn: int, every: Sequence[Route]) -> Route:
    """The address of a turn: far from that of the turn before, and every one before any again."""
    return every[turn * 7919 % len(every)]


def made_try(turn: int, route: Route, known: Known, seed: int = 12) -> Try:
    """The request of a turn: the same for the same seed, site and names."""
    random = Random(seed * 1_000_003 + turn)
    method = random.choice(METHODS)
    names = known.names_of(route.name)
    content_type, body = _body(random, method, names)
    query = _query(random, names) if random.random() < 0.8 else ""
    who = random.choice(known.people)
    return Try(
        *(turn, route.name, who, method, _path(random, route, known), query),
        headers=_headers(random),
        content_type=content_type,
        body=body,
    )


def _path(random: Random, route: Route, known: Known) -> str:
    parts = {}
    for hole in route.holes:
        kept = known.parts.get(hole, ())
        value = random.choice(kept) if kept and random.random() < 0.7 else odd(random)
        parts[hole] = value
    path = quote(route.text % parts, safe="/\\;:@!$&'()*+,=~")
    if random.random() < 0.05:
        path += random.choice(RAW).decode("latin-1")
    return path.replace("?", "%3F").replace("#", "%23")[:12_000]


def _query(random: Random, names: Sequence[str]) -> str:
    chosen = [random.choice(names) for _ in range(random.choice((1, 1, 2, 3, 6)))]
    if random.random() < 0.15:
        chosen.append(random.choice((MARK, "date[]", "a" * 300, "", "__proto__", "\0", "é")))
    if random.random() < 0.2:
        chosen += chosen  # given twice
    if random.random() < 0.01:
        chosen *= 1500
    pairs = [(name, odd(random)) for name in chosen]
    query = urlencode(pairs)
    if random.random() < 0.15:
        query += (
            "&" + random.choice([*chosen[:1], "date"]) + "=" + random.choice(RAW).decode("latin-1")
        )
    return query[:60_000]


def _body(random: Random, method: str, names: Sequence[str]) -> tuple[str, bytes]:
    if method in {"GET", "HEAD", "OPTIONS", "TRACE"} and random.random() < 0.95:
        return "", b""
    kind = random.choice((FORM, FORM, FORM, MULTIPART, JSON, "odd"))
    if kind == FORM:
        pairs = [(name, odd(random)) for name in names if random.random() < 0.6]
        return FORM, urlencode(pairs).encode()
    if kind == MULTIPART:
        boundary = random.choice(("x", "x", "", "é", "y" * 300))
        body = _multipart(random, names)
        return f"{MULTIPART}; boundary={boundary}", body
    if kind == JSON:
        sent = json.dumps(PROPOSAL).encode()
        return JSON, mutated(sent, random.randrange(1 << 30)) if random.random() < 0.7 else sent
    types = (
        FORM,
        MULTIPART,
        JSON,
        "text/xml",
        "",
        "a",
        "application/json; charset=utf-7",
        ";;",
        FORM + "; charset=nope",
    )
    return random.choice(types), random.choice(BODIES)


def _multipart(random: Random, names: Sequence[str]) -> bytes:
    parts = []
    for name in names:
        if random.random() < 0.5:
            file = (
                f'; filename="{random.choice((MARK, "a.csv", "../../x", "x.pdf", "", "a" * 3000))}"'
            )
            told = file if random.random() < 0.3 else ""
            head = f'--x\r\nContent-Disposition: form-data; name="{name}"{told}\r\n\r\n'
            parts.append(head.encode() + odd(random).encode() + b"\r\n")
    whole = b"".join(parts) + random.choice((b"--x--\r\n", b"--x", b""))
    return mutated(whole, random.randrange(1 << 30)) if random.random() < 0.3 else whole


def _headers(random: Random) -> tuple[tuple[str, str], ...]:
    if random.random() < 0.4:
        return ()
    names = random.sample(sorted(HEADERS), random.choice((1, 1, 2, 5)))
    told = [(name, random.choice(HEADERS[name])) for name in names]
    if random.random() < 0.04:
        told.append(("Host", random.choice(HOSTS)))
    return tuple(told)
