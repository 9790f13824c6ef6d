"""Which proposals of a queue are asked for, and in which order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Case, Exists, F, IntegerField, OuterRef, Q, QuerySet, Value, When

from jurisdictions.models import Action, Origin, Proposal, Wish
from jurisdictions.models.lying_in import lying_in
from jurisdictions.models.proposal import DECIDED
from jurisdictions.status.kinds import SHARED

OLDEST, NEWEST, PLACE, AUTHOR = "oldest", "newest", "place", "author"
ORDERS = (OLDEST, NEWEST, PLACE, AUTHOR)
ORIGINS = tuple(Origin.values)
ME, NOBODY, OTHERS = "me", "nobody", "others"
CLAIMED = (ME, NOBODY, OTHERS)
AGES = (1, 7, 30)
"""Days that a proposal may be asked to have waited at least."""


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """What is asked for; "", 0 and False for any. `order` "": what waits first, the oldest on top.

    `text` is looked for in titles, reasons, names of facts and of authors, and is the number of a
    proposal; `age` in days.
    """

    status: str = ""
    program: str = ""
    state: str = ""
    kind: str = ""
    author: int = 0
    age: int = 0
    claimed: str = ""
    origin: str = ""
    conflict: bool = False
    text: str = ""
    order: str = ""


def filtered(
    rows: QuerySet[Proposal], asked: QueueFilter, *, reader: int, at: datetime
) -> QuerySet[Proposal]:
    """Those that were asked for; `reader` is the person who asks."""
    plain = {"status": asked.status, "program__slug": asked.program, "origin": asked.origin}
    rows = rows.filter(**{name: value for name, value in plain.items() if value})
    if asked.author:
        rows = rows.filter(made_by_id=asked.author)
    if asked.state:
        rows = rows.filter(lying_in([asked.state]))
    if asked.age:
        rows = rows.filter(made_at__lte=at - timedelta(days=asked.age))
    if asked.kind:
        rows = rows.filter(Exists(_own_wishes().filter(kind=asked.kind)))
    if asked.claimed:
        rows = rows.filter(_claimed(asked.claimed, reader, at))
    if asked.conflict:
        rows = rows.exclude(status__in=DECIDED).filter(contested())
    return rows.filter(_says(asked.text)) if asked.text else rows


def ordered(rows: QuerySet[Any], order: str, waiting: str) -> QuerySet[Any]:
    """Rows in an order; those that wait come first, whatever the order is.

    Of what waits the oldest is on top, of the others the latest, unless another order is asked for.
    """
    whole = IntegerField()
    first = Case(When(status=waiting, then=Value(0)), default=Value(1), output_field=whole)
    by: dict[str, list[str]] = {
        OLDEST: ["pk"],
        NEWEST: ["-pk"],
        PLACE: ["geoid", "pk"],
        AUTHOR: ["made_by__name", "pk"],
    }
    if order in by:
        return rows.order_by(first, *by[order])
    since = Case(When(status=waiting, then=F("pk")), default=-F("pk"), output_field=whole)
    return rows.order_by(first, since)


def origin_label(origin: str) -> str:
    """How a proposal came about, in words."""
    return str(Origin(origin).label)


def contested() -> Any:
    """Whether another open proposal wishes to change a fact of a proposal too.

    Two sources that each say otherwise stand beside each other, and beside what is to be recorded.
    """
    whose = Q(proposal__program=OuterRef("proposal__program")) | Q(kind__in=SHARED)
    rivals = (
        Wish.objects.of_its_revision()
        .filter(whose, name=OuterRef("name"))
        .exclude(proposal=OuterRef("proposal"))
        .exclude(proposal__status__in=DECIDED)
    )
    said, new = Action.CONTRADICT, Action.RECORD
    against: Any = Q(action=said) & Exists(rivals.exclude(action__in=[said, new]))
    against |= Q(action=new) & Exists(rivals.exclude(action=said))
    against |= ~Q(action__in=[said, new]) & Exists(rivals)
    return Exists(_own_wishes().filter(against))


def _own_wishes() -> QuerySet[Wish]:
    """What the proposal of the outer query holds now."""
    return Wish.objects.of_its_revision().filter(proposal=OuterRef("pk"))


def _claimed(by: str, reader: int, at: datetime) -> Q:
    standing = Q(claim__until__gt=at, claim__person__suspended_at=None, claim__person__left_at=None)
    if by == ME:
        return standing & Q(claim__person=reader)
    if by == OTHERS:
        return standing & ~Q(claim__person=reader)
    return ~Q(pk__in=Proposal.objects.filter(standing).values("pk"))


def _says(text: str) -> Any:
    found = Q(title__icontains=text) | Q(reason__icontains=text) | Q(made_by__name__icontains=text)
    found |= Q(Exists(_own_wishes().filter(name__icontains=text)))
    number = text.removeprefix("#")
    return found | Q(pk=int(number)) if number.isdecimal() and len(number) < 10 else found
