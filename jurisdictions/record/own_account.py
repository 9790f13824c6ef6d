"""What people change of themselves, and how they leave."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from jurisdictions.models import (
    Claim,
    Draft,
    Interest,
    Invitation,
    MailPace,
    Person,
    RememberedShape,
    Role,
    SavedView,
    Upload,
)
from jurisdictions.record.evidence.attaching import forget_unsent
from jurisdictions.record.faults import Fault, Refused
from jurisdictions.record.jobs.mails import forget_mails
from jurisdictions.record.people.names import fault_of_name, pseudonym, rename, tidy_name
from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.people.roles import LastAdministrator, administrators_locked
from jurisdictions.record.people.sessions import sign_out_everywhere
from jurisdictions.record.people.tokens import forget_tokens
from jurisdictions.record.uploads.files import delete_later


@transaction.atomic
def change_own(*, name: str, language: str, wants_mail: bool, by: Actor) -> None:
    """Change one's name, everywhere that it is shown, one's language and what mail one gets.

    Raises Refused.
    """
    person = Person.objects.select_for_update().get(pk=by.person_id)
    name = tidy_name(name)
    faults = []
    if why := fault_of_name(name, own=person.name):
        faults.append(Fault("", 0, "name", name, why))
    if language not in dict(settings.LANGUAGES):
        faults.append(Fault("", 0, "language", language, _("There is no such language.")))
    if faults:
        raise Refused(faults)
    if name != person.name:
        rename(person, name)
    person.language, person.wants_mail = language, wants_mail
    person.save(update_fields=["language", "wants_mail"])


@transaction.atomic
def leave(*, by: Actor, at: datetime) -> str:
    """Delete the account; what the person did stays, under a pseudonym, which is answered.

    Raises LastAdministrator.
    """
    administrators = administrators_locked()
    person = Person.objects.select_for_update().get(pk=by.person_id)
    if administrators == {person.pk}:
        raise LastAdministrator
    account_id = person.account_id
    rename(person, pseudonym())
    held = Role.objects.filter(person=person, ended_at=None)
    held.update(ended_at=at, ended_by=person.name)
    Invitation.objects.filter(accepted_by=person).update(email="")
    _forget_uploads(person)
    forget_unsent(person.pk)
    Draft.objects.filter(person=person).delete()
    RememberedShape.objects.filter(person=person).delete()
    forget_tokens(person.pk)
    forget_mails(person.pk)
    Claim.objects.filter(person=person).delete()
    SavedView.objects.filter(person=person).delete()
    MailPace.objects.filter(person=person).delete()
    Interest.objects.filter(person=person).delete()
    sign_out_everywhere(account_id)
    person.account, person.left_at = None, at
    person.save(update_fields=["account", "left_at"])
    User.objects.filter(pk=account_id or 0).delete()
    return person.name


def _forget_uploads(person: Person) -> None:
    """Files that were never proposed, or not whole, concern nobody else."""
    uploads = Upload.objects.filter(made_by=person, finished_at=None)
    for upload in uploads:
        delete_later(upload.file)
    uploads.delete()
