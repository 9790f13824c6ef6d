"""The web server before the tracker, asked by the public address as a reader would."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import urllib3
from django.conf import settings
from urllib3.exceptions import HTTPError, SSLError

from jurisdictions.operating.doctor.finding import Finding, error, warning

PATIENCE = 5.0
CLOCK_SECONDS = 30
EXPIRES_DAYS = 14
REDIRECTS = {301, 302, 307, 308}


def of_proxy(now: datetime) -> Iterator[Finding]:
    """Findings of what SITE_URL answers; nothing is asked where it is not set."""
    if not settings.SITE_URL:
        return
    asking = urllib3.PoolManager(timeout=PATIENCE, retries=False)
    try:
        answer = asking.request("GET", f"{settings.SITE_URL}/", redirect=False)
    except SSLError as wrong:
        yield error(
            "proxy.certificate",
            f"The certificate of {settings.SITE_URL} is not good: {wrong}",
            "Browsers refuse to open the site.",
            "Renew it, and give the web server the whole chain.",
        )
        return
    except HTTPError as wrong:
        yield error(
            "proxy.away",
            f"{settings.SITE_URL} does not answer: {wrong}",
            "Nobody can read the tracker by its public address.",
            "Start the web server, look at the name's DNS entry and at the firewall.",
        )
        return
    yield from _of_answer(answer, now)
    if urlsplit(settings.SITE_URL).scheme == "https":
        yield from _of_certificate(now)
        yield from _of_plain(asking)


def _of_answer(answer: urllib3.BaseHTTPResponse, now: datetime) -> Iterator[Finding]:
    to = answer.headers.get("Location", "")
    if answer.status in REDIRECTS and to.rstrip("/") == settings.SITE_URL:
        yield error(
            "proxy.loop",
            "The public address leads to itself for ever.",
            "The web server does not say that readers came by https, so they are sent there.",
            "Let it set X-Forwarded-Proto to https (nginx: proxy_set_header X-Forwarded-Proto"
            " $scheme).",
        )
    elif answer.status >= 400:
        yield error(
            "proxy.refused",
            f"The public address answers {answer.status}.",
            "400: it does not pass on the name (Host), or ALLOWED_HOSTS lacks it. 502, 504: the"
            " web processes do not run.",
            "Let the web server pass on Host, and see that tracker-web runs.",
        )
    if settings.HTTPS and answer.status < 400:
        given = answer.headers.getlist("Strict-Transport-Security")
        if len(given) != 1:
            yield warning(
                "proxy.hsts",
                f"Strict-Transport-Security is sent {len(given)} times.",
                "Browsers believe the first alone; without one they may be led past https.",
                "Let the tracker send it and the web server pass it on, without its own.",
            )
    if date := answer.headers.get("Date"):
        apart = abs((parsedate_to_datetime(date) - now).total_seconds())
        if apart > CLOCK_SECONDS:
            yield warning(
                "proxy.clock",
                f"The clocks of the web server and of this machine are {apart:.0f} s apart.",
                "Caches keep pages for too long or not at all.",
                "Let both machines keep time.",
            )


def _of_certificate(now: datetime) -> Iterator[Finding]:
    parts = urlsplit(settings.SITE_URL)
    host, port = parts.hostname or "", parts.port or 443
    context = ssl.create_default_context()
    with (
        socket.create_connection((host, port), timeout=PATIENCE) as plain,
        context.wrap_socket(plain, server_hostname=host) as secure,
    ):
        told = secure.getpeercert() or {}
    ends = datetime.fromtimestamp(ssl.cert_time_to_seconds(str(told["notAfter"])), UTC)
    if (left := (ends - now).days) < EXPIRES_DAYS:
        yield warning(
            "proxy.expires",
            f"The certificate ends in {left} days.",
            "Then browsers refuse to open the site.",
            "See why it was not renewed (certbot renew, Caddy's log).",
        )


def _of_plain(asking: urllib3.PoolManager) -> Iterator[Finding]:
    plain = f"http://{urlsplit(settings.SITE_URL).hostname}/"
    try:
        answer = asking.request("GET", plain, redirect=False)
    except HTTPError:
        return
    if not answer.headers.get("Location", "").startswith("https://"):
        yield warning(
            "proxy.plain",
            f"{plain} does not lead to https.",
            "Who types the name alone reads and signs in where everybody can listen.",
            "Redirect port 80 to https.",
        )
