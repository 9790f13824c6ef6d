"""Queues of what waits for the people who keep the record, region by region."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, F, IntegerField, Model, QuerySet, Value, When

from jurisdictions.models.lying_in import lying_in

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class Queue:
    """One page of a queue: its rows, how many there are in all, how many of all wait."""

    rows: tuple[Any, ...]
    total: int
    waiting: int


def in_regions(rows: QuerySet[Any], regions: Collection[str]) -> QuerySet[Any]:
    """What lies in the regions: the nation holds all, a state its counties."""
    return rows.filter(lying_in(regions))


def in_queue(rows: QuerySet[Any], waiting: str, *, status: str, state: str) -> QuerySet[Any]:
    """Rows of a status and a state, "" for any: those that wait first, the oldest of them on top.

    Of the others the latest come first.
    """
    if status:
        rows = rows.filter(status=status)
    if state:
        rows = rows.filter(lying_in([state]))
    whole = IntegerField()
    waits = When(status=waiting, then=Value(0))
    since = When(status=waiting, then=F("pk"))
    return rows.order_by(
        Case(waits, default=Value(1), output_field=whole),
        Case(since, default=-F("pk"), output_field=whole),
    )


def paged(rows: QuerySet[Any], page: int) -> QuerySet[Any]:
    """The rows of a page, counted from 1."""
    return rows[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]


def named(person: Model | None) -> str:
    """The name of somebody; "" for nobody."""
    return str(person) if person else ""
