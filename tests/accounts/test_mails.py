"""Mails: asked for with the deed, sent by the worker in the reader's language, stopped by link."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

import pytest
from django.conf import settings
from django.core import mail
from django.test import Client

from jurisdictions import tasks
from jurisdictions.models import Job, Person, Program, Proposal, Remark, Reply, Tip
from jurisdictions.read.keeping.mails import letter_for
from jurisdictions.record.jobs.mails import MAILS, ask_mail
from jurisdictions.record.people.mail_stops import stop_token
from jurisdictions.render.mails.letters import letter_mail
from tests.people import illinois_contributor, illinois_reviewer, make_person

pytestmark = pytest.mark.usefixtures("shipped")
AT = datetime(2026, 3, 1, 12, tzinfo=UTC)
SITE = "https://tracker.example.org"


@pytest.fixture
def proposal() -> Proposal:
    """Decided on by a reviewer, with a question before."""
    author, reviewer = illinois_contributor(), illinois_reviewer()
    made = Proposal.objects.create(
        program=Program.objects.get(),
        geoid="17",
        title="A step is missing",
        reason="The letter of <May 4> & its answer",
        status="rejected",
        made_at=AT,
        made_by=author,
        decided_at=AT,
        decided_by=reviewer,
        decision="The source says otherwise.",
    )
    Remark.objects.create(
        proposal=made, made_at=AT, made_by=reviewer, text="Which page?", asks=True
    )
    return made


def about(mail_name: str, proposal: Proposal) -> dict[str, int]:
    """The row that a mail tells of."""
    program = Program.objects.get()
    match MAILS[mail_name]:
        case "proposal":
            return {"proposal": proposal.pk}
        case "remark":
            return {"remark": Remark.objects.get().pk, "proposal": proposal.pk}
        case "tip":
            said = {"text": "The year is wrong", "evidence": "Page 3", "language": "en"}
            tip = Tip.objects.create(program=program, geoid="17031", received_at=AT, **said)
            return {"tip": tip.pk}
        case _:
            told = {"office": "Office of the Sheriff", "contact": "x", "text": "No."}
            reply = Reply.objects.create(program=program, geoid="17031", received_at=AT, **told)
            return {"reply": reply.pk}


WORDS = {
    "proposal_made": ("A step is missing", "Ines Contreras", "The letter of <May 4> & its answer"),
    "proposal_accepted": ("A step is missing", "Rosa Villanueva"),
    "proposal_rejected": ("Rosa Villanueva", "The source says otherwise."),
    "proposal_asked": ("Rosa Villanueva", "Which page?"),
    "remark_made": ("Rosa Villanueva", "Which page?"),
    "tip_received": ("Cook County, Illinois", "The year is wrong", "Page 3"),
    "reply_received": ("Cook County, Illinois", "Office of the Sheriff"),
}


def test_every_mail_has_words() -> None:
    assert set(WORDS) == set(MAILS)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("name", sorted(MAILS))
def test_a_mail_is_plain_text_with_its_link_and_a_way_to_stop(
    name: str, language: str, proposal: Proposal
) -> None:
    reader = make_person("reviewer", "17", language=language)
    letter = letter_for(person=reader.pk, mail=name, about=about(name, proposal))
    assert letter is not None
    told = letter_mail(letter, SITE)
    prefix = f"{SITE}/es/" if language == "es" else f"{SITE}/"
    links = re.findall(r"https://\S+", told.body)
    assert len(links) == 2
    assert links[0].startswith(f"{prefix}secure-communities/desk/")
    assert links[1] == f"{prefix}mail/stop/{stop_token(reader.pk)}/"
    assert told.headers["List-Unsubscribe"] == f"<{links[1]}>"
    assert told.headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert told.subject
    assert "\n" not in told.subject
    assert "&amp;" not in told.body
    assert "\n\n\n" not in told.body
    assert all(len(line) <= 76 or "http" in line for line in told.body.splitlines())
    one_line = " ".join(told.body.split()) + told.subject
    for words in WORDS[name]:
        assert words in one_line or language == "es"


def test_a_mail_is_sent_by_the_worker_once_the_deed_is_kept(
    proposal: Proposal, django_capture_on_commit_callbacks: Any
) -> None:
    reader = make_person("reviewer", "17", email="reader@example.org")
    ask_mail(person=reader.pk, mail="proposal_made", about={"proposal": proposal.pk}, at=AT)
    job = Job.objects.get(kind="mail")
    assert mail.outbox == []
    tasks.KINDS[job.kind](job.arguments, lambda done: None)
    (sent,) = mail.outbox
    assert sent.to == ["reader@example.org"]
    assert sent.from_email == settings.DEFAULT_FROM_EMAIL
    assert sent.extra_headers["Auto-Submitted"] == "auto-generated"


@pytest.mark.parametrize(
    "change", [{"wants_mail": False}, {"suspended_at": AT}, {"account": None, "left_at": AT}]
)
def test_who_wants_none_gets_none_however_late_they_said_so(
    proposal: Proposal, change: dict[str, Any]
) -> None:
    reader = make_person("reviewer", "17")
    asked = {"person": reader.pk, "mail": "proposal_made", "about": {"proposal": proposal.pk}}
    ask_mail(**asked, at=AT)
    Person.objects.filter(pk=reader.pk).update(**change)
    ask_mail(**asked, at=AT)
    assert Job.objects.filter(kind="mail").count() == 1
    tasks.mail_job(asked, lambda done: None)
    assert mail.outbox == []


def test_a_mail_about_what_is_gone_is_not_sent() -> None:
    reader = make_person("reviewer", "17")
    for name in sorted(MAILS):
        gone = {MAILS[name]: 10**6}
        assert letter_for(person=reader.pk, mail=name, about=gone) is None


def test_a_mail_that_there_is_not_is_refused() -> None:
    with pytest.raises(ValueError, match="no mail"):
        ask_mail(person=1, mail="advertisement", about={}, at=AT)
    with pytest.raises(ValueError, match="no mail"):
        ask_mail(person=1, mail="tip_received", about={"proposal": 1}, at=AT)


def test_the_link_stops_mail_with_a_button_and_without_a_cookie(client: Client) -> None:
    reader = make_person()
    link = f"/mail/stop/{stop_token(reader.pk)}/"
    shown = client.get(link)
    assert "Stop them" in shown.text
    assert not shown.cookies
    assert Person.objects.get(pk=reader.pk).wants_mail
    assert "No more e-mails" in client.post(link).text
    assert not Person.objects.get(pk=reader.pk).wants_mail


def test_a_mail_program_may_press_the_button_itself() -> None:
    reader = make_person()
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post(f"/mail/stop/{stop_token(reader.pk)}/", {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    assert not Person.objects.get(pk=reader.pk).wants_mail


@pytest.mark.parametrize("token", ["1", "1~x", "x~y", "1:abc"])
def test_a_link_that_we_did_not_sign_stops_nothing(client: Client, token: str) -> None:
    assert client.post(f"/mail/stop/{token}/").status_code == 404
