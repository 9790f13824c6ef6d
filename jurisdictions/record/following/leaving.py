"""Confirming what was asked for, and leaving: who leaves is deleted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from jurisdictions.models import Follower
from jurisdictions.record.following.asking import address_of
from jurisdictions.record.following.looking import first_look, told_text
from jurisdictions.record.following.tokens import CONFIRM, LEAVE, follower_with
from jurisdictions.record.following.wanted import Wanted, wanted_by


@dataclass(frozen=True, slots=True)
class Behind:
    """What a link is about: what is followed, if it is confirmed, how much the address follows."""

    wanted: Wanted
    confirmed: bool
    follows: int


def behind(*, token: str, purpose: str, at: datetime) -> Behind | None:
    """What the link of a mail is about; None when it is nobody's, or came too late."""
    found = follower_with(token, purpose)
    if found is None or (found.expires_at is not None and found.expires_at <= at):
        return None
    follows = Follower.objects.filter(address=found.address).count()
    return Behind(wanted_by(found), found.confirmed_at is not None, follows)


def confirm(*, token: str, standing: Mapping[str, int], at: datetime) -> bool:
    """The owner of the address wants the mails: of what changes after the editions that stand now.

    What the address followed of the same thing before makes way. False when the link is nobody's,
    or came too late.
    """
    found = follower_with(token, CONFIRM)
    if found is None or (found.expires_at is not None and found.expires_at <= at):
        return False
    if found.confirmed_at is not None:
        return True
    same = {"address": found.address, **wanted_by(found).what}
    with transaction.atomic():
        Follower.objects.filter(**same).exclude(confirmed_at=None).delete()
        return bool(
            Follower.objects.filter(pk=found.pk, confirmed_at=None).update(
                confirmed_at=at,
                expires_at=None,
                told=told_text(standing),
                look_at=first_look(weekly=found.weekly, at=at),
            )
        )


def leave(*, token: str, everything: bool = False) -> bool:
    """Delete the follower whose link it is, with `everything` all that its address follows."""
    found = follower_with(token, LEAVE)
    if found is None:
        return False
    if everything:
        Follower.objects.filter(address=found.address).delete()
    else:
        found.delete()
    return True


@transaction.atomic
def forget_address(*, address: str) -> int:
    """Delete all that an address follows or asked for; how much that was. Raises Refused."""
    kept = Follower.objects.filter(address=address_of(address))
    number = kept.count()
    kept.delete()
    return number
