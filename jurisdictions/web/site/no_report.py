"""A report of a program that has none yet."""

from __future__ import annotations

from jurisdictions.read.program_addresses import spoken_for
from jurisdictions.read.rows import AsOf
from jurisdictions.render.reports import programs


class NoReport(Exception):
    """The places of this program cannot be had as reports."""


def has_reports() -> bool:
    """Whether the program that addresses are made for has reports of places."""
    return not spoken_for() or programs.has_reports(spoken_for())


def refuse_unreported(as_of: AsOf) -> None:
    """Raise NoReport where the program has no reports of places."""
    if not programs.has_reports(as_of.program.slug):
        raise NoReport(as_of.program.name)
