"""Fetch what lies at an address: redirects, robots and pauses around single exchanges."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from email.message import Message
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from pathlib import PurePosixPath
from time import monotonic
from urllib.parse import unquote, urljoin, urlsplit

from django.conf import settings

from jurisdictions.record.fetching.exchange import Answer, ask
from jurisdictions.record.fetching.limits import NOTHING, USUAL, Fetched, Known, Limits
from jurisdictions.record.fetching.pausing import wait_for_turn
from jurisdictions.record.fetching.robots import MOST_BYTES, US, pause_if_allowed, robots_of
from jurisdictions.record.fetching.targets import Target, checked_addresses, target_of
from jurisdictions.record.fetching.unfetched import Unfetched, Why

REDIRECTS = {301, 302, 303, 307, 308}
VANISHED = {404, 410}
LONGEST_WAIT = timedelta(days=7)
LONGEST_NAME = 200
_UNSAFE = re.compile(r'[\x00-\x1f\x7f/\\<>:"|?*]')
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]+")
UNTOLD = "application/octet-stream"
"""What something is whose server does not tell."""


def fetch(
    address: str,
    *,
    at: datetime,
    limits: Limits = USUAL,
    known: Known = NOTHING,
    robots: bool = True,
) -> Fetched:
    """What lies at an address at a moment. Raises Unfetched, with a reason in words.

    `robots` is False only where a person asks for this one address, now: robots.txt speaks to
    programs that come by themselves.
    """
    ends = monotonic() + limits.seconds
    target = target_of(address)
    for _turn in range(limits.redirects + 1):
        pause = _allowed(target, limits, ends) if robots else 0.0
        answer = _ask(target, known, pause, limits.most_bytes, ends)
        if answer.status == HTTPStatus.NOT_MODIFIED and known == NOTHING:
            raise Unfetched(Why.BROKEN, answer.status)
        if answer.status not in REDIRECTS:
            return _fetched(address, target, answer, at)
        target = _next(target, answer)
    raise Unfetched(Why.REDIRECTS)


def _next(target: Target, answer: Answer) -> Target:
    leads_to = answer.headers.get("location", "")
    if not leads_to:
        raise Unfetched(Why.BROKEN, answer.status)
    return target_of(urljoin(target.address, leads_to))


def _allowed(target: Target, limits: Limits, ends: float) -> float:
    """The pause that the site asks for. Raises Unfetched where its robots.txt says no."""

    def ask_for(address: str) -> Answer:
        asked = target_of(address)
        for _turn in range(limits.redirects + 1):
            answer = _ask(asked, NOTHING, 0.0, MOST_BYTES, ends)
            if answer.status not in REDIRECTS:
                return answer
            asked = _next(asked, answer)
        raise Unfetched(Why.REDIRECTS)

    return pause_if_allowed(robots_of(target.origin, ask_for), target.address)


def _ask(target: Target, known: Known, pause: float, most: int, ends: float) -> Answer:
    addresses = checked_addresses(target, ends)
    wait_for_turn(target.host, pause, ends)
    return ask(target, addresses, _headers(known), most=most, ends=ends)


def _headers(known: Known) -> dict[str, str]:
    told = {
        "user-agent": user_agent(),
        "accept": "*/*",
        "accept-encoding": "gzip",
        "accept-language": "en, *;q=0.5",
        "connection": "close",
    }
    if known.etag:
        told["if-none-match"] = known.etag
    if known.last_modified:
        told["if-modified-since"] = known.last_modified
    return told


def user_agent() -> str:
    """Who is asking: the name that a robots.txt may use, and where to read who that is."""
    return f"{US}/1.0 (+{settings.MAIL_SITE_URL}/about/)"


def _fetched(address: str, target: Target, answer: Answer, at: datetime) -> Fetched:
    if answer.status not in {HTTPStatus.OK, HTTPStatus.NOT_MODIFIED}:
        raise _failure(answer, at)
    told = {name: _line(value) for name, value in answer.headers.items()}
    media_type, charset, named = _content_headers(told)
    return Fetched(
        address=address,
        final_address=target.address,
        content=answer.content,
        media_type=media_type,
        charset=charset,
        file_name=_file_name(named, target.path),
        etag=told.get("etag", "")[:LONGEST_NAME],
        last_modified=told.get("last-modified", "")[:LONGEST_NAME],
        fetched_at=at,
        unchanged=answer.status == HTTPStatus.NOT_MODIFIED,
    )


def _line(value: str) -> str:
    """A header's value on one line: with what stands in it no later request could be made."""
    return _CONTROLS.sub(" ", value).strip()


def _content_headers(headers: Mapping[str, str]) -> tuple[str, str, str]:
    """The media type, the charset and the name of the file, as far as they are told."""
    read = Message()
    read["content-type"] = headers.get("content-type", UNTOLD)
    read["content-disposition"] = headers.get("content-disposition", "")
    media_type = _readable(read.get_content_type)
    return media_type or UNTOLD, _readable(read.get_content_charset), _readable(read.get_filename)


def _readable(tell: Callable[[], str | None]) -> str:
    """What a header says of itself; "" for nothing, and for what cannot be read."""
    try:
        told = str(tell() or "")
        told.encode()
    except (ValueError, TypeError, LookupError):
        # Parts that are numbered twice, numbers without end, letters that Python alone knows.
        return ""
    # What is written as %00 is a control only now.
    return _line(told)


def _file_name(named: str, path: str) -> str:
    name = named or unquote(PurePosixPath(urlsplit(path).path).name)
    return _UNSAFE.sub("_", name).strip(" .")[-LONGEST_NAME:]


def _failure(answer: Answer, at: datetime) -> Unfetched:
    status = answer.status
    wait = _wait(answer.headers.get("retry-after", ""), at)
    if status in VANISHED:
        return Unfetched(Why.GONE, status)
    if status in {HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE}:
        return Unfetched(Why.BUSY, status, wait)
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return Unfetched(Why.FAILING, status, wait)
    return Unfetched(Why.REFUSED if status >= HTTPStatus.BAD_REQUEST else Why.BROKEN, status)


def _wait(written: str, at: datetime) -> timedelta | None:
    """How long a server asks to be left alone (Retry-After), within reason; None for not."""
    try:
        asked = (
            timedelta(seconds=int(written))
            if written.isascii() and written.isdigit()
            else parsedate_to_datetime(written) - at
        )
    except (TypeError, ValueError, OverflowError):
        return None
    return min(asked, LONGEST_WAIT) if asked > timedelta(0) else None
