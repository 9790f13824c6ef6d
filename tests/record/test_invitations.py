"""An account is offered to an address, for two weeks, and taken once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from allauth.account.models import EmailAddress

from jurisdictions.models import Invitation, Person, Role
from jurisdictions.record.faults import Refused
from jurisdictions.record.people import joining
from jurisdictions.record.people.invitations import invite, renew_invitation, withdraw_invitation
from jurisdictions.record.people.joining import InvitationOver, accept_invitation
from jurisdictions.record.people.permissions import Actor, NotAllowed
from tests.people import PASSWORD, acting, administrator, illinois_reviewer, make_person

pytestmark = pytest.mark.usefixtures("shipped")
AT = datetime(2026, 3, 1, 12, tzinfo=UTC)
ROLES = [("contributor", "17"), ("reviewer", "17031")]


@pytest.fixture
def by() -> Actor:
    return acting(administrator())


def accept(secret: str, at: datetime = AT, **other: str) -> int:
    said = {"name": "Ines Contreras", "password": PASSWORD, "language": "es", **other}
    return accept_invitation(secret=secret, at=at, **said)


def columns_refused(refused: pytest.ExceptionInfo[Refused]) -> set[str]:
    return {fault.column for fault in refused.value.faults}


def test_who_accepts_gets_an_account_a_name_and_the_roles_offered(by: Actor) -> None:
    invited = invite(email="Ines@Example.org ", roles=ROLES, by=by, at=AT)
    account = accept(invited.secret)
    person = Person.objects.get(account=account)
    assert (person.name, person.language) == ("Ines Contreras", "es")
    assert EmailAddress.objects.get(user=account).email == "ines@example.org"
    assert EmailAddress.objects.get(user=account).verified
    held = Role.objects.filter(person=person).values_list("role", "geoid", "given_by")
    assert set(held) == {(role, geoid, by.name) for role, geoid in ROLES}
    assert Invitation.objects.get().accepted_by == person


def test_only_a_hash_of_the_secret_is_kept(by: Actor) -> None:
    invited = invite(email="a@example.org", roles=ROLES, by=by, at=AT)
    kept = Invitation.objects.filter(pk=invited.invitation_id).values().get()
    assert len(invited.secret) > 40
    assert not any(invited.secret in str(value) for value in kept.values())


def test_a_link_works_once(by: Actor) -> None:
    invited = invite(email="a@example.org", roles=ROLES, by=by, at=AT)
    accept(invited.secret)
    with pytest.raises(InvitationOver) as over:
        accept(invited.secret, name="Somebody Else")
    assert over.value.why == "used"


def test_a_link_works_for_two_weeks(by: Actor) -> None:
    first = invite(email="a@example.org", roles=ROLES, by=by, at=AT)
    accept(first.secret, at=AT + timedelta(days=14) - timedelta(seconds=1))
    late = invite(email="b@example.org", roles=ROLES, by=by, at=AT)
    with pytest.raises(InvitationOver) as over:
        accept(late.secret, at=AT + timedelta(days=14), name="Late")
    assert over.value.why == "expired"


def test_a_withdrawn_or_unknown_link_is_worth_nothing(by: Actor) -> None:
    invited = invite(email="a@example.org", roles=ROLES, by=by, at=AT)
    withdraw_invitation(invitation=invited.invitation_id, by=by, at=AT)
    for secret, why in ((invited.secret, "withdrawn"), ("guessed", "unknown")):
        with pytest.raises(InvitationOver) as over:
            accept(secret)
        assert over.value.why == why
    assert not Person.objects.filter(name="Ines Contreras").exists()


def test_inviting_an_address_again_replaces_the_open_invitation(by: Actor) -> None:
    first = invite(email="a@example.org", roles=ROLES, by=by, at=AT)
    second = invite(email="A@example.org", roles=ROLES[:1], by=by, at=AT)
    with pytest.raises(InvitationOver):
        accept(first.secret)
    accept(second.secret)
    assert Role.objects.filter(person__name="Ines Contreras").count() == 1


def test_a_renewed_invitation_has_another_link_and_another_fortnight(by: Actor) -> None:
    first = invite(email="a@example.org", roles=ROLES, language="es", by=by, at=AT)
    later = AT + timedelta(days=20)
    second = renew_invitation(invitation=first.invitation_id, by=by, at=later)
    assert second.secret != first.secret
    assert second.language == "es"
    accept(second.secret, at=later + timedelta(days=13))
    with pytest.raises(Refused):
        renew_invitation(invitation=second.invitation_id, by=by, at=later)


def test_an_address_with_an_account_is_not_invited(by: Actor) -> None:
    make_person(email="has@example.org")
    with pytest.raises(Refused) as refused:
        invite(email="HAS@example.org", roles=ROLES, by=by, at=AT)
    assert columns_refused(refused) == {"email"}


@pytest.mark.parametrize(
    ("wrong", "column"),
    [
        ({"email": "nobody"}, "email"),
        ({"roles": []}, "role"),
        ({"roles": [("king", "17")]}, "role"),
        ({"roles": [("editor", "99")]}, "region"),
        ({"roles": [("editor", "17999")]}, "region"),
        ({"language": "fr"}, "language"),
    ],
)
def test_what_is_wrong_with_an_invitation_is_said_field_by_field(
    by: Actor, wrong: dict[str, object], column: str
) -> None:
    offered = {"email": "a@example.org", "roles": ROLES, "language": "en", **wrong}
    with pytest.raises(Refused) as refused:
        invite(**offered, by=by, at=AT)  # type: ignore[arg-type]
    assert columns_refused(refused) == {column}


@pytest.mark.parametrize(
    ("wrong", "column"),
    [
        ({"name": " "}, "name"),
        ({"name": "1234"}, "name"),
        ({"name": "x" * 81}, "name"),
        ({"name": "Former contributor 1A2B"}, "name"),
        ({"name": "the  TESTS"}, "name"),
        ({"password": "eleven char"}, "password"),
        ({"password": "qwerty123456"}, "password"),
        ({"password": "893475938475"}, "password"),
        ({"password": "ines.contreras@example.org"}, "password"),
        ({"language": "fr"}, "language"),
    ],
)
def test_what_is_wrong_with_a_new_account_is_said_field_by_field(
    by: Actor, wrong: dict[str, str], column: str
) -> None:
    invited = invite(email="ines.contreras@example.org", roles=ROLES, by=by, at=AT)
    with pytest.raises(Refused) as refused:
        accept(invited.secret, **wrong)
    assert columns_refused(refused) == {column}
    accept(invited.secret)


def test_nobody_takes_a_name_that_could_be_taken_for_another(by: Actor) -> None:
    make_person(name="José Ángel Ruiz")
    invited = invite(email="a@example.org", roles=ROLES, by=by, at=AT)
    for name in ("José Ángel Ruiz", "jose angel ruiz", "Jose\u200b Angel  Ruiz"):
        with pytest.raises(Refused) as refused:
            accept(invited.secret, name=name)
        assert columns_refused(refused) == {"name"}


def test_an_administrator_of_a_state_invites_for_that_state_only() -> None:
    by = acting(make_person("administrator", "17"))
    invite(email="a@example.org", roles=[("reviewer", "17031")], by=by, at=AT)
    for roles in ([("reviewer", "48")], [("reviewer", "US")], [*ROLES, ("editor", "48201")]):
        with pytest.raises(NotAllowed):
            invite(email="b@example.org", roles=roles, by=by, at=AT)


def test_nobody_else_invites_renews_or_withdraws(by: Actor) -> None:
    invited = invite(email="a@example.org", roles=ROLES, by=by, at=AT)
    reviewer = acting(illinois_reviewer())
    with pytest.raises(NotAllowed):
        invite(email="b@example.org", roles=ROLES, by=reviewer, at=AT)
    with pytest.raises(NotAllowed):
        renew_invitation(invitation=invited.invitation_id, by=reviewer, at=AT)
    with pytest.raises(NotAllowed):
        withdraw_invitation(invitation=invited.invitation_id, by=reviewer, at=AT)


def test_what_was_taken_cannot_be_taken_back(by: Actor) -> None:
    invited = invite(email="a@example.org", roles=ROLES, by=by, at=AT)
    accept(invited.secret)
    withdraw_invitation(invitation=invited.invitation_id, by=by, at=AT)
    assert Invitation.objects.get().withdrawn_at is None


def test_an_address_that_got_an_account_meanwhile_takes_no_invitation(by: Actor) -> None:
    invited = invite(email="a@example.org", roles=ROLES, by=by, at=AT)
    make_person(email="a@example.org")
    with pytest.raises(Refused) as refused:
        accept(invited.secret)
    assert columns_refused(refused) == {""}


def test_a_name_that_was_taken_at_the_same_moment_is_refused(
    by: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_person(name="Ines Contreras")
    monkeypatch.setattr(joining, "faults_of_account", lambda *said: [])
    invited = invite(email="a@example.org", roles=ROLES, by=by, at=AT)
    with pytest.raises(Refused) as refused:
        accept(invited.secret)
    assert columns_refused(refused) == {"name"}
