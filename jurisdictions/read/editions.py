"""The editions of a program."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.db.models import Max

from jurisdictions.models import Edition, Program
from jurisdictions.read.keeping.programs import edition_row, program_row
from jurisdictions.read.record_days import record_days
from jurisdictions.read.rows import EditionRow, ProgramRow


def editions(program: str) -> tuple[EditionRow, ...]:
    """Every edition of a program, newest first. One query."""
    found = Edition.objects.filter(program__slug=program).order_by("-number")
    return tuple(edition_row(edition) for edition in found)


def newest_edition(program: str) -> EditionRow | None:
    """The edition that stands; None before the first. One query."""
    found = Edition.objects.filter(program__slug=program).order_by("-number").first()
    return edition_row(found) if found else None


def newest_of_all(language: str) -> tuple[tuple[ProgramRow, EditionRow | None], ...]:
    """Every program in the order of the record, with the edition that stands and its days.

    A query, and three for each program.
    """
    return tuple(
        (program_row(program, language), _with_days(program)) for program in Program.objects.all()
    )


def published_programs(language: str) -> tuple[ProgramRow, ...]:
    """The programs that have an edition, in the order of the record. One query."""
    having = Program.objects.filter(editions__isnull=False).distinct().order_by("pk")
    return tuple(program_row(program, language) for program in having)


def living_first(language: str) -> list[tuple[ProgramRow, EditionRow]]:
    """The programs that have an edition, with it: whose record reaches furthest comes first.

    A query, and one for each edition that was not read before.
    """
    last = Edition.objects.values("program").annotate(last=Max("pk")).values("last")
    editions = Edition.objects.filter(pk__in=last).select_related("program").order_by("program_id")
    found = [(program_row(one.program, language), _dated(one)) for one in editions]
    return sorted(found, key=lambda one: one[1].record_to or date.min, reverse=True)


def _with_days(program: Program) -> EditionRow | None:
    found = Edition.objects.filter(program=program).order_by("-number").first()
    return _dated(found) if found else None


def _dated(edition: Edition) -> EditionRow:
    days = record_days(edition)
    first, last = (days.first, days.last) if days else (None, None)
    return replace(edition_row(edition), record_from=first, record_to=last)
