"""The tracker's names, https and proxies: settings that have to fit each other."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from django.conf import settings
from django.http.request import validate_host

from jurisdictions.operating.doctor.finding import Finding, error, note, warning

NEAR = {"localhost", "127.0.0.1", "::1", "[::1]"}


def of_addresses() -> Iterator[Finding]:
    """Findings of ALLOWED_HOSTS, SITE_URL, HTTPS and PROXIES."""
    yield from _of_names()
    if settings.SITE_URL:
        yield from _of_site_url()
    yield from _of_https()


def _of_names() -> Iterator[Finding]:
    if "*" in settings.ALLOWED_HOSTS:
        yield warning(
            "hosts.any",
            "ALLOWED_HOSTS is *: every name is answered.",
            "Whoever invents a name gets pages and links in mails that lead there.",
            "Name the addresses under which the tracker is reached.",
        )
    if settings.HTTPS and set(settings.ALLOWED_HOSTS) <= NEAR:
        yield error(
            "hosts.near",
            "HTTPS is on, and ALLOWED_HOSTS names this machine only.",
            "Readers who come by the public name are answered 400.",
            "Set ALLOWED_HOSTS to the public name.",
        )


def _of_site_url() -> Iterator[Finding]:
    parts = urlsplit(settings.SITE_URL)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path:
        yield error(
            "site_url.form",
            f"SITE_URL is {settings.SITE_URL!r}, which is no address of a site.",
            "Links in mails, feeds and citations begin with it.",
            "Write https:// and the name, with nothing behind it.",
        )
        return
    if not validate_host(parts.hostname, settings.ALLOWED_HOSTS):
        yield error(
            "site_url.host",
            f"SITE_URL names {parts.hostname}, which ALLOWED_HOSTS does not.",
            "Every link that leaves the site leads to an answer 400.",
            "Add the name to ALLOWED_HOSTS, or correct SITE_URL.",
        )
    if (parts.scheme == "https") != settings.HTTPS and parts.hostname not in NEAR:
        says = "1" if settings.HTTPS else "0"
        yield error(
            "site_url.scheme",
            f"SITE_URL begins with {parts.scheme}://, and HTTPS is {says}.",
            "Links lead past https, or cookies are sent where everybody can read them.",
            "Set HTTPS=1 and begin SITE_URL with https://.",
        )


def _of_https() -> Iterator[Finding]:
    if settings.HTTPS and not settings.PROXIES:
        yield warning(
            "proxies.none",
            "HTTPS is on, and PROXIES is 0.",
            "Every reader seems to come from the web server before the tracker: all share one"
            " limit of requests, tips and attempts to sign in.",
            "Set PROXIES to the number of your proxies, 1 behind nginx.",
        )
    if settings.PROXIES and not settings.HTTPS:
        yield note(
            "proxies.plain",
            f"PROXIES is {settings.PROXIES}, and HTTPS is 0.",
            "If readers reach the web process itself, they choose the address that they are"
            " counted under.",
            "Let only the proxies reach it, or set PROXIES=0.",
        )
