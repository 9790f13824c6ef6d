"""Settings that are allowed and seldom wise: processes, fetching, the operator's name, fonts."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from jurisdictions.operating.doctor.finding import Finding, error, note, warning

MANY = 4
"""Web processes for each processor: more of them wait for each other."""
FONTS = "jurisdictions/render/reports/typst/fonts"


def of_choices() -> Iterator[Finding]:
    """Findings of numbers of processes, of what the worker fetches, of what is claimed."""
    cores = os.cpu_count() or 1
    if MANY * cores < settings.WEB_WORKERS:
        yield warning(
            "web_workers.many",
            f"WEB_WORKERS is {settings.WEB_WORKERS}, on {cores} processors.",
            "Each takes some 120 MB, and they wait for each other.",
            f"Set WEB_WORKERS to {cores + 1}.",
        )
    if settings.WATCHING and not settings.SITE_URL:
        yield warning(
            "watching.nameless",
            "Sources are watched, and SITE_URL is not set.",
            "Whoever is asked cannot find out who asks, and may shut us out.",
            "Set SITE_URL.",
        )
    if settings.WATCHING and settings.FETCH_PAUSE_SECONDS < 1:
        yield warning(
            "watching.hasty",
            f"FETCH_PAUSE_SECONDS is {settings.FETCH_PAUSE_SECONDS}.",
            "Servers that are asked more than once a second shut us out.",
            "Set it to 2.",
        )
    if lacking := [f"OPERATOR_{name.upper()}" for name in ("name", "email") if not _told(name)]:
        yield note(
            "operator.unnamed",
            "Not set: " + ", ".join(lacking) + ".",
            "Nobody who finds a mistake, or wishes to be forgotten, knows whom to ask.",
            "Set it; it is shown on /about/.",
        )
    if settings.HTTPS and not settings.SOURCE_URL:
        yield note(
            "source_url.none",
            "SOURCE_URL is not set.",
            "The license (AGPL) asks whoever changed the code to offer theirs.",
            "Set it if you changed anything.",
        )
    yield from _of_fonts()


def _of_fonts() -> Iterator[Finding]:
    if not any((Path(settings.BASE_DIR) / FONTS).glob("*.[ot]tf")):
        yield error(
            "fonts.none",
            f"There are no fonts in {FONTS}.",
            "No report can be typeset.",
            "Install the code whole.",
        )


def _told(name: str) -> str:
    return str(settings.OPERATOR[name])
