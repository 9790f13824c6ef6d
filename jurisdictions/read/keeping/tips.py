"""Tips as the desk shows them: the queue of a region, and one tip."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models import Count

from jurisdictions.models import Tip, TipStatus
from jurisdictions.read.keeping.queues import Queue, in_queue, in_regions, named, paged


@dataclass(frozen=True, slots=True)
class EarlierNote:
    """A public note that another one replaced."""

    note: str
    note_es: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class TipRow:
    """A tip as its editors see it; `ended_by` is "" while it waits.

    `proposals` are those that answer it: the number, and where each stands.
    """

    tip_id: int
    program: str
    geoid: str
    fact: str
    text: str
    evidence: str
    language: str
    received_at: datetime
    status: str
    note: str
    note_es: str
    quoted: bool
    earlier: tuple[EarlierNote, ...]
    ended_at: datetime | None
    ended_by: str
    proposals: tuple[tuple[int, str], ...] = ()

    @property
    def waits(self) -> bool:
        """Whether nobody has ended it yet."""
        return self.status == TipStatus.WAITING


def tip_queue(
    regions: Collection[str], *, status: str = "", state: str = "", page: int = 1
) -> Queue:
    """The tips of some regions, the longest waiting first. Three queries."""
    tips = in_regions(Tip.objects.all(), regions)
    found = in_queue(tips, TipStatus.WAITING, status=status, state=state)
    rows = paged(found.select_related("program", "ended_by"), page)
    waiting = tips.filter(status=TipStatus.WAITING).count()
    return Queue(tuple(_tip(tip) for tip in rows), found.count(), waiting)


def tip_row(tip: int) -> TipRow | None:
    """One tip; None when there is none of that number."""
    found = Tip.objects.select_related("program", "ended_by").filter(pk=tip).first()
    if found is None:
        return None
    answers = tuple(found.proposals.order_by("pk").values_list("pk", "status"))
    return replace(_tip(found), proposals=answers)


def answers_to(tips: Collection[int]) -> Mapping[int, int]:
    """How many proposals answer each of the tips. One query."""
    counted = Tip.objects.filter(pk__in=tips).annotate(answers=Count("proposals"))
    return dict(counted.values_list("pk", "answers"))


def _earlier(note: Mapping[str, Any]) -> EarlierNote:
    at = datetime.fromisoformat(note["at"])
    return EarlierNote(note["note"], note["note_es"], at, note["by"])


def _tip(tip: Tip) -> TipRow:
    return TipRow(
        tip_id=tip.pk,
        program=tip.program.slug,
        geoid=tip.geoid,
        fact=tip.fact,
        text=tip.text,
        evidence=tip.evidence,
        language=tip.language,
        received_at=tip.received_at,
        status=tip.status,
        note=tip.note,
        note_es=tip.note_es,
        quoted=tip.quoted,
        earlier=tuple(_earlier(note) for note in tip.earlier),
        ended_at=tip.ended_at,
        ended_by=named(tip.ended_by),
    )
