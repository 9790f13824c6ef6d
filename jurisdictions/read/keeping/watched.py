"""Watched sources as the desk shows them: how they stand, and what came."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from jurisdictions.models import Look, Watch, WatchKind

SHOWN = 100
"""Looks of one address that its page lists."""


@dataclass(frozen=True, slots=True)
class LookRow:
    """A look that brought something. `asks`: a list whose questions wait for somebody."""

    look_id: int
    at: datetime
    outcome: str
    address: str
    file_name: str
    size: int
    media_type: str
    said: str
    proposal: int
    asks: bool
    kept: bool


@dataclass(frozen=True, slots=True)
class WatchRow:
    """A watched address; `next_look_at` is None while it is stopped, `newest` its latest look."""

    watch_id: int
    kind: str
    address: str
    title: str
    source: str
    geoid: str
    hours: int
    begun_at: datetime
    begun_by: str
    looked_at: datetime | None
    next_look_at: datetime | None
    why: str
    status: int
    gone_since: datetime | None
    vanished_at: datetime | None
    newest: LookRow | None = None

    @property
    def is_list(self) -> bool:
        """Whether lists are read from it."""
        return self.kind == WatchKind.LIST


def watched(program: str) -> list[WatchRow]:
    """All watched addresses of a program: what vanished first, then by title. Two queries."""
    found = _all().filter(program__slug=program)
    newest = {look.watch_id: look for look in _looks().filter(watch__in=found).order_by("pk")}
    rows = [_row(one, newest.get(one.pk)) for one in found]
    return sorted(rows, key=lambda row: (row.vanished_at is None, row.title.casefold()))


def watch_of(program: str, watch: int) -> WatchRow | None:
    """One watched address; None for none of the program."""
    found = _all().filter(program__slug=program, pk=watch).first()
    return _row(found, _looks().filter(watch=found).first()) if found else None


def looks_at(watch: int) -> list[LookRow]:
    """What came from an address, the latest first. One query."""
    return [_look(one) for one in _looks().filter(watch_id=watch)[:SHOWN]]


def watch_of_source(source: str) -> int:
    """The watch of a source's address; 0 for none."""
    return Watch.objects.filter(source=source).values_list("pk", flat=True).first() or 0


def _all() -> QuerySet[Watch]:
    return Watch.objects.select_related("begun_by")


def _looks() -> QuerySet[Look]:
    return Look.objects.select_related("upload").prefetch_related("upload__parts")


def _row(one: Watch, newest: Look | None) -> WatchRow:
    return WatchRow(
        one.pk, one.kind, one.address, one.title, one.source, one.geoid, one.hours, one.begun_at,
        one.begun_by.name, one.looked_at, one.next_look_at, one.why, one.status, one.gone_since,
        one.vanished_at, _look(newest) if newest else None,
    )  # fmt: skip


def _look(one: Look) -> LookRow:
    asks = one.upload is not None and one.upload.finished_at is None
    parts = list(one.upload.parts.all()) if one.upload else []
    proposal = one.proposal_id or next((part.proposal_id for part in parts), 0)
    return LookRow(
        one.pk, one.at, one.outcome, one.address, one.file_name, one.size, one.media_type,
        one.said, proposal, asks, bool(one.checksum),
    )  # fmt: skip
