"""Shapes of files that somebody had read before: the columns that they chose are taken again."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from jurisdictions.models import RememberedShape
from jurisdictions.models.folding import fold
from jurisdictions.record.uploads.columns import targets_of

DAYS_KEPT = 400
"""A shape that was not met with for so long is forgotten: a list that comes once a year is kept."""
MOST_SHAPES = 100
"""Of one person; the one that was not used for the longest makes way."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """What was chosen for a file of the same headings: a column each, and the orders of dates."""

    columns: tuple[str, ...]
    orders: Mapping[str, str]
    file_name: str
    used_at: datetime


def names_of_headings(headings: Iterable[str]) -> tuple[str, ...]:
    """The headings as they are told apart: folded, numbered where several read alike."""
    seen: Counter[str] = Counter()
    names = []
    for name in map(fold, headings):
        seen[name] += 1
        names.append(f"{name} {seen[name]}" if seen[name] > 1 else name)
    return tuple(names)


def shape_key(headings: Iterable[str]) -> str:
    """The checksum of the headings in whatever order they stand."""
    whole = json.dumps(sorted(names_of_headings(headings)), ensure_ascii=False)
    return sha256(whole.encode("utf-8", "replace")).hexdigest()


def recall(person: int, program: int, mode: str, headings: Sequence[str]) -> Remembered | None:
    """What the person chose for these headings before; None when they never did."""
    found = RememberedShape.objects.filter(
        person_id=person, program_id=program, kind=mode, shape=shape_key(headings)
    ).first()
    if found is None:
        return None
    columns = tuple(found.columns.get(name, "") for name in names_of_headings(headings))
    if not {column for column in columns if column} <= set(targets_of(mode)):
        return None
    return Remembered(columns, found.orders, found.file_name, found.used_at)


def remember(
    *,
    person: int,
    program: int,
    mode: str,
    headings: Sequence[str],
    columns: Sequence[str],
    orders: Mapping[str, str],
    file_name: str,
    at: datetime,
) -> None:
    """Keep what was chosen for the headings, in the place of what was chosen before."""
    RememberedShape.objects.update_or_create(
        person_id=person,
        program_id=program,
        kind=mode,
        shape=shape_key(headings),
        defaults={
            "columns": dict(zip(names_of_headings(headings), columns, strict=True)),
            "orders": dict(orders),
            "file_name": file_name,
            "used_at": at,
        },
    )
    own = RememberedShape.objects.filter(person_id=person).order_by("-used_at", "-pk")
    RememberedShape.objects.filter(pk__in=[one.pk for one in own[MOST_SHAPES:]]).delete()


def forget(person: int, program: int, mode: str, headings: Sequence[str]) -> None:
    """Take back what is remembered of these headings."""
    RememberedShape.objects.filter(
        person_id=person, program_id=program, kind=mode, shape=shape_key(headings)
    ).delete()


def sweep_shapes(*, at: datetime) -> int:
    """Forget the shapes that nobody met with for long; answers how many there were."""
    old = RememberedShape.objects.filter(used_at__lt=at - timedelta(days=DAYS_KEPT))
    return old.delete()[0] if old.exists() else 0
