"""All that is kept of somebody with an account, to be taken along: docs/privacy.md, as rows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.db.models import Model, Q, QuerySet

from jurisdictions import models

SECRETS = frozenset(
    {
        *("auth.User.password", "mfa.Authenticator.data", "usersessions.UserSession.session_key"),
        *("sessions.Session.session_key", "sessions.Session.session_data"),
        *("jurisdictions.Token.secret_hash", "jurisdictions.Token.form"),
        "jurisdictions.Invitation.secret_hash",
    }
)
"""What lets somebody in, or would help to: nobody needs it elsewhere, and files get lost."""

OF_PERSON: tuple[tuple[type[Model], tuple[str, ...]], ...] = (
    (models.Role, ("person",)),
    (models.Token, ("person",)),
    (models.Sending, ("person",)),
    (models.Claim, ("person",)),
    (models.Draft, ("person",)),
    (models.Interest, ("person",)),
    (models.MailPace, ("person",)),
    (models.RememberedShape, ("person",)),
    (models.SavedView, ("person",)),
    (models.Invitation, ("accepted_by",)),
    (models.Proposal, ("made_by", "decided_by")),
    (models.Remark, ("made_by",)),
    (models.SourceFile, ("added_by", "shown_by", "removed_by")),
    (models.Watch, ("begun_by",)),
    (models.Upload, ("made_by",)),
    (models.Tip, ("ended_by",)),
    (models.Reply, ("decided_by", "withdrawn_by")),
)
"""Tables with the columns that name a person."""

Row = dict[str, Any]


def own_data(person: int) -> dict[str, list[Row]]:
    """The rows about a person, by table: texts, numbers, days, and lists and dicts of these.

    Raises Person.DoesNotExist.
    """
    found = models.Person.objects.get(pk=person)
    rows: dict[str, list[Row]] = {}
    for table in (*_of_account(found.account_id or 0), *_of_person(found), *_by_name(found)):
        label = table.model._meta.label
        rows[label] = list(table.order_by("pk").values(*_told(table.model)))
    return rows


def _told(model: type[Model]) -> list[str]:
    names = [field.attname for field in model._meta.concrete_fields]
    return [name for name in names if f"{model._meta.label}.{name}" not in SECRETS]


def _of_account(account: int) -> Iterable[QuerySet[Any]]:
    sessions = UserSession.objects.filter(user_id=account)
    keys = list(sessions.values_list("session_key", flat=True))
    return (
        User.objects.filter(pk=account),
        EmailAddress.objects.filter(user_id=account),
        Authenticator.objects.filter(user_id=account),
        sessions,
        Session.objects.filter(session_key__in=keys),
    )


def _of_person(person: models.Person) -> Iterable[QuerySet[Any]]:
    yield models.Person.objects.filter(pk=person.pk)
    for model, fields in OF_PERSON:
        mine = Q(*((field, person) for field in fields), _connector=Q.OR)
        yield model._default_manager.filter(mine)


def _by_name(person: models.Person) -> Iterable[QuerySet[Any]]:
    """Where the name stands itself; of invitations of others it tells nothing of them."""
    yield models.Act.objects.filter(Q(person=person) | Q(done_by=person.name))
    yield models.Change.objects.filter(made_by=person.name)
    yield models.Edition.objects.filter(published_by=person.name)
    yield models.Job.objects.filter(
        Q(asked_by=person.name) | Q(kind="mail", arguments__person=person.pk)
    )
