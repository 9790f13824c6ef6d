"""How often somebody wants mail, as their page shows it."""

from __future__ import annotations

from dataclasses import dataclass

from jurisdictions.models import MailKind, MailPace, Pace
from jurisdictions.read.keeping.regions import region_name
from jurisdictions.status.geoids import NATION

KINDS, PACES = tuple(MailKind.choices), tuple(Pace.choices)
"""What can be chosen, with its words."""


@dataclass(frozen=True, slots=True)
class PaceRow:
    """The pace of a kind in one region, in words."""

    pace_id: int
    place: str
    kind: str
    pace: str


def paces_everywhere(person: int) -> dict[str, str]:
    """The pace of every kind where no region has its own. One query."""
    rows = MailPace.objects.filter(person_id=person, geoid=NATION)
    chosen = dict(rows.values_list("kind", "pace"))
    return {kind: chosen.get(kind, Pace.AT_ONCE.value) for kind in MailKind.values}


def paces_of_regions(person: int, language: str) -> tuple[PaceRow, ...]:
    """What was chosen for single regions. One query."""
    rows = MailPace.objects.filter(person_id=person).exclude(geoid=NATION)
    return tuple(
        PaceRow(
            row.pk,
            region_name(row.geoid, language),
            str(MailKind(row.kind).label),
            str(Pace(row.pace).label),
        )
        for row in rows
    )
