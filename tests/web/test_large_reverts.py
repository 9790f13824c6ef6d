"""Reverting many facts: confirmed in numbers, carried out by the worker, told on a page."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from jurisdictions import tasks
from jurisdictions.models import Activation, Change, Edition, Job, Person, Role
from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.proposing import revert_jobs as jobs
from jurisdictions.record.proposing.reviews import accept_proposal
from jurisdictions.web.desk.reverts import view as page
from tests.people import acting, make_person, sign_in
from tests.record.wishing import KANE, NOON, corrected, proposed
from tests.web.writing import words

pytestmark = pytest.mark.usefixtures("shipped")

COOK = "activation:17031"
WHY = "The list was of another year."


@pytest.fixture(autouse=True)
def two_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two facts are already too many to wait for."""
    for module in (jobs, page):
        monkeypatch.setattr(module, "AT_ONCE", 1)


@pytest.fixture
def author() -> Actor:
    return acting(make_person("contributor", "17"))


@pytest.fixture
def reviewer() -> Person:
    return make_person("reviewer", "17")


@pytest.fixture
def change(author: Actor, reviewer: Person) -> int:
    """A change of two facts."""
    day = {"activated_on": "2010-01-05"}
    wishes = (corrected(KANE, **day), corrected(COOK, **day))
    number = proposed(author, *wishes)
    return accept_proposal(proposal=number, revision=1, by=acting(reviewer), at=NOON).change_id


@pytest.fixture
def client(reviewer: Person) -> Client:
    return sign_in(Client(), reviewer)


def address(change: int) -> str:
    return f"/secure-communities/desk/changes/{change}/revert/"


def asked(client: Client, change: int, **typed: str) -> Any:
    return client.post(address(change), {"reason": WHY, "confirm": "2", **typed})


def worked(told: list[float] | None = None) -> Job:
    """The worker takes the job and does it."""
    job = Job.objects.get(kind=jobs.KIND)
    tasks.KINDS[jobs.KIND](job.arguments, (told if told is not None else []).append)
    job.refresh_from_db()
    return job


def days() -> set[str]:
    found = Activation.objects.current().filter(geoid__in=["17031", "17089"])
    return {str(one.activated_on) for one in found}


@pytest.mark.postgresql
def test_the_page_says_how_many_and_asks_for_the_number(client: Client, change: int) -> None:
    said = words(client.get(address(change)))
    assert "This change touched 2 facts." in said
    assert "To confirm, type how many facts it touches: 2" in said


@pytest.mark.parametrize("typed", ["", "3", "two", "-2", "22", "0"])
def test_without_the_number_nothing_is_asked_and_nothing_lost(
    client: Client, change: int, typed: str
) -> None:
    answer = asked(client, change, confirm=typed)
    assert answer.status_code == 400
    assert WHY in answer.text
    assert 'href="#id_confirm"' in answer.text
    assert not Job.objects.filter(kind=jobs.KIND).exists()


def test_without_a_reason_nothing_is_asked(client: Client, change: int) -> None:
    answer = asked(client, change, reason="  ")
    assert answer.status_code == 400
    assert 'href="#id_reason"' in answer.text
    assert not Job.objects.filter(kind=jobs.KIND).exists()


@pytest.mark.parametrize("typed", ["2", " 2 ", "2."])
def test_the_number_may_be_written_as_people_write_it(
    client: Client, change: int, typed: str
) -> None:
    assert asked(client, change, confirm=typed).status_code == 303


@pytest.mark.postgresql
def test_the_worker_does_it_and_the_page_tells_what_came_of_it(client: Client, change: int) -> None:
    assert days() == {"2010-01-05"}
    job_page = asked(client, change)["Location"]
    waits = client.get(job_page)
    assert "It waits for its turn." in words(waits)
    assert client.get(f"{job_page}state.json").json()["open"] is True
    assert days() == {"2010-01-05"}, "nothing is done while the page is answered"
    told: list[float] = []
    worked(told)
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0.0, 1.0)
    assert "2010-01-05" not in days()
    Job.objects.filter(kind=jobs.KIND).update(
        status="done", finished_at=NOON, started_at=NOON, attempts=1, lease_until=None
    )
    done = words(client.get(job_page))
    edition = Edition.objects.latest("number").number
    assert f"2 facts stand as before, published as edition {edition}." in done
    assert "differently now" in done
    assert client.get(f"{job_page}state.json").json()["open"] is False
    assert Change.objects.latest("pk").reason == f"Reverts change {change}: {WHY}"


def test_done_twice_it_is_done_once(client: Client, change: int) -> None:
    asked(client, change)
    first = worked().result
    latest = Change.objects.latest("pk").pk
    assert worked().result == first
    assert Change.objects.latest("pk").pk == latest


def test_what_was_changed_meanwhile_is_told_and_nothing_done(
    client: Client, change: int, author: Actor, reviewer: Person
) -> None:
    asked(client, change)
    number = proposed(author, corrected(KANE, activated_on="2010-01-07"))
    accept_proposal(proposal=number, revision=1, by=acting(reviewer), at=NOON)
    latest = Change.objects.latest("pk").pk
    assert worked().result == {
        "refused": ["The record was changed since: look at both and decide."]
    }
    assert Change.objects.latest("pk").pk == latest


@pytest.mark.postgresql
def test_who_lost_the_role_meanwhile_reverts_nothing(
    client: Client, change: int, reviewer: Person
) -> None:
    asked(client, change)
    Role.objects.filter(person=reviewer).update(ended_at=timezone.now(), ended_by="Ada")
    assert worked().result == {"not_allowed": True}
    assert days() == {"2010-01-05"}


def test_a_change_that_cannot_be_reverted_is_told_as_any_other(
    client: Client, change: int, author: Actor, reviewer: Person
) -> None:
    number = proposed(author, corrected(KANE, activated_on="2010-01-07"))
    accept_proposal(proposal=number, revision=1, by=acting(reviewer), at=NOON)
    said = words(client.get(address(change)))
    assert "Some of its facts were changed since." in said
    together = client.get(f"{address(change)}?seen={Change.objects.latest('pk').pk}")
    assert "This change touched 2 facts." in words(together)


def test_nobody_else_sees_the_job(client: Client, change: int) -> None:
    job_page = asked(client, change)["Location"]
    other = sign_in(Client(), make_person("reviewer", "17"))
    assert other.get(job_page).status_code == 404
    assert other.get(f"{job_page}state.json").status_code == 404
