"""Programs and their editions, as frozen rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from jurisdictions.models import Edition, Program
from jurisdictions.read.keeping.people import ActRow, acts_on
from jurisdictions.read.languages import in_language
from jurisdictions.read.rows import EditionRow, ProgramRow

TEXTS = ("name", "name_es", "agency", "agency_es", "summary", "summary_es")


@dataclass(frozen=True, slots=True)
class ProgramTexts:
    """A program's texts in both languages, and what was changed of them."""

    slug: str
    texts: Mapping[str, str]
    opening_on: date | None
    acts: tuple[ActRow, ...]


def program_texts(slug: str) -> ProgramTexts | None:
    """What is said of a program, as it is edited; None when there is no such one. Two queries."""
    found = Program.objects.filter(slug=slug).first()
    if found is None:
        return None
    texts = {name: str(getattr(found, name)) for name in TEXTS}
    return ProgramTexts(slug, texts, found.opening_on, acts_on(Q(program=found)))


def program_row(program: Program, language: str) -> ProgramRow:
    """A program in a language."""
    return ProgramRow(
        slug=program.slug,
        name=in_language(program, "name", language),
        agency=in_language(program, "agency", language),
        summary=in_language(program, "summary", language),
        opening_on=program.opening_on,
        vintage=program.vintage,
        name_es=program.name_es or program.name,
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
