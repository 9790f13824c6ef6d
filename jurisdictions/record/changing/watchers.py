"""Tells who watches a place or a fact what changed there, however that came about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import Max, Min

from jurisdictions.models import Change, Interest
from jurisdictions.models.interest import InterestSort
from jurisdictions.models.standing import MODELS, place_of
from jurisdictions.record.changing.serving import regions_of_versions
from jurisdictions.record.jobs.mails import ask_mail
from jurisdictions.status.geoids import lies_in, smallest_around


class Touched(NamedTuple):
    """A fact that a change wrote or ended; `program` is None for what belongs to all.

    `region` is where it is decided, `place` the one that it names: they differ for an agency of a
    county, which names its state, and for one that serves several states.
    """

    change: int
    name: str
    program: int | None
    region: str
    place: str


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
        for change, places in sorted(_news(interest, touched).items()):
            if made_by[change] is None or made_by[change] != interest.person.account_id:
                about: dict[str, int | str] = {"change": change, "interest": interest.pk}
                if interest.sort == InterestSort.PLACE:
                    # Within a state: the county that it happened in, the state for several.
                    about["geoid"] = smallest_around(places)
                ask_mail(person=interest.person_id, mail="watched_changed", about=about, at=at)


def _news(interest: Interest, touched: Iterable[Touched]) -> dict[int, set[str]]:
    """The changes that somebody hears of: where each touched what they watch."""
    news: dict[int, set[str]] = defaultdict(set)
    for one in touched:
        if _concerns(interest, one):
            news[one.change].add(one.region if lies_in(one.region, interest.key) else one.place)
    return news


def _concerns(interest: Interest, one: Touched) -> bool:
    if one.change <= interest.told or one.program not in {None, interest.program_id}:
        return False
    if interest.sort == InterestSort.FACT:
        return one.name == interest.key
    return any(lies_in(geoid, interest.key) for geoid in (one.region, one.place))


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
                where = regions[fact.pk], place_of(row)
                yield Touched(change, fact.name, fact.program_id, *where)
