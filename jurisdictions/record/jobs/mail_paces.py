"""When a mail goes out: as its reader chose for its kind and region."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, time, timedelta
from typing import Any

from django.conf import settings

from jurisdictions.models import (
    Interest,
    InterestSort,
    MailKind,
    MailPace,
    Pace,
    Proposal,
    Reply,
    Tip,
)
from jurisdictions.status.geoids import NATION, around, is_state

KIND_OF = {
    "proposal_made": MailKind.PROPOSALS,
    "proposal_accepted": MailKind.MINE,
    "proposal_rejected": MailKind.MINE,
    "proposal_asked": MailKind.MINE,
    "remark_made": MailKind.REMARKS,
    "remark_named": MailKind.REMARKS,
    "tip_received": MailKind.TIPS,
    "reply_received": MailKind.TIPS,
    "watched_changed": MailKind.WATCHED,
    "watched_decided": MailKind.WATCHED,
    "watched_remark": MailKind.WATCHED,
}
"""The kind of each mail, as people choose by it."""
MORNING = time(13)
"""When gathered mails go out: 13:00 in Greenwich, morning in all of the United States."""
MONDAY = 0


def pace_of(person: int, mail: str, about: Mapping[str, Any]) -> str:
    """How often somebody wants such a mail: the choice for the smallest region decides."""
    rows = MailPace.objects.filter(person_id=person, kind=KIND_OF[mail])
    chosen = dict(rows.values_list("geoid", "pace"))
    if not chosen:
        return Pace.AT_ONCE
    here = sorted(around(_region(about)), key=_size)
    return next((chosen[geoid] for geoid in here if geoid in chosen), Pace.AT_ONCE)


def sent_at(pace: str, at: datetime) -> datetime:
    """Until when a mail that is begun at `at` gathers."""
    if pace == Pace.AT_ONCE:
        return at + timedelta(seconds=settings.MAILS_GATHER_SECONDS)
    days = (MONDAY - at.astimezone(UTC).weekday()) % 7 if pace == Pace.WEEKLY else 0
    day = at.astimezone(UTC).date() + timedelta(days)
    morning = datetime.combine(day, MORNING, UTC)
    return morning if morning > at else morning + timedelta(7 if pace == Pace.WEEKLY else 1)


def _region(about: Mapping[str, Any]) -> str:
    """Where it is that a mail tells of; the nation where it is gone."""
    rows: Any = Proposal.objects.filter(pk=about.get("proposal", 0))
    if "tip" in about:
        rows = Tip.objects.filter(pk=about["tip"])
    elif "reply" in about:
        rows = Reply.objects.filter(pk=about["reply"])
    elif "interest" in about:
        places = Interest.objects.filter(sort=InterestSort.PLACE, pk=about["interest"])
        return places.values_list("key", flat=True).first() or NATION
    return rows.values_list("geoid", flat=True).first() or NATION


def _size(geoid: str) -> int:
    """Orders a place, its state, the nation."""
    return 2 if geoid == NATION else int(is_state(geoid))
