"""Mails at once, daily or weekly: chosen by kind and region, also for what is not yet sent."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings
from django.core import mail
from django.test import Client

from jurisdictions import tasks
from jurisdictions.models import Job, MailPace, Person, Program, Proposal, Tip
from jurisdictions.record.faults import Refused
from jurisdictions.record.jobs.mail_paces import KIND_OF, sent_at
from jurisdictions.record.jobs.mails import MAILS, ask_mail
from jurisdictions.record.jobs.queue import sweep_jobs
from jurisdictions.record.own_account import leave
from jurisdictions.record.people.mail_paces import choose_paces, forget_pace
from tests.people import acting, illinois_contributor, make_person, sign_in

pytestmark = pytest.mark.usefixtures("shipped")
PAGE = "/account/mails/"
AT = datetime(2026, 3, 4, 12, tzinfo=UTC)
"""A Wednesday, an hour before mails go out."""
DAY, WEEK = AT + timedelta(hours=1), datetime(2026, 3, 9, 13, tzinfo=UTC)
GATHERED = AT + timedelta(seconds=settings.MAILS_GATHER_SECONDS)


@pytest.fixture
def reader() -> Person:
    return make_person("editor", "17", email="reader@example.org", language="es")


def tip(person: Person, geoid: str, text: str = "The year is wrong", at: datetime = AT) -> Tip:
    """A tip of which somebody is told."""
    told = {"geoid": geoid, "text": text, "language": "en", "received_at": at}
    made = Tip.objects.create(program=Program.objects.get(), **told)
    ask_mail(person=person.pk, mail="tip_received", about={"tip": made.pk}, at=at)
    return made


def proposal(person: Person, status: str = "open") -> Proposal:
    """A proposal that waits in Illinois, of which somebody is told."""
    made = Proposal.objects.create(
        program=Program.objects.get(),
        geoid="17",
        title="A step is missing",
        reason="The letter",
        made_at=AT,
        made_by=illinois_contributor(),
    )
    ask_mail(person=person.pk, mail="proposal_made", about={"proposal": made.pk}, at=AT)
    return made


def due() -> list[datetime]:
    """When the mails that wait go out."""
    return sorted(Job.objects.filter(kind="mail").values_list("lease_until", flat=True))


def work() -> None:
    """What the worker does with every mail."""
    for job in Job.objects.filter(kind="mail"):
        tasks.mail_job(job.arguments, lambda done: None)


def test_every_mail_is_of_a_kind() -> None:
    assert set(KIND_OF) == set(MAILS)


@pytest.mark.parametrize(
    ("pace", "at", "goes"),
    [
        ("daily", AT, DAY),
        ("daily", DAY, DAY + timedelta(days=1)),
        ("weekly", AT, WEEK),
        ("weekly", WEEK - timedelta(seconds=1), WEEK),
        ("weekly", WEEK, WEEK + timedelta(days=7)),
        ("at_once", AT, GATHERED),
    ],
)
def test_mails_go_out_in_the_morning_or_on_mondays(pace: str, at: datetime, goes: datetime) -> None:
    assert sent_at(pace, at) == goes


def test_a_day_is_one_mail_in_the_language_of_its_reader_and_the_rest_comes_at_once(
    reader: Person,
) -> None:
    choose_paces(paces={"tips": "daily"}, geoid="US", by=acting(reader), at=AT)
    for number in range(3):
        tip(reader, "17031", f"Tip {number}", AT + timedelta(minutes=10 * number))
    proposal(reader)
    assert due() == [GATHERED, DAY]
    assert len(sweep_jobs(at=GATHERED, lease=tasks.job_lease())) == 1
    assert len(sweep_jobs(at=DAY, lease=tasks.job_lease())) == 2
    work()
    work()
    several = [sent for sent in mail.outbox if "Tip 0" in sent.body]
    assert len(mail.outbox) == 2
    assert len(several) == 1
    assert "Tip 2" in several[0].body
    assert several[0].subject.startswith("3 ")
    assert "/es/secure-communities/desk/" in several[0].body


def test_the_smallest_region_decides(reader: Person) -> None:
    by = acting(reader)
    choose_paces(paces={"tips": "weekly"}, geoid="US", by=by, at=AT)
    choose_paces(paces={"tips": "daily"}, geoid="17", by=by, at=AT)
    choose_paces(paces={"tips": "at_once"}, geoid="17031", by=by, at=AT)
    for geoid, goes in (("17031", GATHERED), ("17089", DAY), ("48201", WEEK)):
        Job.objects.all().delete()
        tip(reader, geoid)
        assert due() == [goes]


def test_a_choice_counts_for_what_is_not_yet_sent_and_each_is_told_once(reader: Person) -> None:
    by, other = acting(reader), make_person("editor", "17")
    made = [tip(reader, "17031"), tip(reader, "17089")]
    tip(other, "17031")
    assert due() == [GATHERED, GATHERED]
    choose_paces(paces={"tips": "weekly"}, geoid="US", by=by, at=AT)
    assert due() == [GATHERED, WEEK]
    ask_mail(person=reader.pk, mail="tip_received", about={"tip": made[0].pk}, at=AT)
    waiting = Job.objects.get(arguments__person=reader.pk)
    assert [one["about"]["tip"] for one in waiting.arguments["news"]] == [one.pk for one in made]
    choose_paces(paces={"tips": "daily"}, geoid="17089", by=by, at=AT)
    assert due() == [GATHERED, DAY, WEEK]
    forget_pace(pace=MailPace.objects.get(geoid="17089").pk, by=acting(other), at=AT)
    assert due() == [GATHERED, DAY, WEEK]
    forget_pace(pace=MailPace.objects.get(geoid="17089").pk, by=by, at=AT)
    assert due() == [GATHERED, WEEK]


def test_what_is_being_sent_is_not_gathered_again(reader: Person) -> None:
    tip(reader, "17031")
    Job.objects.update(status="running", attempts=1, started_at=AT)
    choose_paces(paces={"tips": "weekly"}, geoid="US", by=acting(reader), at=AT)
    assert Job.objects.count() == 1


def test_no_mail_comes_where_all_was_answered_meanwhile(reader: Person) -> None:
    choose_paces(
        paces=dict.fromkeys(["tips", "proposals"], "daily"), geoid="US", by=acting(reader), at=AT
    )
    made, asked = tip(reader, "17031"), proposal(reader)
    Tip.objects.filter(pk=made.pk).update(status="discarded", ended_at=AT, ended_by=reader)
    Proposal.objects.filter(pk=asked.pk).update(
        status="rejected", decided_at=AT, decided_by=reader, decision="No."
    )
    work()
    assert mail.outbox == []


@pytest.mark.parametrize(
    ("paces", "geoid"), [({"tips": "hourly"}, "US"), ({"spam": "daily"}, "US"), ({}, "99999")]
)
def test_a_choice_that_there_is_not_is_refused_whole(
    reader: Person, paces: dict[str, str], geoid: str
) -> None:
    with pytest.raises(Refused):
        choose_paces(paces={"mine": "daily", **paces}, geoid=geoid, by=acting(reader), at=AT)
    assert not MailPace.objects.exists()


def test_who_leaves_takes_the_choices_along(reader: Person) -> None:
    choose_paces(paces={"tips": "daily"}, geoid="US", by=acting(reader), at=AT)
    leave(by=acting(reader), at=AT)
    assert not MailPace.objects.exists()


def test_the_page_chooses_everywhere_and_in_a_region(client: Client, reader: Person) -> None:
    sign_in(client, reader)
    assert PAGE in client.get("/account/").text
    kinds = {"proposals": "daily", "remarks": "at_once", "mine": "weekly", "tips": "at_once"}
    kinds["watched"] = "daily"
    assert client.post(PAGE, {"act": "everywhere", **kinds})["Location"] == PAGE
    assert '<option value="weekly" selected>' in client.get(PAGE).text
    given = {"act": "region", "region": "Cook County, Illinois", "kind": "", "pace": "daily"}
    assert client.post(PAGE, given)["Location"] == PAGE
    said = client.get(PAGE).text
    # The five kinds stand below the place once, each with a way back.
    assert said.count("<strong>Cook County, Illinois</strong>") == 1
    assert said.count(', Cook County, Illinois">Take back</button>') == 5
    unknown = client.post(PAGE, {**given, "region": "Atlantis"}).text
    assert 'id="id_region_error"' in unknown
    own = MailPace.objects.filter(geoid="17031")
    client.post(PAGE, {"act": "forget", "pace": str(own[0].pk)})
    assert own.count() == 4
    assert client.post(PAGE, {"act": "forget", "pace": "x"}).status_code == 302
    assert "Cuándo llegan los correos" in client.get(f"/es{PAGE}").text
