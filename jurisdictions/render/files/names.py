"""The one maker of the names under which files are saved."""

from __future__ import annotations

from jurisdictions.read.rows import AsOf


def file_name(as_of: AsOf, name: str, ending: str, *, dated: bool = True, told: str = "") -> str:
    """Program, what it is, its day, as known when, its edition, and what else is `told`.

    secure-communities-06075-san-francisco-2010-06-08-known-2010-09-01-edition-1.pdf
    """
    parts = [as_of.program.slug, name]
    if dated:
        parts.append(as_of.on.isoformat())
    if as_of.known_on:
        parts.append(f"known-{as_of.known_on.isoformat()}")
    parts.append(f"edition-{as_of.edition.number}")
    return f"{'-'.join([*parts, *filter(None, [told])])}.{ending}"


def saved(name: str) -> str:
    """The Content-Disposition of a file that a browser saves."""
    return f'attachment; filename="{name}"'


def shown(name: str) -> str:
    """The Content-Disposition of a file that a browser shows, and saves under that name."""
    return f'inline; filename="{name}"'
