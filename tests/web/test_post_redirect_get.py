"""Every form that writes answers with a redirect: reload and the back button send nothing twice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests.people import sign_in
from tests.web.doors.table import DOORS
from tests.web.doors.world import A_LIST, World, build_world
from tests.web.writing import LETTER, fields, request

SENT = {"do": "send"}

WHY = {"reason": "A letter says so."}
Typed = Callable[[], Mapping[str, Any]]
AUTHOR, REVIEWER, ADMINISTRATOR = "author", "reviewer", "administrator"


@dataclass(frozen=True)
class Form:
    """A form that writes: who sends it, what they type over what it holds, and where it is."""

    who: str
    typed: Typed
    query: str = ""
    parts: Mapping[str, Any] | None = None
    page: str = ""


def says(**typed: Any) -> Typed:
    return lambda: typed


FORMS: Mapping[str, Form] = {
    "suggest-fact": Form(AUTHOR, lambda: request(do="send")),
    "suggest-correct": Form(
        AUTHOR, lambda: {"f-0-activated_on": "2010-01-05", **LETTER, **WHY, **SENT}
    ),
    "correct-small": Form(
        REVIEWER,
        lambda: {"f-0-note": "By their own count.", **WHY, "do": "small"},
        page="suggest-correct",
    ),
    "suggest-retract": Form(AUTHOR, lambda: {**WHY, **SENT}),
    "suggest-contradict": Form(
        AUTHOR,
        lambda: {"f-0-said": "2009-12-05", **LETTER, **WHY, **SENT},
        "?field=activated_on",
    ),
    "adjudicate": Form(REVIEWER, says(note="It is nearer.")),
    "flag-explain": Form(REVIEWER, says(summary="A slip of the list.")),
    "fact-revert": Form(REVIEWER, lambda: WHY, "?to=1"),
    "revert": Form(REVIEWER, lambda: WHY),
    "draft": Form(AUTHOR, dict),
    "proposal-remark": Form(AUTHOR, says(text="Which page?")),
    "proposal-amend": Form(AUTHOR, lambda: {**WHY, **SENT}),
    "proposal-withdraw": Form(AUTHOR, dict),
    "proposal-decide": Form(REVIEWER, says(do="reject", note="No.")),
    "proposals-decide": Form(REVIEWER, says(do="reject", note="No.", chosen="999999.1")),
    "queue-views": Form(REVIEWER, says(do="save", name="Mine", **{"in": "of=all"})),
    "proposal-rows": Form(REVIEWER, dict),
    "proposal-claim": Form(REVIEWER, says(do="claim")),
    "proposal-edit": Form(REVIEWER, says(reason="A slip.", do="accept")),
    "tip": Form(REVIEWER, says(act="discard")),
    "watching": Form(AUTHOR, says(do="stop")),
    "desk-source": Form(
        REVIEWER,
        lambda: {"act": "attach", "file": SimpleUploadedFile("letter.txt", b"They share prints.")},
    ),
    "reply-decide": Form(REVIEWER, says(act="decline", reason="Nobody answered.")),
    "uploads": Form(
        AUTHOR,
        lambda: {
            "kind": "activation",
            "file": SimpleUploadedFile("a.csv", b"geoid,activated_on,source\n17089,2010-01-05,x\n"),
        },
    ),
    "upload": Form(AUTHOR, says(act="delete")),
    "watched": Form(REVIEWER, says(address="https://example.org/")),
    "watched-source": Form(REVIEWER, says(act="stop")),
    "upload-row": Form(AUTHOR, says(leave="2")),
    "desk-lists": Form(
        AUTHOR, lambda: {"file": SimpleUploadedFile("participatingAgencies06012026am.csv", A_LIST)}
    ),
    "desk-list": Form(AUTHOR, says(act="delete")),
    "invite": Form(
        ADMINISTRATOR,
        says(email="one@example.org", language="en", role="editor", region="Illinois"),
    ),
    "invitation-act": Form(ADMINISTRATOR, says(act="withdraw")),
    "person": Form(ADMINISTRATOR, says(act="give", role="editor", region="17031")),
    "program-edit": Form(ADMINISTRATOR, says(name="Another name")),
}
ELSEWHERE = ("account_", "mfa_", "usersessions_", "account", "leave", "invitation", "mail-stop")
"""Forms about accounts: most are another package's, and are tried in tests/accounts."""
PUBLIC = {"wrong", "reply", "follow"}
"""Tried in test_public_forms.py and test_follow.py: they take a token that has aged."""
PRESSED = {"follow-confirm", "follow-leave"}
"""Buttons behind links of mails, pressed by mail programs that follow no redirect (RFC 8058).

Who presses again changes nothing and is told the same: test_follow.py.
"""


def test_the_list_holds_every_form_of_the_desk() -> None:
    writing = {door.name for door in DOORS if door.do is not None}
    others = {name for name in writing if name.startswith(ELSEWHERE) and name != "invitation-act"}
    assert writing - others - PUBLIC - PRESSED == set(FORMS)


@pytest.mark.postgresql
@pytest.mark.django_db
@pytest.mark.usefixtures("few_agencies")
def test_whoever_sends_a_form_is_led_to_a_page(settings: Any, tmp_path: Path) -> None:
    settings.UPLOADS_ROOT = tmp_path
    world, wrong = build_world(), []
    for name, form in FORMS.items():
        with transaction.atomic():
            answer = _sent(world, name, form)
            if answer.status_code not in {302, 303} or "/login/" in answer["Location"]:
                wrong.append(f"{name}: {answer.status_code}")
            transaction.set_rollback(True)
    assert not wrong


def _sent(world: World, name: str, form: Form) -> HttpResponse:
    door = next(one for one in DOORS if one.name == name)
    client = sign_in(Client(), world.people[form.who])
    here = door.address(world, form.who).removesuffix(door.query)
    shown_at = reverse(form.page, kwargs=dict(door.parts(world, form.who))) if form.page else here
    page = shown_at + form.query
    shown = client.get(page)
    held = fields(shown) if shown.status_code == 200 else {}
    return client.post(here + form.query, {**held, **form.typed()})
