"""What somebody watches, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from jurisdictions.models import Fact, Interest, InterestSort, Program
from jurisdictions.models.fact import KIND_TEXTS
from jurisdictions.models.standing import MODELS
from jurisdictions.read.keeping.regions import region_name
from jurisdictions.status.kinds import FactKind


@dataclass(frozen=True, slots=True)
class InterestRow:
    """A watched thing; `sort` and `key` as `models.Interest` has them."""

    interest_id: int
    sort: str
    key: str
    label: str


def interests_of(person: int, program: str, language: str) -> tuple[InterestRow, ...]:
    """What somebody watches of a program."""
    rows = Interest.objects.filter(person_id=person, program__slug=program)
    rows = rows.select_related("program")
    return tuple(
        InterestRow(row.pk, row.sort, row.key, watched_label(row, language)) for row in rows
    )


def interest_offered(program: str, sort: str, key: str, language: str) -> InterestRow:
    """What could be watched, in words."""
    row = Interest(program=Program.objects.get(slug=program), sort=sort, key=key)
    return InterestRow(0, sort, key, watched_label(row, language))


def watched_label(row: Interest, language: str) -> str:
    """What a watched thing is called."""
    if row.sort == InterestSort.PLACE:
        return region_name(row.key, language)
    if row.sort == InterestSort.PROPOSAL:
        return _("Proposal %(number)s") % {"number": row.key}
    kind, _colon, key = row.key.partition(":")
    text = str(KIND_TEXTS[FactKind(kind)])
    facts = Fact.objects.filter(kind=kind, key=key, program=row.program)
    shared = Fact.objects.filter(kind=kind, key=key, program=None)
    found = facts.first() or shared.first()
    versions: Any = MODELS[kind]._default_manager
    last = versions.filter(fact=found).order_by("-pk").first()
    geoid = getattr(last, "geoid", "")
    return f"{text}: {region_name(geoid, language) if geoid else key}"
