"""The editions of a program."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Max

from jurisdictions.models import Edition, Program
from jurisdictions.read.keeping.programs import edition_row, program_row
from jurisdictions.read.record_days import record_days
from jurisdictions.read.rows import EditionRow, ProgramRow


@dataclass(frozen=True, slots=True)
class Standing:
    """Each program that has an edition, by its slug in the order of the record, with that which
    stands, in one language: looked up once for all that a request asks of them.
    """

    language: str
    of_program: Mapping[str, tuple[ProgramRow, EditionRow]]

    @property
    def programs(self) -> tuple[ProgramRow, ...]:
        """The programs, in the order of the record."""
        return tuple(program for program, _edition in self.of_program.values())

    @property
    def living_first(self) -> list[tuple[ProgramRow, EditionRow]]:
        """Those whose record reaches furthest come first."""
        found = self.of_program.values()
        return sorted(found, key=lambda one: one[1].record_to or date.min, reverse=True)


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


def standing(language: str) -> Standing:
    """What stands now. A query, and two for each edition that was not read before."""
    last = Edition.objects.values("program").annotate(last=Max("pk")).values("last")
    editions = Edition.objects.filter(pk__in=last).select_related("program").order_by("program_id")
    found = {one.program.slug: (program_row(one.program, language), dated(one)) for one in editions}
    return Standing(language, found)


def living_first(language: str) -> list[tuple[ProgramRow, EditionRow]]:
    """The programs that have an edition, with it: whose record reaches furthest comes first.

    A query, and two for each edition that was not read before.
    """
    return standing(language).living_first


def _with_days(program: Program) -> EditionRow | None:
    found = Edition.objects.filter(program=program).order_by("-number").first()
    return dated(found) if found else None


def dated(edition: Edition) -> EditionRow:
    """An edition with the first and the last day of which it tells."""
    days = record_days(edition)
    first, last = (days.first, days.last) if days else (None, None)
    return replace(edition_row(edition), record_from=first, record_to=last)
