"""Take an invitation: an account, a person with a name, the roles that were offered."""

from __future__ import annotations

import secrets
from datetime import datetime

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from jurisdictions.models import Invitation, Person, Role
from jurisdictions.models.role import hash_of
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.people.invitations import has_account
from jurisdictions.record.people.names import fault_of_name, tidy_name


class InvitationOver(Exception):
    """The link is worth nothing: `why` is unknown, used, withdrawn or expired."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(why)


@transaction.atomic
def accept_invitation(*, secret: str, name: str, password: str, language: str, at: datetime) -> int:
    """Make the account and the person, with the roles offered; answers the account's id.

    Raises InvitationOver, Refused with a fault for each field.
    """
    found = _locked(secret, at)
    name = tidy_name(name)
    if faults := faults_of_account(found.email, name, password, language):
        raise Refused(faults)
    try:
        with transaction.atomic():
            account = _account(found.email, password)
            person = Person.objects.create(
                account=account, name=name, language=language, joined_at=at
            )
    except IntegrityError:
        said = _("Somebody is known by this name already: choose another.")
        raise Refused([Fault("", 0, "name", name, said)]) from None
    for role, geoid in found.roles:
        Role.objects.create(
            person=person, role=role, geoid=geoid, given_at=at, given_by=found.invited_by
        )
    found.accepted_at, found.accepted_by = at, person
    found.save(update_fields=["accepted_at", "accepted_by"])
    return account.pk


def _locked(secret: str, at: datetime) -> Invitation:
    found = Invitation.objects.select_for_update().filter(secret_hash=hash_of(secret)).first()
    if found is None:
        raise InvitationOver("unknown")
    if why := found.over(at):
        raise InvitationOver(why)
    return found


def _account(email: str, password: str) -> User:
    # Django's accounts need a name to sign in by; here it is never asked for nor shown.
    account = User.objects.create_user(f"account-{secrets.token_hex(8)}", email, password)
    EmailAddress.objects.create(user=account, email=email, verified=True, primary=True)
    return account


def faults_of_account(email: str, name: str, password: str, language: str) -> list[Fault]:
    """What is wrong with what somebody chose for a new account."""
    name, faults = tidy_name(name), []
    if why := fault_of_name(name):
        faults.append(Fault("", 0, "name", name, why))
    if language not in dict(settings.LANGUAGES):
        faults.append(Fault("", 0, "language", language, _("There is no such language.")))
    if has_account(email):
        faults.append(Fault("", 0, "", email, _("This address has an account: sign in.")))
    try:
        validate_password(password, User(email=email, username=email))
    except ValidationError as weak:
        faults += [Fault("", 0, "password", "", said) for said in weak.messages]
    return faults
