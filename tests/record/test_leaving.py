"""Who leaves takes their name along and what they did stays; a new name stands everywhere."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.test import Client

from jurisdictions.models import Change, Edition, Invitation, Job, Person, Role, Tip
from jurisdictions.record.changing.facts import correct_fact
from jurisdictions.record.faults import Refused
from jurisdictions.record.jobs.queue import ask_job
from jurisdictions.record.own_account import change_own, leave
from jurisdictions.record.people import names
from jurisdictions.record.people.invitations import invite
from jurisdictions.record.people.roles import LastAdministrator, end_role, give_role
from jurisdictions.record.uploads.stages import begin_upload
from tests.people import (
    acting,
    administrator,
    illinois_reviewer,
    make_person,
    sign_in,
    texas_reviewer,
)

pytestmark = pytest.mark.usefixtures("shipped")
AT = datetime(2026, 3, 1, 12, tzinfo=UTC)
LATER = datetime(2026, 4, 1, 12, tzinfo=UTC)


def did_everything(person: Person, other: Person) -> None:
    """Let somebody leave a trace in every column that holds a name."""
    by = acting(person)
    name = "opt_out:arlington-2010:1"
    summary = {"summary": "Another wording."}
    correct_fact(
        program="secure-communities", name=name, cells=summary, by=by.name, reason="why", at=AT
    )
    invite(email="new@example.org", roles=[("editor", "17")], by=by, at=AT)
    role = give_role(person=other.pk, role="editor", geoid="17", by=by, at=AT)
    end_role(role=role, by=by, at=AT)
    ask_job(kind="publish", arguments={}, by=by.name, at=AT, lease=timedelta(seconds=9))
    Tip.objects.create(
        program_id=Edition.objects.get(number=1).program_id,
        geoid="17",
        text="Something",
        language="en",
        received_at=AT,
        earlier=[{"note": "n", "note_es": "", "at": AT.isoformat(), "by": by.name}],
    )


def names_shown() -> set[str]:
    """Every name in every column that holds one."""
    return {
        *Person.objects.values_list("name", flat=True),
        *Change.objects.values_list("made_by", flat=True),
        *Edition.objects.values_list("published_by", flat=True),
        *Job.objects.values_list("asked_by", flat=True),
        *Role.objects.values_list("given_by", flat=True),
        *Role.objects.values_list("ended_by", flat=True),
        *Invitation.objects.values_list("invited_by", flat=True),
        *(note["by"] for tip in Tip.objects.all() for note in tip.earlier),
    }


def test_who_leaves_is_named_nowhere_and_what_they_did_stays() -> None:
    person, other = administrator(), make_person("administrator", "US")
    did_everything(person, other)
    changes, account = Change.objects.count(), person.account_id
    pseudonym = leave(by=acting(person), at=LATER)
    assert re.fullmatch(r"Former contributor [0-9A-F]{4}", pseudonym)
    assert person.name not in names_shown()
    assert Change.objects.count() == changes
    latest = Change.objects.first()
    assert latest is not None
    assert (latest.made_by, latest.account_id) == (pseudonym, None)
    assert Edition.objects.order_by("number").last().published_by == pseudonym
    left = Person.objects.get(pk=person.pk)
    assert (left.name, left.account_id, left.left_at) == (pseudonym, None, LATER)
    assert not Role.objects.filter(person=left, ended_at=None).exists()
    assert not User.objects.filter(pk=account).exists()
    assert not EmailAddress.objects.filter(user_id=account).exists()
    assert not Authenticator.objects.filter(user_id=account).exists()


def test_who_leaves_is_signed_out_and_cannot_sign_in() -> None:
    person = illinois_reviewer()
    browser = sign_in(Client(), person)
    leave(by=acting(person), at=AT)
    assert browser.get("/secure-communities/desk/")["Location"].startswith("/account/login/")


def test_the_address_of_an_invitation_is_erased_with_the_account() -> None:
    person = illinois_reviewer()
    Invitation.objects.create(
        email="rosa@example.org",
        secret_hash="x",
        invited_at=AT,
        invited_by="somebody",
        expires_at=AT,
        accepted_at=AT,
        accepted_by=person,
    )
    leave(by=acting(person), at=AT)
    assert Invitation.objects.get(accepted_by=person).email == ""


def test_files_that_were_never_proposed_go_with_the_account(
    settings: Any, tmp_path: Path, django_capture_on_commit_callbacks: Any
) -> None:
    settings.UPLOADS_ROOT = tmp_path
    person = illinois_reviewer()
    told = {"program": "secure-communities", "kind": "activation", "name": "facts.csv"}
    content = b"geoid,activated_on,source\n17089,2010-01-05,ilchron\n"
    begin_upload(**told, content=content, language="en", by=acting(person), at=AT)
    assert [file for file in tmp_path.rglob("*") if file.is_file()]
    with django_capture_on_commit_callbacks(execute=True):
        leave(by=acting(person), at=AT)
    assert not [file for file in tmp_path.rglob("*") if file.is_file()]


def test_the_last_administrator_cannot_leave() -> None:
    person = administrator()
    with pytest.raises(LastAdministrator):
        leave(by=acting(person), at=AT)
    make_person("administrator", "US")
    leave(by=acting(person), at=AT)


def test_a_new_name_stands_everywhere_also_in_the_past() -> None:
    person, other = administrator(), make_person("")
    did_everything(person, other)
    change_own(name="  Ada   Obi ", language="es", wants_mail=False, by=acting(person))
    changed = Person.objects.get(pk=person.pk)
    assert (changed.name, changed.language, changed.wants_mail) == ("Ada Obi", "es", False)
    assert person.name not in names_shown()
    assert Change.objects.filter(made_by="Ada Obi").exists()


def test_a_name_may_be_written_otherwise_but_not_taken_from_another() -> None:
    person, other = administrator(), make_person("", name="Other Person")
    change_own(name="ADA OKAFOR", language="en", wants_mail=True, by=acting(person))
    with pytest.raises(Refused):
        change_own(name="other person", language="en", wants_mail=True, by=acting(person))
    with pytest.raises(Refused):
        change_own(name=other.name, language="xx", wants_mail=True, by=acting(person))


def test_language_and_mail_change_without_the_name() -> None:
    person = illinois_reviewer()
    change_own(name=person.name, language="es", wants_mail=False, by=acting(person))
    assert Person.objects.get(pk=person.pk).name == person.name


def test_no_two_who_left_have_the_same_pseudonym(monkeypatch: pytest.MonkeyPatch) -> None:
    thrown = iter(["1a2b", "1a2b", "3c4d"])
    monkeypatch.setattr(names.secrets, "token_hex", lambda length: next(thrown))
    left = [leave(by=acting(illinois_reviewer()), at=AT), leave(by=acting(texas_reviewer()), at=AT)]
    assert left == ["Former contributor 1A2B", "Former contributor 3C4D"]


def test_a_note_of_somebody_else_keeps_its_name() -> None:
    person, other = illinois_reviewer(), administrator()
    did_everything(other, make_person(""))
    leave(by=acting(person), at=AT)
    assert other.name in names_shown()


def test_the_history_names_who_left_in_the_readers_language(client: Client) -> None:
    person = make_person("contributor", "17", name="Ines Duarte")
    name = "opt_out:arlington-2010:1"
    told = {"program": "secure-communities", "by": person.name, "reason": "Reworded.", "at": AT}
    correct_fact(name=name, cells={"summary": "Another wording."}, **told)
    leave(by=acting(person), at=LATER)
    address = f"/secure-communities/history/{name}/"
    pages = [client.get(language + address).text for language in ("", "/es")]
    assert all("Ines Duarte" not in page for page in pages)
    assert re.search(r"<b>Former contributor [0-9A-F]{4}</b>", pages[0])
    assert re.search(r"<b>Colaboración anterior [0-9A-F]{4}</b>", pages[1])
