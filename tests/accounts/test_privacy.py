"""docs/privacy.md names every field that is kept, and tells what is left when somebody leaves."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.db.models import CharField, GenericIPAddressField, JSONField, Model, Q, TextField
from django.test import Client

from jurisdictions import models
from jurisdictions.operating.logs.paths import without_addresses
from jurisdictions.read.keeping.own_data import own_data
from jurisdictions.read.keeping.signing_in import owners_of
from jurisdictions.record.following.asking import CONFIRM_WITHIN
from jurisdictions.record.own_account import leave
from jurisdictions.record.people.invitations import FORGOTTEN_AFTER, sweep_invitations
from jurisdictions.record.proposing.claims import HELD
from jurisdictions.record.uploads.remembering import DAYS_KEPT
from jurisdictions.web.account.devices import AGE_SECONDS
from tests.people import (
    PASSWORD,
    acting,
    administrator,
    give_second_factor,
    make_person,
    sign_in,
)

PAPER = (Path(settings.BASE_DIR) / "docs" / "privacy.md").read_text("utf-8")
AT = datetime(2026, 3, 1, 12, tzinfo=UTC)
NAME, ADDRESS = "Zenobia Quist", "zenobia.quist@example.org"
DELETED, PSEUDONYM, EMPTIED = "deleted", "pseudonym", "emptied"
NEVER = "never kept"
WORDS = (CharField, TextField, JSONField, GenericIPAddressField)
"""Columns that a name, an address of mail or of a network may stand in."""


class Table(NamedTuple):
    """A line of the table: what is kept there of whom, until when, what leaving does to it."""

    model: str
    until: str
    leaving: str
    fields: frozenset[str]


def tables_of_people() -> dict[str, Table]:
    """The tables that hold something of a person, by the model's label."""
    found = {}
    for line in re.findall(r"^\| `(\w+\.\w+)` \|(.+)\|$", PAPER, re.M):
        _whom, _what, until, leaving, fields = (cell.strip(" `") for cell in line[1].split("|"))
        found[line[0]] = Table(line[0], until, leaving, frozenset(fields.split()))
    return found


def tables_of_nobody() -> dict[str, frozenset[str]]:
    """The tables of which the paper says that they hold nothing of a person."""
    lines = re.findall(r"^- `(\w+\.\w+)`: `([^`]+)`$", PAPER, re.M)
    return {model: frozenset(fields.split()) for model, fields in lines}


def fields_of(model: type[Model]) -> frozenset[str]:
    """The names of the columns of a table."""
    return frozenset(field.name for field in model._meta.get_fields() if field.concrete)


def every_model() -> list[type[Model]]:
    """Those of the tracker and of its libraries; other tests may have models of their own."""
    found = apps.get_models(include_auto_created=True)
    return [one for one in found if not one.__module__.startswith("tests.")]


def lacking(known: dict[str, frozenset[str]]) -> list[str]:
    """What stands on one side alone: of the paper, or of the database."""
    ours = {one._meta.label: fields_of(one) for one in every_model()}
    return sorted(
        f"{label}.{field}"
        for label in {*ours, *known}
        for field in ours.get(label, frozenset({"*"})) ^ known.get(label, frozenset())
    )


def told() -> dict[str, frozenset[str]]:
    """Every table of the paper with its fields."""
    return {**tables_of_nobody(), **{one.model: one.fields for one in tables_of_people().values()}}


def test_every_field_of_every_table_stands_in_the_paper() -> None:
    assert lacking(told()) == []
    assert not tables_of_people().keys() & tables_of_nobody().keys()


def test_a_field_or_a_table_that_the_paper_lacks_is_found() -> None:
    known = told()
    known["jurisdictions.Tip"] -= {"text"}
    del known["jurisdictions.Follower"]
    known["jurisdictions.Gone"] = frozenset({"id"})
    found = lacking(known)
    assert "jurisdictions.Tip.text" in found
    assert "jurisdictions.Follower.address" in found
    assert "jurisdictions.Gone.id" in found


def test_the_times_of_the_paper_are_those_of_the_code() -> None:
    people = tables_of_people()
    assert f"{HELD.seconds // 3600} hours" in people["jurisdictions.Claim"].until
    assert f"{settings.DRAFTS_DAYS} days" in people["jurisdictions.Draft"].until
    assert f"{settings.UPLOADS_DAYS} days" in people["jurisdictions.Upload"].until
    assert f"{DAYS_KEPT} days" in people["jurisdictions.RememberedShape"].until
    assert f"{CONFIRM_WITHIN.days} days" in people["jurisdictions.Follower"].until
    assert f"{FORGOTTEN_AFTER.days} days" in people["jurisdictions.Invitation"].until
    assert timedelta(seconds=settings.SESSION_COOKIE_AGE) == timedelta(weeks=2)
    assert timedelta(seconds=AGE_SECONDS) == timedelta(days=365)


@pytest.mark.usefixtures("shipped")
def test_what_is_left_of_who_leaves_is_what_the_paper_says() -> None:
    person = make_person("administrator", "US", name=NAME, email=ADDRESS, second_factor=False)
    administrator()
    traces = traces_of(person)
    people = tables_of_people()
    expected = {label for label, one in people.items() if one.leaving != "-" and one.until != NEVER}
    assert {row._meta.label for row in traces} == expected
    assert all(mentions(NAME, ADDRESS).values())
    data = own_data(person.pk)
    assert data.keys() == expected
    for row in traces:
        assert row.pk in ids_in(data[row._meta.label], row), row._meta.label
    leave(by=acting(person), at=AT)
    for row in traces:
        stays = type(row)._default_manager.filter(pk=row.pk).exists()
        label = row._meta.label
        assert stays == (people[label].leaving in {PSEUDONYM, EMPTIED}), label
    assert mentions(NAME, ADDRESS) == {NAME: [], ADDRESS: []}


@pytest.mark.django_db
def test_tables_that_never_hold_anything_are_empty_for_who_works_here(client: Client) -> None:
    person = administrator()
    sign_in(client, person).get("/account/")
    for one in tables_of_people().values():
        if one.until == NEVER:
            assert not apps.get_model(one.model)._default_manager.exists(), one.model


@pytest.mark.django_db
def test_where_people_sign_in_from_is_not_kept() -> None:
    make_person(email=ADDRESS)
    signed_in_by_form(REMOTE_ADDR="192.0.2.77")
    assert UserSession.objects.exists()
    assert mentions("192.0.2.77") == {"192.0.2.77": []}


@pytest.mark.django_db
def test_the_address_of_who_did_not_come_is_forgotten() -> None:
    offered = {"invited_at": AT, "invited_by": "somebody", "expires_at": AT}
    lately = AT + FORGOTTEN_AFTER - timedelta(days=1)
    late = AT + FORGOTTEN_AFTER + timedelta(days=1)
    models.Invitation.objects.create(email=ADDRESS, secret_hash="x", **offered)
    taken = models.Invitation.objects.create(
        email="came@example.org", secret_hash="y", accepted_at=AT, **offered
    )
    assert sweep_invitations(at=lately) == 0
    assert sweep_invitations(at=late) == 1
    assert sweep_invitations(at=late) == 0
    assert mentions(ADDRESS) == {ADDRESS: []}
    taken.refresh_from_db()
    assert taken.email == "came@example.org"


def test_an_error_is_kept_without_addresses_of_mail() -> None:
    said = without_addresses(f"SMTPRecipientsRefused: {{'{ADDRESS}': (550, b'<{ADDRESS}>: no')}}")
    assert ADDRESS not in said
    assert said == "SMTPRecipientsRefused: {'…': (550, b'<…>: no')}"


def ids_in(rows: list[dict[str, Any]], row: Model) -> set[object]:
    """The keys of the rows of a file; sessions are told without theirs."""
    return {one.get(row._meta.pk.attname, row.pk) for one in rows}


@pytest.mark.django_db
def test_the_file_of_ones_own_data_holds_what_is_kept_and_no_secret_and_nobody_else(
    client: Client,
) -> None:
    person, other = make_person(email=ADDRESS, name=NAME), administrator()
    models.Invitation.objects.create(
        email="else@example.org", secret_hash="x", invited_at=AT, invited_by=NAME, expires_at=AT
    )
    sign_in(client, person, recently=False)
    assert client.get("/account/data/")["Location"].startswith("/account/reauthenticate/")
    answer = sign_in(client, person).get("/account/data/")
    assert answer["Content-Disposition"] == 'attachment; filename="my-data.json"'
    assert "no-store" in answer["Cache-Control"]
    told = json.loads(answer.text)
    assert [one["name"] for one in told["jurisdictions.Person"]] == [NAME]
    assert [one["email"] for one in told["auth.User"]] == [ADDRESS]
    assert isinstance(person.account, User)
    key = str(client.session.session_key)
    for secret in (person.account.password, key, other.name, "else@"):
        assert secret not in answer.text
    assert client.post("/account/data/").status_code == 405


def signed_in_by_form(**sent: Any) -> Client:
    """A browser whose owner signed in with the address and the password."""
    client = Client(**sent)
    said = client.post("/account/login/", {"login": ADDRESS, "password": PASSWORD})
    assert said.status_code == 302
    client.get("/account/")
    return client


@pytest.mark.django_db
def test_signing_in_asks_the_database_as_much_for_an_address_of_nobody(
    django_assert_num_queries: Any,
) -> None:
    person = make_person(email=ADDRESS)
    with django_assert_num_queries(2):
        assert owners_of(ADDRESS.title()) == [person.account]
    with django_assert_num_queries(2):
        (nobody,) = owners_of("nobody@example.org")
    assert nobody.pk is None
    assert nobody.has_usable_password()


def mentions(*texts: str) -> dict[str, list[str]]:
    """The tables in which each text stands, in whatever column."""
    found: dict[str, list[str]] = {text: [] for text in texts}
    for model in every_model():
        names = [field.name for field in model._meta.concrete_fields if isinstance(field, WORDS)]
        for text in texts:
            anywhere = Q(*((f"{name}__icontains", text) for name in names), _connector=Q.OR)
            if names and model._default_manager.filter(anywhere).exists():
                found[text].append(model._meta.label)
    return found


def traces_of(person: models.Person) -> list[Model]:
    """A row of somebody's in every table that can hold one."""
    client = signed_in_by_form()
    assert isinstance(person.account, User)
    give_second_factor(person)
    return [
        person.account,
        EmailAddress.objects.get(user=person.account),
        *Authenticator.objects.filter(user=person.account)[:1],
        UserSession.objects.get(user=person.account),
        Session.objects.get(session_key=client.session.session_key),
        person,
        person.roles.get(),
        *traces_at_the_desk(person),
        *traces_of_work(person),
    ]


def traces_at_the_desk(person: models.Person) -> list[Model]:
    """What somebody is given and has kept for themselves."""
    program = models.Program.objects.get(slug="secure-communities")
    other = make_person("reviewer", "17")
    waits = {"program": program, "geoid": "17", "reason": "r", "made_at": AT}
    open_one = models.Proposal.objects.create(title="t", made_by=other, **waits)
    offered = {"invited_at": AT, "expires_at": AT, "accepted_at": AT, "accepted_by": person}
    token = models.Token.objects.create(
        person=person,
        name="a script",
        secret_hash="s",
        hint="wxyz",
        form="f",
        role="editor",
        geoid="17",
        made_at=AT,
        expires_at=AT + timedelta(days=30),
    )
    sent = models.Sending.objects.create(
        person=person, token=token, token_name=NAME, key=ADDRESS, digest="d", sent_at=AT
    )
    mine: dict[str, Any] = {"person": person}
    return [
        models.Invitation.objects.create(
            email=ADDRESS, secret_hash="x", invited_by=person.name, **offered
        ),
        models.Act.objects.create(kind="suspended", done_at=AT, done_by=NAME, **mine),
        token,
        sent,
        models.Claim.objects.create(proposal=open_one, since=AT, until=AT + HELD, **mine),
        models.Draft.objects.create(path="/x/", fields=[["a", NAME]], kept_at=AT, **mine),
        models.Interest.objects.create(program=program, sort="place", key="17031", **mine),
        models.MailPace.objects.create(kind="mine", geoid="US", pace="daily", **mine),
        models.SavedView.objects.create(name=f"For {NAME}", query="a=b", **mine),
        models.RememberedShape.objects.create(
            program=program, kind="activation", shape="s", file_name=NAME, used_at=AT, **mine
        ),
    ]


def traces_of_work(person: models.Person) -> list[Model]:
    """What somebody did to the record."""
    program = models.Program.objects.get(slug="secure-communities")
    change = models.Change.objects.create(
        made_at=AT, made_by=person.name, account=person.account, reason="r"
    )
    edition = models.Edition.objects.filter(program=program).latest("number")
    models.Edition.objects.filter(pk=edition.pk).update(published_by=person.name)
    of_place = {"program": program, "geoid": "17"}
    own = models.Proposal.objects.create(
        title="t", reason="r", made_by=person, made_at=AT, **of_place
    )
    job = {"status": "done", "finished_at": AT, "started_at": AT, "attempts": 1, "asked_at": AT}
    by_name = {"program": "x", "by": person.name}
    models.Job.objects.create(kind="mail", arguments={"person": person.pk}, asked_by="mail", **job)
    return [
        change,
        edition,
        own,
        models.Remark.objects.create(proposal=own, made_at=AT, made_by=person, text="So it is."),
        models.SourceFile.objects.create(
            source="x",
            name="a.pdf",
            checksum="c",
            size=1,
            media_type="m",
            added_at=AT,
            added_by=person,
            shown_by=person,
            shown_at=AT,
        ),
        models.Watch.objects.create(
            program=program,
            kind="page",
            address="https://example.org/",
            title="t",
            geoid="17",
            hours=24,
            begun_at=AT,
            begun_by=person,
        ),
        models.Upload.objects.create(
            program=program, file_name="a.csv", file="", made_at=AT, made_by=person, finished_at=AT
        ),
        models.Job.objects.create(kind="publish", arguments=by_name, asked_by=person.name, **job),
        models.Tip.objects.create(
            text="t",
            language="en",
            received_at=AT,
            status="closed",
            note="n",
            ended_at=AT,
            ended_by=person,
            earlier=[{"note": "n", "by": person.name}],
            **of_place,
        ),
        models.Reply.objects.create(
            office="o",
            text="t",
            received_at=AT,
            status="shown",
            verified_how="v",
            decided_at=AT,
            decided_by=person,
            **of_place,
        ),
    ]
