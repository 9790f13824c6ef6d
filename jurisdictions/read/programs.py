"""Programs and their editions, as frozen rows."""

from __future__ import annotations

from jurisdictions.models import Edition, Program
from jurisdictions.read.languages import in_language
from jurisdictions.read.rows import EditionRow, ProgramRow


def program_row(program: Program, language: str) -> ProgramRow:
    """A program in a language."""
    return ProgramRow(
        slug=program.slug,
        name=in_language(program, "name", language),
        agency=in_language(program, "agency", language),
        summary=in_language(program, "summary", language),
        opening_on=program.opening_on,
        vintage=program.vintage,
    )


def programs(language: str) -> tuple[ProgramRow, ...]:
    """Every program, the first one first. One query."""
    return tuple(program_row(program, language) for program in Program.objects.all())


def edition_row(edition: Edition) -> EditionRow:
    """An edition as a frozen row."""
    return EditionRow(
        number=edition.number,
        published_at=edition.published_at,
        published_by=edition.published_by,
        reason=edition.reason,
        rule_version=edition.rule_version,
        facts_changed=edition.facts_changed,
        spans=edition.spans,
        last_change=edition.last_change_id,
        stamp=edition.token.hex,
    )
