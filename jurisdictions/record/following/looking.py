"""Which followers are to be looked at: at once after a publication, or on Mondays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from django.db import transaction
from django.db.models import F, QuerySet

from jurisdictions.models import Follower, FollowerMail
from jurisdictions.record.following.mails import FORGOTTEN, LATER, ask_sending_once, queue_mail

BETWEEN = timedelta(hours=1)
"""Who is mailed at once gets no two mails within so long: what changes meanwhile is in the next."""
MONDAY, MORNING = 0, time(13)
"""When weekly mails are made: Mondays, 13:00 in Greenwich, morning in all of the United States."""
WEEK = timedelta(weeks=1)


def told_text(editions: Mapping[str, int]) -> str:
    """Editions by program as they are kept: "287g:5 secure-communities:2"."""
    return " ".join(f"{slug}:{number}" for slug, number in sorted(editions.items()))


def editions_told(text: str) -> dict[str, int]:
    """The same read again."""
    pairs = (said.rpartition(":") for said in text.split())
    return {slug: int(number) for slug, _colon, number in pairs}


def first_look(*, weekly: bool, at: datetime) -> datetime:
    """When who has just confirmed is looked at first."""
    return next_monday(at) if weekly else at


def next_monday(at: datetime) -> datetime:
    """The next moment after `at` at which weekly mails are made."""
    day = at.astimezone(UTC).date()
    morning = datetime.combine(day + timedelta((MONDAY - day.weekday()) % 7), MORNING, UTC)
    return morning if morning > at else morning + WEEK


@dataclass(frozen=True, slots=True)
class Due:
    """A follower to be looked at: what it follows, and the editions up to which it was told.

    `mails` is how many it was begun so far: what is noted of it holds only while that is so.
    """

    follower: int
    program: str
    geoid: str
    agency: str
    language: str
    weekly: bool
    mails: int
    told: str


def followers_due(*, standing: Mapping[str, int], at: datetime) -> list[Due]:
    """Who was not told yet of the editions that stand, and may be mailed now."""
    rows = (
        _due(standing, at)
        .order_by("pk")
        .values_list(*("pk", "program", "geoid", "agency", "language", "weekly", "mails", "told"))
    )
    return [Due(*row) for row in rows]


@transaction.atomic
def note_looked(*, due: Due, until: str, news: bool, at: datetime) -> bool:
    """Remember up to which editions a follower is told; with `news` a mail begins in the same step.

    False when another worker was first: of each number a follower gets one mail.
    """
    wait = next_monday(at) if due.weekly else at + BETWEEN if news else at
    unchanged = Follower.objects.filter(pk=due.follower, mails=due.mails, told=due.told)
    if not unchanged.update(told=until, look_at=wait, mails=F("mails") + int(news)):
        return False
    if news:
        number = due.mails + 1
        queue_mail(follower=due.follower, number=number, at=at, since=due.told, until=until)
    return True


def sweep_followers(*, standing: Mapping[str, int], sends: bool, at: datetime) -> bool:
    """With `sends` ask for mails where some are due; whether mails were asked for.

    Some small queries where none is.
    """
    # Whose week brought nothing waits for the end of the next, not for what comes first.
    quiet = Follower.objects.filter(weekly=True, look_at__lte=at, told=told_text(standing))
    if quiet.exists():
        quiet.update(look_at=next_monday(at))
    _by_the_clock(at)
    waiting = FollowerMail.objects.filter(try_at__lte=at)
    if sends and (waiting.filter(handed_at=None).exists() or _due(standing, at).exists()):
        return ask_sending_once(at=at)
    return False


def forget_followers(*, at: datetime) -> None:
    """Delete what was not confirmed in time, and mails whose worker died on handing them over."""
    expired = Follower.objects.filter(expires_at__lte=at)
    if expired.exists():
        expired.delete()
    handed = FollowerMail.objects.filter(try_at__lte=at, handed_at__lte=at - FORGOTTEN)
    if handed.exists():
        handed.delete()


def _by_the_clock(at: datetime) -> None:
    """Whom a clock that was ahead put off waits no longer than from now on."""
    for weekly, until in ((False, at + BETWEEN), (True, next_monday(at))):
        late = Follower.objects.filter(weekly=weekly, look_at__gt=until)
        if late.exists():
            late.update(look_at=until)
    late_mails = FollowerMail.objects.filter(try_at__gt=at + LATER)
    if late_mails.exists():
        late_mails.update(try_at=at)


def _due(standing: Mapping[str, int], at: datetime) -> QuerySet[Follower]:
    return Follower.objects.filter(look_at__lte=at).exclude(told=told_text(standing))
