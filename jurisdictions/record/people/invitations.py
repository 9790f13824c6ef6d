"""Invitations: an account offered to an address, for two weeks, to be taken once."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from jurisdictions.models import Invitation
from jurisdictions.models.role import hash_of
from jurisdictions.record.cleaning import one_line
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.people.regions import demand_people, faults_of_role

OPEN_FOR = timedelta(days=14)
FORGOTTEN_AFTER = timedelta(days=30)
"""The address of who did not come is forgotten so long after the offer ended."""
SECRET_BYTES = 32


@dataclass(frozen=True, slots=True)
class Invited:
    """A new invitation. `secret` is in its link and nowhere else: only its hash is kept."""

    invitation_id: int
    email: str
    language: str
    secret: str
    roles: tuple[tuple[str, str], ...]
    invited_by: str
    expires_at: datetime


def invite(
    *,
    email: str,
    roles: Sequence[tuple[str, str]],
    language: str = settings.LANGUAGE_CODE,
    by: Actor,
    at: datetime,
) -> Invited:
    """Offer an account with `(role, geoid)` pairs; an open invitation to the address is replaced.

    Raises NotAllowed, Refused.
    """
    demand_people(by, [geoid for _role, geoid in roles])
    with transaction.atomic():
        return _offer(one_line(email).lower(), roles, language, by, at)


def _offer(
    email: str, roles: Sequence[tuple[str, str]], language: str, by: Actor, at: datetime
) -> Invited:
    if faults := _faults(email, roles, language):
        raise Refused(faults)
    for earlier in _open(at).filter(email=email):
        withdraw_invitation(invitation=earlier.pk, by=by, at=at)
    secret = secrets.token_urlsafe(SECRET_BYTES)
    made = Invitation.objects.create(
        email=email,
        secret_hash=hash_of(secret),
        roles=[[role, geoid] for role, geoid in dict.fromkeys(roles)],
        language=language,
        invited_at=at,
        invited_by=by.name,
        expires_at=at + OPEN_FOR,
    )
    offered = tuple(dict.fromkeys(roles))
    return Invited(made.pk, email, language, secret, offered, by.name, made.expires_at)


def renew_invitation(*, invitation: int, by: Actor, at: datetime) -> Invited:
    """The same offer once more, with another link; the old link is worth nothing from now on.

    Raises NotAllowed, Refused.
    """
    with _held(invitation, by) as found:
        roles = [(role, geoid) for role, geoid in found.roles]
        if found.accepted_at is not None:
            raise Refused([Fault("", 0, "", found.email, _("This invitation was accepted."))])
        return invite(email=found.email, roles=roles, language=found.language, by=by, at=at)


def withdraw_invitation(*, invitation: int, by: Actor, at: datetime) -> None:
    """Take an offer back; one that was accepted or withdrawn stays so. Raises NotAllowed."""
    with _held(invitation, by) as found:
        if found.accepted_at is None and found.withdrawn_at is None:
            found.withdrawn_at = at
            found.save(update_fields=["withdrawn_at"])


def sweep_invitations(*, at: datetime) -> int:
    """Forget the addresses of old offers that nobody took; answers how many there were."""
    until = at - FORGOTTEN_AFTER
    over = Q(expires_at__lt=until) | Q(withdrawn_at__lt=until)
    old = Invitation.objects.filter(over, accepted_at=None).exclude(email="")
    # Looked at first: mostly there is nothing to forget, and then nobody is kept waiting.
    return old.update(email="") if old.exists() else 0


@contextmanager
def _held(invitation: int, by: Actor) -> Iterator[Invitation]:
    """The invitation, locked, for who keeps people where it gives roles; its roles never change."""
    unlocked = Invitation.objects.get(pk=invitation)
    demand_people(by, [geoid for _role, geoid in unlocked.roles])
    with transaction.atomic():
        yield Invitation.objects.select_for_update().get(pk=invitation)


def has_account(email: str) -> bool:
    """Whether the address belongs to an account; how it is written does not matter."""
    return bool(EmailAddress.objects.filter(email__iexact=email).exists())


def _open(at: datetime) -> QuerySet[Invitation]:
    return Invitation.objects.filter(accepted_at=None, withdrawn_at=None, expires_at__gt=at)


def _faults(email: str, roles: Sequence[tuple[str, str]], language: str) -> list[Fault]:
    faults = []
    try:
        validate_email(email)
    except ValidationError:
        faults.append(Fault("", 0, "email", email, _("This is no e-mail address.")))
    if has_account(email):
        said = _("This address has an account: give the role on that person's page.")
        faults.append(Fault("", 0, "email", email, said))
    if not roles:
        faults.append(Fault("", 0, "role", "", _("Choose a role.")))
    if language not in dict(settings.LANGUAGES):
        faults.append(Fault("", 0, "language", language, _("There is no such language.")))
    for role, geoid in roles:
        faults += faults_of_role(role, geoid)
    return faults
