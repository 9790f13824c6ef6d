"""Mails about accounts: each has one name in the world, and goes out once."""

from __future__ import annotations

from datetime import UTC, datetime
from smtplib import SMTPResponseException
from typing import Any

import pytest
from django.core import mail
from django.core.mail import EmailMessage

from jurisdictions import tasks
from jurisdictions.models import Job
from jurisdictions.record.jobs.account_mails import KIND, AccountMail, ask_account_mail

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 1, 12, tzinfo=UTC)


def work(job: Job) -> None:
    """What the worker does with it, once more."""
    job.refresh_from_db()
    tasks.account_mail_job(job.arguments, lambda done: None)


@pytest.fixture
def job() -> Job:
    ask_account_mail(AccountMail("ana@example.org", "A link", "Here it is."), at=AT)
    return Job.objects.get(kind=KIND)


def test_it_is_called_the_same_whoever_sends_it(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    names: list[str] = []
    send = EmailMessage.send

    def refuse(message: EmailMessage, *_: Any) -> int:
        names.append(message.extra_headers["Message-ID"])
        raise SMTPResponseException(451, b"Later")

    monkeypatch.setattr(EmailMessage, "send", refuse)
    for _attempt in range(2):
        with pytest.raises(SMTPResponseException):
            work(job)
    monkeypatch.setattr(EmailMessage, "send", send)
    work(job)
    (sent,) = mail.outbox
    names.append(sent.extra_headers["Message-ID"])
    assert names == [f"<account-{job.pk}@127.0.0.1>"] * 3


def test_it_is_not_sent_again_though_its_worker_was_killed(
    job: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    send = EmailMessage.send

    def send_and_die(message: EmailMessage, *_: Any) -> int:
        send(message)
        raise SystemExit

    with monkeypatch.context() as patched:
        patched.setattr(EmailMessage, "send", send_and_die)
        with pytest.raises(SystemExit):
            work(job)
    work(job)
    assert len(mail.outbox) == 1


def test_one_that_was_asked_for_before_mails_had_names_is_sent(job: Job) -> None:
    del job.arguments["job"]
    job.save(update_fields=["arguments"])
    work(job)
    assert len(mail.outbox) == 1
