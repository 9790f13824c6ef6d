"""From a publication to a mail: each follower gets one, whatever dies on the way."""

from __future__ import annotations

from datetime import datetime, timedelta
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPServerDisconnected
from typing import Any

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend

from jurisdictions import tasks
from jurisdictions.mailing import sending
from jurisdictions.mailing.telling import standing, tell_followers
from jurisdictions.models import Follower, FollowerMail, Job
from jurisdictions.record.following.looking import forget_followers, sweep_followers
from tests.mailing.conftest import ADDRESS, BEFORE, FIRST, SECOND, follow

pytestmark = pytest.mark.usefixtures("published")
SOON = SECOND + timedelta(minutes=1)


def go(at: datetime = SOON) -> list[Any]:
    """The job runs once; answers all mails so far."""
    tell_followers(lambda done: None, at=at)
    return mail.outbox


def killed(*args: object, **named: object) -> None:
    """As a power cut: no line after this one runs, and no exception is looked at."""
    raise KeyboardInterrupt


def test_a_publication_is_one_mail_to_each_follower_of_what_changed() -> None:
    follow(geoid="17097")
    follow(geoid="17", address="bo@example.org")
    follow(geoid="35", address="cy@example.org")
    assert sorted(one.to[0] for one in go()) == [ADDRESS, "bo@example.org"]
    assert len({one.extra_headers["Message-ID"] for one in mail.outbox}) == 2
    assert not FollowerMail.objects.exists()
    for later in (timedelta(minutes=2), timedelta(hours=3), timedelta(days=30)):
        assert len(go(SOON + later)) == 2


def test_the_sweep_finds_what_was_published_and_asks_for_the_job_once() -> None:
    follow(geoid="17097")
    Job.objects.all().delete()
    said = {"sends": True, "at": SOON}
    assert not sweep_followers(standing=BEFORE, **said)
    assert sweep_followers(standing=standing(), **said)
    assert not sweep_followers(standing=standing(), **said)
    job = Job.objects.get()
    tasks.KINDS[job.kind](job.arguments, lambda done: None)
    Job.objects.all().delete()
    assert [one.to for one in mail.outbox] == [[ADDRESS]]
    assert not sweep_followers(standing=standing(), **said)


def test_without_a_mail_server_nothing_is_asked_for() -> None:
    follow(geoid="17097")
    Job.objects.all().delete()
    assert not sweep_followers(standing=standing(), sends=False, at=SOON)


@pytest.mark.parametrize(
    "step", ["note_looked", "send_due"], ids=["before it is noted", "before it is sent"]
)
def test_a_worker_that_dies_before_a_server_was_told_loses_nothing(
    monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    follow(geoid="17097")
    with monkeypatch.context() as patched:
        patched.setattr(f"jurisdictions.mailing.telling.{step}", killed)
        with pytest.raises(KeyboardInterrupt):
            go()
    assert mail.outbox == []
    assert len(go()) == 1


@pytest.mark.parametrize("taken", [True, False])
def test_a_worker_that_dies_while_a_server_is_told_sends_nothing_twice(
    monkeypatch: pytest.MonkeyPatch, taken: bool
) -> None:
    follow(geoid="17097")
    send = EmailBackend.send_messages

    def dies(self: EmailBackend, messages: Any) -> None:
        if taken:
            send(self, messages)
        killed()

    with monkeypatch.context() as patched:
        patched.setattr(EmailBackend, "send_messages", dies)
        with pytest.raises(KeyboardInterrupt):
            go()
    assert len(mail.outbox) == taken
    assert len(go()) == taken
    forget_followers(at=SOON + timedelta(hours=2))
    assert not FollowerMail.objects.exists()
    assert len(go(SOON + timedelta(hours=2))) == taken


def test_two_workers_at_once_send_one_mail(monkeypatch: pytest.MonkeyPatch) -> None:
    follow(geoid="17097")
    send = sending._send

    def slowly(*args: Any) -> None:
        monkeypatch.setattr(sending, "_send", send)
        go()  # the other, meanwhile
        send(*args)

    monkeypatch.setattr(sending, "_send", slowly)
    assert len(go()) == 1


def test_of_two_workers_that_look_at_one_follower_one_begins_a_mail(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from jurisdictions.mailing import telling

    follow(geoid="17097")
    note = telling.note_looked

    def late(**given: Any) -> bool:
        assert note(**given)
        return note(**given)

    monkeypatch.setattr(telling, "note_looked", late)
    assert len(go()) == 1
    assert Follower.objects.get().mails == 1


def refusing(monkeypatch: pytest.MonkeyPatch, fault: Exception) -> None:
    def refuse(self: EmailBackend, messages: Any) -> None:
        raise fault

    monkeypatch.setattr(EmailBackend, "send_messages", refuse)


@pytest.mark.parametrize(
    "fault",
    [
        SMTPRecipientsRefused({ADDRESS: (451, b"4.7.1 Greylisted")}),
        SMTPRecipientsRefused({ADDRESS: (550, b"5.7.1 Relaying denied")}),
        SMTPDataError(554, b"5.7.1 Looks like spam"),
    ],
)
def test_what_a_server_does_not_take_now_is_sent_later_with_the_same_message_id(
    monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    follow(geoid="17097")
    with monkeypatch.context() as patched:
        refusing(patched, fault)
        assert go() == []
    waiting = FollowerMail.objects.get()
    assert go() == []
    (sent,) = go(SOON + timedelta(minutes=6))
    assert sent.extra_headers["Message-ID"] == waiting.message_id
    assert Follower.objects.get().failures == 0


def test_a_mail_that_no_server_takes_is_given_up_after_two_days(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    follow(geoid="17097")
    refusing(monkeypatch, SMTPDataError(451, b"4.3.0 Later"))
    tries = 0
    for hours in range(72):
        before = FollowerMail.objects.filter(handed_at=None).values_list("tries", flat=True)
        tries = max([tries, *before])
        go(SOON + timedelta(hours=hours))
    assert tries == 14
    assert not FollowerMail.objects.exists()
    assert Follower.objects.exists()


def test_a_connection_that_breaks_in_the_middle_sends_nothing_twice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    follow(geoid="17097")
    with monkeypatch.context() as patched:
        refusing(patched, SMTPServerDisconnected("gone"))
        go()
    assert go(SOON + timedelta(hours=5)) == []


def test_a_server_that_does_not_answer_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    follow(geoid="17097")

    def closed(self: EmailBackend) -> None:
        raise ConnectionRefusedError

    with monkeypatch.context() as patched:
        patched.setattr(EmailBackend, "open", closed)
        assert go() == []
    assert len(go()) == 1


def test_an_address_that_does_not_exist_is_deleted_after_three_mails(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    one, other = follow(geoid="17097"), follow(geoid="17")
    Follower.objects.update(told=one.told)
    refusing(monkeypatch, SMTPRecipientsRefused({ADDRESS: (550, b"5.1.1 No such user")}))
    Follower.objects.filter(pk=other.pk).update(look_at=SOON + timedelta(days=9))
    for again in range(3):
        assert Follower.objects.filter(pk=one.pk, failures=again).exists()
        Follower.objects.filter(pk=one.pk).update(told=one.told)
        go(SOON + timedelta(hours=2 * again))
    assert not Follower.objects.exists()
    assert ADDRESS not in caplog.text


def test_a_mail_that_arrives_forgives_the_failures_before() -> None:
    follow(geoid="17097")
    Follower.objects.update(failures=2)
    assert len(go()) == 1
    assert Follower.objects.get().failures == 0


def test_a_confirmation_to_an_address_that_does_not_exist_deletes_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from jurisdictions.record.following.asking import Wanted, ask_to_follow

    ask_to_follow(address=ADDRESS, wanted=Wanted(geoid="17"), at=FIRST)
    refusing(monkeypatch, SMTPRecipientsRefused({ADDRESS: (550, b"no such user")}))
    go(FIRST)
    assert not Follower.objects.exists()


def test_a_fault_that_nobody_foresaw_sends_nothing_twice_and_names_no_address(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    follow(geoid="17097")
    follow(geoid="17097", address="bo@example.org")
    with monkeypatch.context() as patched:
        refusing(patched, ValueError(ADDRESS))
        go()
    assert go(SOON + timedelta(hours=5)) == []
    assert ADDRESS not in caplog.text


def test_no_job_holds_an_address() -> None:
    follow(geoid="17097")
    sweep_followers(standing=standing(), sends=True, at=SOON)
    assert Job.objects.filter(kind="followers").exists()
    for job in Job.objects.all():
        assert ADDRESS not in f"{job.arguments} {job.error} {job.result} {job.asked_by}"
