"""What no answer may be, whatever was asked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urljoin, urlsplit

from tests.fuzz.addresses.tries import Try
from tests.fuzz.addresses.values import ELSEWHERE, MARK

MARKUP = re.compile(r"html|xml|svg")
LEAKS = (b"Traceback (most recent call last)", b"site-packages", b"DJANGO_SETTINGS_MODULE")
OURS = {"testserver", "localhost", "127.0.0.1"}
FRAMED = re.compile(r"^(/es)?/embed/[^/]+/.")
"""Only what is made to be shown elsewhere may be framed."""


def faults(asked: Try, status: int, headers: Mapping[str, str], body: bytes) -> list[str]:
    """What is wrong with an answer, in words; `headers` under names in small letters."""
    found = []
    kind = headers.get("content-type", "")
    if status >= 500:
        found.append(f"status {status}")
    if any(leak in body for leak in LEAKS):
        found.append("tells what is inside")
    if MARKUP.search(kind) and MARK.encode() in body:
        found.append("gives markup back as it was sent")
    if ELSEWHERE.encode() in body and _in_headers(asked):
        found.append("names the host of a header")
    if _leads_away(headers.get("location", "")):
        found.append(f"leads to {headers['location'][:80]}")
    if "x-injected" in headers:
        found.append("takes a header from a value")
    if body and status != 405 and headers.get("x-content-type-options") != "nosniff":
        found.append("no nosniff")
    if kind.startswith("text/html") and not FRAMED.match(asked.path):
        policy = headers.get("content-security-policy", "")
        if "frame-ancestors 'none'" not in policy or "script-src 'self'" not in policy:
            found.append(f"policy: {policy!r}")
    return found


def _in_headers(asked: Try) -> bool:
    return not any(ELSEWHERE in part for part in (asked.path, asked.query)) and (
        ELSEWHERE.encode() not in asked.body
    )


def _leads_away(location: str) -> bool:
    """Whether a browser that follows it leaves the site; what it makes of \\ is a slash."""
    there = urlsplit(urljoin("http://testserver/", location.replace("\\", "/").strip()))
    return there.scheme not in {"http", "https"} or there.hostname not in OURS
