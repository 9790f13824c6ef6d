"""Shut somebody out and let them in again; remove second factors that somebody lost."""

from __future__ import annotations

from datetime import datetime

from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from jurisdictions.models import Act, ActKind, Person, Role
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.people.regions import demand_people
from jurisdictions.record.people.roles import LastAdministrator, administrators_locked
from jurisdictions.record.people.sessions import sign_out_everywhere
from jurisdictions.record.public_words import missing, tidy


@transaction.atomic
def suspend_person(*, person: int, reason: str, by: Actor, at: datetime) -> None:
    """Shut somebody out: signed out everywhere at once; their roles wait for them.

    Raises NotAllowed, Refused, LastAdministrator.
    """
    administrators = administrators_locked()
    found = _locked(person, by)
    if found.pk == by.person_id:
        raise Refused([Fault("", 0, "", found.name, _("You cannot suspend yourself."))])
    if found.suspended_at is not None:
        return
    if administrators == {found.pk}:
        raise LastAdministrator
    _note(found, ActKind.SUSPENDED, reason, by, at)
    found.suspended_at = at
    found.save(update_fields=["suspended_at"])
    # An account that is not active has no session that counts, whatever its cookie says.
    User.objects.filter(person=found).update(is_active=False)
    sign_out_everywhere(found.account_id)


@transaction.atomic
def resume_person(*, person: int, reason: str, by: Actor, at: datetime) -> None:
    """Let somebody in again, with the roles that they hold. Raises NotAllowed, Refused."""
    found = _locked(person, by)
    if found.suspended_at is None:
        return
    _note(found, ActKind.RESUMED, reason, by, at)
    found.suspended_at = None
    found.save(update_fields=["suspended_at"])
    User.objects.filter(person=found).update(is_active=True)


@transaction.atomic
def remove_second_factors(*, person: int, reason: str, by: Actor, at: datetime) -> None:
    """For somebody who lost them: the next sign-in asks for the password only, then for new ones.

    Raises NotAllowed, Refused.
    """
    found = _locked(person, by)
    if found.pk == by.person_id:
        said = _("Change your own second factors on your account's page.")
        raise Refused([Fault("", 0, "", found.name, said)])
    _note(found, ActKind.FACTORS_REMOVED, reason, by, at)
    Authenticator.objects.filter(user_id=found.account_id).delete()
    sign_out_everywhere(found.account_id)


def _locked(person: int, by: Actor) -> Person:
    """The person, whom the actor must be allowed to keep in every region where they hold a role."""
    found = Person.objects.select_for_update().get(pk=person)
    held = Role.objects.filter(person=found, ended_at=None).values_list("geoid", flat=True)
    demand_people(by, held)
    if found.account_id is None:
        raise Refused([Fault("", 0, "", found.name, _("has left: there is no account any more."))])
    return found


def _note(person: Person, kind: ActKind, reason: str, by: Actor, at: datetime) -> None:
    reason = tidy(reason)
    if faults := missing("reason", reason, _("Say why: it is kept with the act.")):
        raise Refused(faults)
    Act.objects.create(kind=kind, person=person, reason=reason, done_at=at, done_by=by.name)
