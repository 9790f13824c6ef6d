"""Roles are given and ended, people shut out and let in, and each act leaves a trace."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.test import Client
from django.utils import timezone

from jurisdictions.models import Act, Person, Role
from jurisdictions.record.faults import Refused
from jurisdictions.record.own_account import leave
from jurisdictions.record.people.people import actor_of
from jurisdictions.record.people.permissions import Actor, NotAllowed
from jurisdictions.record.people.roles import LastAdministrator, end_role, give_role
from jurisdictions.record.people.sessions import sweep_sessions
from jurisdictions.record.people.suspending import (
    remove_second_factors,
    resume_person,
    suspend_person,
)
from tests.people import (
    PASSWORD,
    acting,
    administrator,
    give_second_factor,
    illinois_contributor,
    illinois_reviewer,
    make_person,
    sign_in,
)
from tests.people import (
    give_role as grant,
)

pytestmark = pytest.mark.usefixtures("shipped")
AT = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def by() -> Actor:
    return acting(administrator())


def test_a_role_is_given_once_and_ended_with_a_trace(by: Actor) -> None:
    person = make_person("")
    role = give_role(person=person.pk, role="editor", geoid="17031", by=by, at=AT)
    assert give_role(person=person.pk, role="editor", geoid="17031", by=by, at=AT) == role
    assert acting(person).roles == {("editor", "17031")}
    end_role(role=role, by=by, at=AT)
    assert acting(person).roles == set()
    kept = Role.objects.get(pk=role)
    assert (kept.given_by, kept.given_at, kept.ended_by, kept.ended_at) == (
        *(by.name, AT),
        *(by.name, AT),
    )


def test_a_role_that_ended_can_be_given_again(by: Actor) -> None:
    person = make_person("")
    first = give_role(person=person.pk, role="editor", geoid="17", by=by, at=AT)
    end_role(role=first, by=by, at=AT)
    end_role(role=first, by=by, at=AT)
    assert give_role(person=person.pk, role="editor", geoid="17", by=by, at=AT) != first
    assert Role.objects.filter(person=person).count() == 2


@pytest.mark.parametrize(("role", "geoid"), [("king", "17"), ("editor", "99"), ("editor", "")])
def test_a_role_or_region_that_there_is_not_is_refused(by: Actor, role: str, geoid: str) -> None:
    person = make_person("")
    with pytest.raises((Refused, NotAllowed)):
        give_role(person=person.pk, role=role, geoid=geoid, by=by, at=AT)


def test_the_last_administrator_stays(by: Actor) -> None:
    own = Role.objects.get(person_id=by.person_id)
    with pytest.raises(LastAdministrator):
        end_role(role=own.pk, by=by, at=AT)
    other = make_person("administrator", "US")
    suspend_person(person=other.pk, reason="lost the device", by=by, at=AT)
    with pytest.raises(LastAdministrator):
        end_role(role=own.pk, by=by, at=AT)
    resume_person(person=other.pk, reason="found it", by=by, at=AT)
    end_role(role=own.pk, by=by, at=AT)
    with pytest.raises(LastAdministrator):
        end_role(role=Role.objects.get(person=other).pk, by=acting(other), at=AT)


def test_an_administrator_of_a_state_is_no_administrator_of_the_rest(by: Actor) -> None:
    grant(Person.objects.get(pk=by.person_id), "administrator", "17")
    local = make_person("administrator", "17")
    with pytest.raises(LastAdministrator):
        end_role(role=Role.objects.get(person_id=by.person_id, geoid="US").pk, by=by, at=AT)
    with pytest.raises(NotAllowed):
        give_role(person=local.pk, role="editor", geoid="48", by=acting(local), at=AT)
    give_role(person=local.pk, role="editor", geoid="17031", by=acting(local), at=AT)


def test_only_who_keeps_all_of_their_regions_suspends_somebody() -> None:
    local = acting(make_person("administrator", "17"))
    both = make_person("editor", "17")
    grant(both, "editor", "48")
    nobody = make_person("")
    for person in (both, nobody):
        with pytest.raises(NotAllowed):
            suspend_person(person=person.pk, reason="why", by=local, at=AT)
    suspend_person(person=illinois_contributor().pk, reason="why", by=local, at=AT)


def test_who_is_suspended_is_signed_out_everywhere_at_once(by: Actor) -> None:
    person = illinois_reviewer()
    desk, phone = sign_in(Client(), person), sign_in(Client(), person)
    assert (
        desk.get("/secure-communities/desk/").status_code
        == phone.get("/secure-communities/desk/").status_code
        == 200
    )
    suspend_person(person=person.pk, reason="a reason", by=by, at=AT)
    assert actor_of(person.account_id) is None
    for browser in (desk, phone):
        assert browser.get("/secure-communities/desk/")["Location"].startswith("/account/login/")
    told = Act.objects.get(person=person)
    assert (told.kind, told.reason, told.done_by) == ("suspended", "a reason", by.name)


def test_who_is_let_in_again_has_the_roles_from_before(by: Actor) -> None:
    person = illinois_reviewer()
    suspend_person(person=person.pk, reason="a reason", by=by, at=AT)
    suspend_person(person=person.pk, reason="twice", by=by, at=AT)
    resume_person(person=person.pk, reason="settled", by=by, at=AT)
    resume_person(person=person.pk, reason="twice", by=by, at=AT)
    assert acting(Person.objects.get(pk=person.pk)).roles == {("reviewer", "17")}
    assert [act.reason for act in person.acts.all()] == ["settled", "a reason"]


def test_suspending_says_why_and_is_not_for_oneself(by: Actor) -> None:
    administrator_too = make_person("administrator", "US")
    with pytest.raises(Refused):
        suspend_person(person=administrator_too.pk, reason=" ", by=by, at=AT)
    with pytest.raises(Refused):
        suspend_person(person=by.person_id, reason="why", by=by, at=AT)


def test_lost_second_factors_are_removed_and_must_be_set_up_again(by: Actor) -> None:
    person = illinois_reviewer()
    browser = sign_in(Client(), person)
    remove_second_factors(person=person.pk, reason="lost phone", by=by, at=AT)
    assert not Authenticator.objects.filter(user=person.account_id).exists()
    assert browser.get("/secure-communities/desk/").status_code == 302
    assert sign_in(Client(), person).get("/secure-communities/desk/")["Location"] == "/account/2fa/"
    give_second_factor(person)
    assert sign_in(Client(), person).get("/secure-communities/desk/").status_code == 200
    with pytest.raises(Refused):
        remove_second_factors(person=by.person_id, reason="mine", by=by, at=AT)


def test_nobody_else_keeps_people() -> None:
    reviewer, person = acting(illinois_reviewer()), illinois_contributor()
    role = Role.objects.get(person=person).pk
    for act in (
        lambda: give_role(person=person.pk, role="editor", geoid="17", by=reviewer, at=AT),
        lambda: end_role(role=role, by=reviewer, at=AT),
        lambda: suspend_person(person=person.pk, reason="why", by=reviewer, at=AT),
        lambda: resume_person(person=person.pk, reason="why", by=reviewer, at=AT),
        lambda: remove_second_factors(person=person.pk, reason="why", by=reviewer, at=AT),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_the_command_line_shuts_out_no_last_administrator_either(by: Actor) -> None:
    command = Actor(0, "command (root)", frozenset({("administrator", "US")}))
    with pytest.raises(LastAdministrator):
        suspend_person(person=by.person_id, reason="why", by=command, at=AT)


def test_who_left_holds_no_role_and_cannot_be_suspended(by: Actor) -> None:
    person = illinois_contributor()
    leave(by=acting(person), at=AT)
    with pytest.raises(Refused):
        give_role(person=person.pk, role="editor", geoid="17", by=by, at=AT)
    with pytest.raises(Refused):
        suspend_person(person=person.pk, reason="why", by=by, at=AT)


def test_the_sessions_of_who_is_suspended_are_gone_and_do_not_come_back(by: Actor) -> None:
    person = illinois_contributor()
    assert person.account is not None
    browser = Client()
    browser.post("/account/login/", {"login": person.account.email, "password": PASSWORD})
    assert browser.get("/secure-communities/desk/").status_code == 200
    suspend_person(person=person.pk, reason="why", by=by, at=AT)
    resume_person(person=person.pk, reason="why", by=by, at=AT)
    assert browser.get("/secure-communities/desk/").status_code == 302
    assert not UserSession.objects.filter(user=person.account).exists()


def test_sessions_that_ran_out_are_swept_with_what_lists_them() -> None:
    person = illinois_contributor()
    assert person.account is not None
    browser = Client()
    browser.post("/account/login/", {"login": person.account.email, "password": PASSWORD})
    assert sweep_sessions(at=timezone.now()) == 0
    assert browser.get("/secure-communities/desk/").status_code == 200
    assert sweep_sessions(at=timezone.now() + timedelta(days=15)) == 1
    assert not UserSession.objects.exists()
    assert browser.get("/secure-communities/desk/").status_code == 302
