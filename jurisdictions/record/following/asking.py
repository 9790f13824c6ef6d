"""Somebody asks to be mailed: one confirmation goes out, and nothing else until it is answered."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from jurisdictions.models import Follower
from jurisdictions.record.counts import count_one, passing_key, seconds_left
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.following.mails import ask_sending, queue_mail
from jurisdictions.record.following.tokens import seeded
from jurisdictions.record.following.wanted import Wanted
from jurisdictions.record.public_words import on_one_line

CONFIRM_WITHIN = timedelta(days=2)
"""For so long the link works; then the address is deleted."""
MOST_CONFIRMATIONS = 5
"""To one address in a day, whatever it is to follow."""
DAY = 86_400
LONGEST = 254


def ask_to_follow(*, address: str, wanted: Wanted, at: datetime) -> None:
    """Send one confirmation to an address, which may follow the thing already.

    Whoever asks learns nothing of that: what is answered, and what is done, is the same. Who asks
    again before it is confirmed changes how, and is sent nothing more. Raises Refused.
    """
    address = address_of(address)
    if _too_often(address, at):
        return
    try:
        _queue(address, wanted, at)
    except IntegrityError:
        return  # the same was sent twice at once, and the other was first


@transaction.atomic
def _queue(address: str, wanted: Wanted, at: datetime) -> None:
    asked = Follower.objects.filter(address=address, confirmed_at=None, **wanted.what)
    how = {name: value for name, value in asdict(wanted).items() if name not in wanted.what}
    if asked.filter(expires_at__gt=at).update(**how):
        return
    asked.delete()
    made = Follower.objects.create(
        address=address,
        asked_at=at,
        expires_at=at + CONFIRM_WITHIN,
        **asdict(wanted),
        **asdict(seeded()),
    )
    queue_mail(follower=made.pk, number=0, at=at)
    ask_sending(at=at)


def address_of(text: str) -> str:
    """An address as it is kept: no capitals; raise Refused for what is none."""
    address = on_one_line(text).lower()
    try:
        validate_email(address)
        local, _at, domain = address.rpartition("@")
        # As mail servers know it, where it is written with other letters than theirs.
        address = f"{local}@{domain.encode('idna').decode()}"
        address.encode("ascii")
    except (ValidationError, UnicodeError):
        address = ""
    # What stands in quotation marks may hold anything, and nobody's address does.
    if not address or len(address) > LONGEST or '"' in address or " " in address:
        said = _("Write your e-mail address like name@example.org.")
        raise Refused([Fault("", 0, "address", "", said)])
    return address


def _too_often(address: str, at: datetime) -> bool:
    """Count one more of the day; kept in memory, under a hash that is forgotten with the day."""
    key = passing_key("follow-address", address, at=at, window=DAY)
    return count_one(key, seconds_left(at, DAY)) > MOST_CONFIRMATIONS
