"""Looks who has news since the edition that they were told of, and begins a mail for them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from jurisdictions.mailing.news import news_of
from jurisdictions.mailing.sending import send_due
from jurisdictions.read.newest import editions_standing
from jurisdictions.read.program_addresses import is_program
from jurisdictions.record.following.looking import (
    editions_told,
    followers_due,
    note_looked,
    told_text,
)

Tell = Callable[[float], None]


def standing() -> dict[str, int]:
    """The editions that followers can be told of: those of programs that have a rule."""
    return {slug: number for slug, number in editions_standing().items() if is_program(slug)}


def tell_followers(tell: Tell, *, at: datetime) -> None:
    """Begin a mail for who has news and may be mailed now, then send all that waits.

    Whoever goes on with it begins nothing twice: that somebody was told, and their mail, are kept
    in one step.
    """
    now = standing()
    for due in followers_due(standing=now, at=at):
        tell(0.0)
        what = due.geoid, due.agency, due.language
        found = next(news_of(due.program, editions_told(due.told), now, *what), None)
        note_looked(due=due, until=told_text(now), news=found is not None, at=at)
    send_due(tell, at=at)
