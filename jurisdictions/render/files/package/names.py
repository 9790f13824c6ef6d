"""What a package is called, and its version."""

from __future__ import annotations

from jurisdictions.read.rows import AsOf


def package_name(as_of: AsOf) -> str:
    """The name of an edition's package: secure-communities-edition-1."""
    return f"{as_of.program.slug}-edition-{as_of.edition.number}"


def edition_version(as_of: AsOf) -> str:
    """The edition as a version number: 1.0.0. Another edition is another major version."""
    return f"{as_of.edition.number}.0.0"


def edition_named(name: str) -> tuple[str, str] | None:
    """The program and the number of the edition that a package's name tells; None if it is none."""
    program, middle, number = name.rpartition("-edition-")
    return (program, number) if middle and program else None
