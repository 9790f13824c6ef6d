"""The cast: people with a role in a region, and how a test signs them in."""

from __future__ import annotations

from itertools import count
from time import time

from allauth.account.internal.userkit import user_id_to_str
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from jurisdictions.models import Person, Role
from jurisdictions.record.people.people import actor_of
from jurisdictions.record.people.permissions import NEEDS_SECOND_FACTOR, Actor

PASSWORD = "an atlas kept by many hands"
TOTP_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
_numbers = count(1)


def make_person(
    role: str = "contributor",
    geoid: str = "17",
    *,
    name: str = "",
    email: str = "",
    language: str = "en",
    second_factor: bool | None = None,
) -> Person:
    """A person with an account, and a role in a region unless `role` is "".

    `second_factor`: whether they have set one up; None means as their role needs.
    """
    number = next(_numbers)
    email = email or f"person-{number}@example.org"
    user = User.objects.create_user(f"person-{number}", email, PASSWORD)
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    person = Person.objects.create(
        account=user,
        name=name or f"{role or 'Somebody'} {number}".capitalize(),
        language=language,
        joined_at=timezone.now(),
    )
    if role:
        give_role(person, role, geoid)
    if second_factor or (second_factor is None and role in NEEDS_SECOND_FACTOR):
        give_second_factor(person)
    return person


def give_role(person: Person, role: str, geoid: str) -> Role:
    """One more role for somebody."""
    return Role.objects.create(
        person=person, role=role, geoid=geoid, given_at=timezone.now(), given_by="the tests"
    )


def give_second_factor(person: Person) -> Authenticator:
    """An authenticator app whose secret is TOTP_SECRET."""
    return TOTP.activate(person.account, TOTP_SECRET).instance


def sign_in(client: Client, person: Person, *, recently: bool = True) -> Client:
    """Sign a person in, second factor and all; `recently`: asked for the password just now."""
    assert isinstance(person.account, User)
    client.force_login(person.account)
    session = client.session
    session["account_authentication_methods"] = [
        {"method": "password", "at": time() - (0 if recently else 86_400), "reauthenticated": True}
    ]
    session["account_authentication_methods_user"] = user_id_to_str(person.account)
    session.save()
    return client


def acting(person: Person) -> Actor:
    """The person as the functions of `record` take them: `by=acting(person)`."""
    actor = actor_of(person.account_id)
    assert actor is not None
    return actor


def visitor() -> Client:
    """A browser that nobody signed in with."""
    return Client()


def illinois_contributor() -> Person:
    """Proposes in Illinois."""
    return make_person("contributor", "17", name="Ines Contreras")


def illinois_editor() -> Person:
    """Proposes in Illinois and puts small things right."""
    return make_person("editor", "17", name="Edwin Marsh")


def illinois_reviewer() -> Person:
    """Decides in Illinois."""
    return make_person("reviewer", "17", name="Rosa Villanueva")


def texas_reviewer() -> Person:
    """Decides in Texas: out of the region in stories of Illinois."""
    return make_person("reviewer", "48", name="Tomas Hale")


def national_reviewer() -> Person:
    """Decides everywhere."""
    return make_person("reviewer", "US", name="Noor Whitfield")


def administrator() -> Person:
    """Keeps people, roles and programs."""
    return make_person("administrator", "US", name="Ada Okafor")
