"""Tells who watches a place or a fact what changed there, however that came about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import Max, Min

from jurisdictions.models import Change, Interest
from jurisdictions.models.interest import InterestSort
from jurisdictions.models.standing import MODELS
from jurisdictions.record.changing.serving import regions_of_versions
from jurisdictions.record.jobs.mails import ask_mail


class Touched(NamedTuple):
    """A fact that a change wrote or ended; `program` is None for what belongs to all."""

    change: int
    name: str
    program: int | None
    geoid: str


@transaction.atomic
def tell_watchers(at: datetime) -> None:
    """Ask for a mail for each change of what somebody watches; one query when nothing changed."""
    latest = Change.objects.aggregate(latest=Max("pk"))["latest"] or 0
    behind = Interest.objects.exclude(sort=InterestSort.PROPOSAL).filter(told__lt=latest)
    since = behind.aggregate(since=Min("told"))["since"]
    if since is None:
        return
    touched = list(_touched(since, latest))
    made_by = dict(
        Change.objects.filter(pk__in={one.change for one in touched}).values_list(
            "pk", "account_id"
        )
    )
    for interest in behind.select_related("person").order_by("pk"):
        # Whoever looks at the same time finds it told.
        mine = Interest.objects.filter(pk=interest.pk, told=interest.told)
        if not mine.update(told=latest):
            continue
        for change in sorted({one.change for one in touched if _concerns(interest, one)}):
            if made_by[change] is None or made_by[change] != interest.person.account_id:
                about = {"change": change, "interest": interest.pk}
                ask_mail(person=interest.person_id, mail="watched_changed", about=about, at=at)


def _concerns(interest: Interest, one: Touched) -> bool:
    if one.change <= interest.told or one.program not in {None, interest.program_id}:
        return False
    if interest.sort == InterestSort.FACT:
        return one.name == interest.key
    return interest.key == one.geoid


def _touched(since: int, latest: int) -> Iterator[Touched]:
    """All facts that changes after `since` touched."""
    for kind, model in MODELS.items():
        versions: Any = model._default_manager
        # What was moved is news at both places: what came and what ended are looked at apart.
        for column in ("change_id", "ended_by_id"):
            after = {f"{column}__gt": since, f"{column}__lte": latest}
            rows = list(versions.filter(**after).select_related("fact"))
            regions = regions_of_versions(kind, rows) if rows else {}
            for row in rows:
                fact, change = row.fact, getattr(row, column)
                yield Touched(change, fact.name, fact.program_id, regions[fact.pk])
