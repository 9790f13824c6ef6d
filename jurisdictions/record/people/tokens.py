"""Tokens of people's programs: made, looked at with every call, revoked. Only hashes are kept."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from jurisdictions.models import Sending, Token
from jurisdictions.models.role import hash_of
from jurisdictions.record.cleaning import one_line
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.people.people import actor_of
from jurisdictions.record.people.permissions import (
    CONTRIBUTOR,
    INCLUDES,
    Actor,
    needs_second_factor,
)
from jurisdictions.record.people.regions import faults_of_role

BEGINNING = "trk_"
"""How every token begins, so that one that leaked into a file is recognized."""
SECRET_BYTES = 32
LONGEST_NAME = 100
MOST = 20
"""Tokens that somebody may have at a time."""
DAYS = (30, 90, 365)
"""How long a token may last."""
ROLES = tuple(role for role, included in INCLUDES.items() if CONTRIBUTOR in included)
SEEN_EVERY = timedelta(minutes=1)
"""How exactly the last use is known: a busy program writes no row with every call."""


@dataclass(frozen=True, slots=True)
class NewToken:
    """A token, made just now. `secret` is shown once and is nowhere else."""

    token_id: int
    secret: str


@dataclass(frozen=True, slots=True)
class Bearer:
    """Whose token it is, as far as it reaches now."""

    token_id: int
    token_name: str
    actor: Actor
    geoid: str


class NoToken(Exception):
    """No token that counts: unknown, expired, revoked, or of somebody who was shut out."""


class TokenReachesNothing(Exception):
    """The token counts, but its person may not do that any more; the text says why."""


@transaction.atomic
def make_token(
    *, name: str, role: str, geoid: str, days: int, form: str, by: Actor, at: datetime
) -> NewToken | None:
    """Make a token in a role and a region that the person holds themselves.

    None where this very form made one already: its secret cannot be shown again. Raises Refused.
    """
    name = one_line(name)
    if faults := _faults(name, role, geoid, days, by, at):
        raise Refused(faults)
    secret = BEGINNING + secrets.token_urlsafe(SECRET_BYTES)
    made, is_new = Token.objects.get_or_create(
        person_id=by.person_id,
        form=form[:40],
        defaults={
            "name": name,
            "secret_hash": hash_of(secret),
            "hint": secret[-4:],
            "role": role,
            "geoid": geoid,
            "made_at": at,
            "expires_at": at + timedelta(days=days),
        },
    )
    return NewToken(made.pk, secret) if is_new else None


@transaction.atomic
def revoke_token(*, token: int, by: Actor, at: datetime) -> None:
    """End one's own token at once; one that was revoked stays so. Raises Token.DoesNotExist."""
    found = Token.objects.select_for_update().get(pk=token, person_id=by.person_id)
    if found.revoked_at is None:
        found.revoked_at = at
        found.save(update_fields=["revoked_at"])


def forget_tokens(person: int) -> None:
    """Delete the tokens of somebody who leaves; what was sent with them says so still."""
    Sending.objects.filter(person_id=person).update(key="", token_name="")
    Token.objects.filter(person_id=person).delete()


def bearer_of(secret: str, *, at: datetime) -> Bearer:
    """Who calls with a secret. Looked up anew with every call: nothing is remembered.

    Raises NoToken, TokenReachesNothing.
    """
    live = Token.objects.filter(revoked_at=None, expires_at__gt=at, secret_hash=hash_of(secret))
    found = live.select_related("person").first()
    actor = actor_of(found.person.account_id) if found else None
    if found is None or actor is None:
        raise NoToken
    if not actor.holds(found.role, found.geoid):
        raise TokenReachesNothing(
            _("You do not hold the role any more that this token was made for.")
        )
    if needs_second_factor(actor) and not _has_second_factor(actor):
        raise TokenReachesNothing(_("Your role needs a second factor: set one up first."))
    _note_use(found, at)
    reach = frozenset({(found.role, found.geoid)})
    scoped = Actor(actor.person_id, actor.name, reach, actor.account_id)
    return Bearer(found.pk, found.name, scoped, found.geoid)


def _note_use(token: Token, at: datetime) -> None:
    long_ago = Q(used_at=None) | Q(used_at__lt=at - SEEN_EVERY)
    if token.used_at is None or token.used_at < at - SEEN_EVERY:
        Token.objects.filter(long_ago, pk=token.pk).update(used_at=at)


def _has_second_factor(actor: Actor) -> bool:
    codes = Authenticator.Type.RECOVERY_CODES
    factors = Authenticator.objects.filter(user_id=actor.account_id).exclude(type=codes)
    return bool(factors.exists())


def _faults(name: str, role: str, geoid: str, days: int, by: Actor, at: datetime) -> list[Fault]:
    faults = []
    if not name:
        faults.append(Fault("", 0, "name", "", _("Say what the token is for.")))
    elif len(name) > LONGEST_NAME:
        said = _("is %(length)d characters long; %(width)d are the most")
        told = said % {"length": len(name), "width": LONGEST_NAME}
        faults.append(Fault("", 0, "name", "", told))
    if days not in DAYS:
        faults.append(Fault("", 0, "days", str(days), _("Choose one of the offered times.")))
    faults += faults_of_role(role, geoid)
    if not faults and (role not in ROLES or not by.holds(role, geoid)):
        said = _("A token reaches no further than you do: you do not hold this role there.")
        faults.append(Fault("", 0, "region", geoid, said))
    open_ones = Token.objects.filter(person_id=by.person_id, revoked_at=None, expires_at__gt=at)
    if not faults and open_ones.count() >= MOST:
        said = _("You have %(most)d tokens: revoke one that you do not need any more.")
        faults.append(Fault("", 0, "", "", said % {"most": MOST}))
    return faults
