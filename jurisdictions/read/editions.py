"""The editions of a program."""

from __future__ import annotations

from jurisdictions.models import Edition
from jurisdictions.read.keeping.programs import edition_row
from jurisdictions.read.rows import EditionRow


def editions(program: str) -> tuple[EditionRow, ...]:
    """Every edition of a program, newest first. One query."""
    found = Edition.objects.filter(program__slug=program).order_by("-number")
    return tuple(edition_row(edition) for edition in found)


def newest_edition(program: str) -> EditionRow | None:
    """The edition that stands; None before the first. One query."""
    found = Edition.objects.filter(program__slug=program).order_by("-number").first()
    return edition_row(found) if found else None
