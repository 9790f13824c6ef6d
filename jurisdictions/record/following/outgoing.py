"""A mail that waits, with all that it takes to write and address it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime

from jurisdictions.models import Follower, FollowerMail
from jurisdictions.record.following.looking import editions_told
from jurisdictions.record.following.tokens import CONFIRM, LEAVE, seeded, token_of


@dataclass(frozen=True, slots=True)
class Outgoing:
    """`number` 0 asks to confirm; others tell what changed from the editions `since` to `until`."""

    mail: int
    number: int
    address: str
    program: str
    geoid: str
    agency: str
    language: str
    weekly: bool
    plain: bool
    message_id: str
    since: dict[str, int]
    until: dict[str, int]
    confirm: str
    leave: str
    expires_at: datetime | None


def outgoing(mail: int) -> Outgoing | None:
    """The mail; None once it is sent, or whoever it is for has left."""
    found = FollowerMail.objects.select_related("follower").filter(pk=mail).first()
    if found is None:
        return None
    follower = found.follower
    confirm, leave = _tokens(follower)
    return Outgoing(
        found.pk,
        found.number,
        follower.address,
        follower.program,
        follower.geoid,
        follower.agency,
        follower.language,
        follower.weekly,
        follower.plain,
        found.message_id,
        editions_told(found.since),
        editions_told(found.until),
        confirm,
        leave,
        follower.expires_at,
    )


def _tokens(follower: Follower) -> tuple[str, str]:
    """What the links carry; new ones where the key is lost with which those before were made."""
    try:
        return token_of(follower, CONFIRM), token_of(follower, LEAVE)
    except LookupError:
        Follower.objects.filter(pk=follower.pk).update(**asdict(seeded()))
        follower.refresh_from_db()
        return token_of(follower, CONFIRM), token_of(follower, LEAVE)
