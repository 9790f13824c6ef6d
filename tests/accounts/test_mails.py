"""Mails: asked for with the deed, sent by the worker in the reader's language, stopped by link."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from smtplib import SMTPResponseException
from typing import Any

import pytest
from django.conf import settings
from django.core import mail
from django.core.mail import EmailMessage
from django.test import Client

from jurisdictions import tasks
from jurisdictions.models import (
    Change,
    Interest,
    Job,
    Person,
    Program,
    Proposal,
    Remark,
    Reply,
    Tip,
)
from jurisdictions.read.keeping.mails import letter_for
from jurisdictions.record.jobs.mails import MAILS, ask_mail
from jurisdictions.record.jobs.queue import sweep_jobs, take_job
from jurisdictions.record.people.mail_stops import stop_token
from jurisdictions.render.mails.letters import letter_mail
from tests.people import acting, illinois_contributor, illinois_reviewer, make_person
from tests.record.wishing import corrected, proposed

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
            if mail_name == "proposal_made":
                undecided = {"status": "open", "decided_at": None, "decided_by": None}
                Proposal.objects.filter(pk=proposal.pk).update(**undecided)
            return {"proposal": proposal.pk}
        case "remark":
            return {"remark": Remark.objects.get().pk, "proposal": proposal.pk}
        case "change":
            place = {"program": program, "sort": "place", "key": "17089"}
            watched = Interest.objects.create(person=make_person(), **place)
            return {"change": Change.objects.latest("pk").pk, "interest": watched.pk}
        case "tip":
            said = {"text": "The year is wrong", "evidence": "Page 3", "language": "en"}
            tip = Tip.objects.create(program=program, geoid="17031", received_at=AT, **said)
            return {"tip": tip.pk}
        case _:
            told = {"office": "Office of the Sheriff", "contact": "x", "text": "No."}
            reply = Reply.objects.create(program=program, geoid="17031", received_at=AT, **told)
            return {"reply": reply.pk}


WORDS = {
    "watched_changed": ("Kane County, Illinois",),
    "watched_decided": ("Rosa Villanueva", "The source says otherwise.", "which you watch"),
    "watched_remark": ("Rosa Villanueva", "Which page?", "which you watch"),
    "proposal_made": ("A step is missing", "Ines Contreras", "The letter of <May 4> & its answer"),
    "proposal_accepted": ("A step is missing", "Rosa Villanueva"),
    "proposal_rejected": ("Rosa Villanueva", "The source says otherwise."),
    "proposal_asked": ("Rosa Villanueva", "Which page?"),
    "remark_named": ("names you", "Rosa Villanueva", "Which page?"),
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
    inside = "places/" if name == "watched_changed" else "desk/"
    assert links[0].startswith(f"{prefix}secure-communities/{inside}")
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
    ask_mail(person=reader.pk, mail="proposal_rejected", about={"proposal": proposal.pk}, at=AT)
    job = Job.objects.get(kind="mail")
    assert mail.outbox == []
    tasks.KINDS[job.kind](job.arguments, lambda done: None)
    (sent,) = mail.outbox
    assert sent.extra_headers["Message-ID"].startswith(f"<desk-{job.pk}@")
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
    job = Job.objects.get(kind="mail")
    tasks.mail_job(job.arguments, lambda done: None)
    assert mail.outbox == []


def work(job: Job) -> None:
    """What the worker does with a mail."""
    job.refresh_from_db()
    tasks.mail_job(job.arguments, lambda done: None)


def test_a_burst_is_one_mail(proposal: Proposal) -> None:
    reader = make_person("editor", "17", email="reader@example.org")
    other = make_person("editor", "17")
    for number in range(12):
        text = {"geoid": "17031", "text": f"Tip {number}", "language": "en"}
        tip = Tip.objects.create(program=Program.objects.get(), received_at=AT, **text)
        for person in (reader, other):
            at = AT + timedelta(seconds=number)
            ask_mail(person=person.pk, mail="tip_received", about={"tip": tip.pk}, at=at)
            ask_mail(person=person.pk, mail="tip_received", about={"tip": tip.pk}, at=at)
    first, second = Job.objects.filter(kind="mail").order_by("pk")
    assert first.lease_until == AT + timedelta(seconds=settings.MAILS_GATHER_SECONDS)
    # Nobody sends it before: the sweep hands it out when its time has come.
    assert sweep_jobs(at=AT + timedelta(seconds=30), lease=tasks.job_lease()) == []
    late = first.lease_until
    assert sorted(sweep_jobs(at=late, lease=tasks.job_lease())) == [first.pk, second.pk]
    assert take_job(job_id=first.pk, at=late, lease=tasks.job_lease())
    work(first)
    (sent,) = mail.outbox
    assert "12" in sent.subject
    assert all(f"Tip {number}" in sent.body for number in range(12))
    assert sent.body.count("/mail/stop/") == 1
    # What comes once it is being sent begins another.
    ask_mail(person=reader.pk, mail="proposal_rejected", about={"proposal": proposal.pk}, at=late)
    assert Job.objects.filter(kind="mail").count() == 3


def test_a_mail_goes_out_once_though_its_worker_was_killed(
    proposal: Proposal, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = make_person("reviewer", "17")
    ask_mail(person=reader.pk, mail="proposal_rejected", about={"proposal": proposal.pk}, at=AT)
    job = Job.objects.get(kind="mail")
    send = EmailMessage.send

    def refuse(message: EmailMessage) -> int:
        raise SMTPResponseException(451, b"Later")

    monkeypatch.setattr(EmailMessage, "send", refuse)
    with pytest.raises(SMTPResponseException):
        work(job)

    def send_and_die(message: EmailMessage) -> int:
        send(message)
        raise SystemExit

    # The server did not take it: the next attempt does, and dies before it can say so.
    monkeypatch.setattr(EmailMessage, "send", send_and_die)
    with pytest.raises(SystemExit):
        work(job)
    work(job)
    assert len(mail.outbox) == 1


def test_a_title_is_made_in_the_language_of_whoever_reads_it() -> None:
    author = illinois_contributor()
    number = proposed(acting(author), corrected(), title="Correct: Activation · Kane County")
    reader = make_person("reviewer", "17", language="es")
    made = letter_for(person=reader.pk, mail="proposal_made", about={"proposal": number})
    assert made
    assert "Condado de Kane" in letter_mail(made, SITE).body
    assert "Correct:" not in letter_mail(made, SITE).body


def test_what_was_decided_meanwhile_waits_for_nobody(proposal: Proposal) -> None:
    reader = make_person("reviewer", "17")
    asked = {"mail": "proposal_made", "about": {"proposal": proposal.pk}}
    assert letter_for(person=reader.pk, **asked) is None


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
