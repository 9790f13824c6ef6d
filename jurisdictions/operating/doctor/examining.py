"""All findings, the worst first; one that cannot be looked for is a finding itself."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from datetime import datetime

from django.conf import settings

from jurisdictions.operating.doctor.addresses import of_addresses
from jurisdictions.operating.doctor.choices import of_choices
from jurisdictions.operating.doctor.database import of_database
from jurisdictions.operating.doctor.djangos import of_django
from jurisdictions.operating.doctor.finding import Finding, Level, error
from jurisdictions.operating.doctor.folders import of_evidence, of_folders
from jurisdictions.operating.doctor.proxy import of_proxy
from jurisdictions.operating.doctor.services import of_broker, of_mails, of_tools
from jurisdictions.operating.doctor.work import of_backups, of_clock, of_jobs, of_worker

log = logging.getLogger(__name__)


def examine(clock: Callable[[], datetime]) -> list[Finding]:
    """Look at settings, folders, database, services, workers, backups and the web server."""
    now = clock()
    alone: tuple[tuple[str, Callable[[], Iterable[Finding]]], ...] = (
        ("settings", of_django),
        ("addresses", of_addresses),
        ("choices", of_choices),
        ("folders", of_folders),
        ("broker", of_broker),
        ("mails", of_mails),
        ("workers", lambda: of_worker(now)),
        ("the clock", of_clock),
        ("backups", lambda: of_backups(now)),
        ("the web server", lambda: of_proxy(now)),
    )
    found = [one for name, look in alone for one in _looked(name, look)]
    found += _looked("the database", lambda: of_database(clock, settings.WEB_WORKERS))
    if not any(one.key.startswith(("database.", "the database")) for one in found):
        for name, look in (
            ("jobs", lambda: of_jobs(now)),
            ("evidence", of_evidence),
            ("tools", of_tools),
        ):
            found += _looked(name, look)
    return sorted(found, key=lambda one: -one.level)


def worst(found: Iterable[Finding]) -> Level:
    """The level of the worst finding; NOTE where there is none."""
    return max((one.level for one in found), default=Level.NOTE)


def _looked(name: str, look: Callable[[], Iterable[Finding]]) -> list[Finding]:
    found: list[Finding] = []
    try:
        for one in look():
            # One at a time: those before a failure are kept.
            found.append(one)  # noqa: PERF402
    except Exception as wrong:  # whatever it is, the other findings are worth having
        log.debug("%s could not be looked at", name, exc_info=True)
        found.append(
            error(
                f"{name}.unseen",
                f"It could not be found out how {name} is: {wrong.__class__.__name__}: {wrong}",
                "What is wrong there stays unseen.",
                "Mend what else is told here, then look again.",
            )
        )
    return found
