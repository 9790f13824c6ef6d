"""Watching a place, a fact or a proposal: mails of what changes, a list, a way to stop."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from jurisdictions import tasks
from jurisdictions.models import Agency, Change, Interest, Job, Person
from jurisdictions.record.changing.facts import correct_fact
from jurisdictions.record.changing.watchers import tell_watchers
from jurisdictions.record.faults import Refused
from jurisdictions.record.own_account import leave
from jurisdictions.record.people.interests import stop_watching, watch_it
from jurisdictions.record.people.mail_paces import choose_paces
from jurisdictions.record.proposing.proposals import remark
from jurisdictions.record.proposing.reviews import reject_proposal
from tests.people import acting, illinois_contributor, illinois_reviewer, make_person, sign_in
from tests.record.wishing import corrected, proposed

pytestmark = pytest.mark.usefixtures("shipped")
AT = datetime(2026, 3, 4, 12, tzinfo=UTC)
PROGRAM = "secure-communities"
FACT = "opt_out:arlington-2010:1"
PAGE = "/secure-communities/desk/watching/"


def reword(by: str = "Somebody", text: str = "Another wording.") -> None:
    """Change a fact of Arlington County, Virginia."""
    cells = {"summary": text}
    correct_fact(program=PROGRAM, name=FACT, cells=cells, by=by, reason="The letter.", at=AT)


def watched(person: Person, sort: str, key: str) -> None:
    watch_it(program=PROGRAM, sort=sort, key=key, by=acting(person))


def told() -> list[tuple[int, str]]:
    """Whom mails that wait tell what."""
    return [
        (job.arguments["person"], news["mail"])
        for job in Job.objects.filter(kind="mail").order_by("pk")
        for news in job.arguments["news"]
    ]


@pytest.mark.parametrize(
    ("sort", "key", "hears"),
    [
        ("place", "51013", True),
        # A state holds its counties and agencies.
        ("place", "51", True),
        ("place", "51059", False),
        ("place", "17", False),
        ("fact", FACT, True),
        ("fact", "opt_out:arlington-2010:2", False),
    ],
)
def test_each_change_of_what_is_watched_is_told_once(sort: str, key: str, hears: bool) -> None:
    reader = make_person("contributor", "51", email="reader@example.org", language="es")
    watched(reader, sort, key)
    tell_watchers(at=AT)
    assert told() == []
    reword()
    tell_watchers(at=AT)
    tell_watchers(at=AT)
    assert told() == ([(reader.pk, "watched_changed")] if hears else [])
    for job in Job.objects.filter(kind="mail"):
        tasks.mail_job(job.arguments, lambda done: None)
    if hears:
        (sent,) = mail.outbox
        assert "The letter." in sent.body
        assert "Arlington" in sent.subject
        if sort == "place":
            assert "/places/51013-arlington-county-virginia/history/" in sent.body
        assert "/es/secure-communities/" in sent.body


@pytest.mark.usefixtures("few_agencies")
def test_who_watches_a_state_hears_of_the_agencies_of_its_counties() -> None:
    agency = Agency.objects.current().exclude(geoids="").filter(geoid="17").first()
    assert agency is not None
    readers = {key: make_person("contributor", "US") for key in ("17", "48", agency.geoids)}
    for key, reader in readers.items():
        watch_it(program="287g", sort="place", key=key, by=acting(reader))
    told_of = {"name": f"agency:{agency.agency}", "cells": {"name": "Another name"}}
    correct_fact(program="287g", **told_of, by="Somebody", reason="A letter.", at=AT)
    tell_watchers(at=AT)
    heard = {readers["17"].pk, readers[agency.geoids].pk}
    assert {person for person, _mail in told()} == heard
    job = Job.objects.filter(kind="mail", arguments__person=readers["17"].pk).get()
    assert job.arguments["news"][0]["about"]["geoid"] == agency.geoids


def test_one_s_own_change_and_one_from_before_are_no_news() -> None:
    reader = make_person("contributor", "51")
    reword()
    watched(reader, "fact", FACT)
    reword(text="Yet another.")
    Change.objects.filter(pk=Change.objects.latest("pk").pk).update(account=reader.account)
    tell_watchers(at=AT)
    assert told() == []


def test_a_remark_and_the_decision_of_a_watched_proposal_are_told() -> None:
    author, reviewer = illinois_contributor(), illinois_reviewer()
    reader, outside = make_person("contributor", "17"), make_person("contributor", "48")
    number = proposed(acting(author), corrected())
    watched(reader, "proposal", str(number))
    watched(reviewer, "proposal", str(number))
    with pytest.raises(Refused):
        watched(outside, "proposal", str(number))
    Job.objects.all().delete()
    remark(proposal=number, text="Which page?", by=acting(reviewer), at=AT)
    revision = {"proposal": number, "revision": 1}
    reject_proposal(**revision, reason="The source says otherwise.", by=acting(reviewer), at=AT)
    assert [mail for person, mail in told() if person == reader.pk] == [
        "watched_remark",
        "watched_decided",
    ]
    assert reviewer.pk not in {person for person, _mail in told()}


def test_news_of_what_is_watched_can_come_weekly_and_stops_with_the_watching() -> None:
    reader = make_person("contributor", "51")
    watched(reader, "place", "51013")
    choose_paces(paces={"watched": "weekly"}, geoid="51", by=acting(reader), at=AT)
    reword()
    tell_watchers(at=AT)
    job = Job.objects.get(kind="mail")
    assert job.lease_until == datetime(2026, 3, 9, 13, tzinfo=UTC)
    number = Interest.objects.get().pk
    stop_watching(interest=number, by=acting(make_person("contributor", "51")))
    assert Interest.objects.exists()
    stop_watching(interest=number, by=acting(reader))
    tasks.mail_job(job.arguments, lambda done: None)
    assert mail.outbox == []


@pytest.mark.parametrize(
    ("sort", "key"),
    [("place", "99999"), ("place", "US"), ("fact", "opt_out:no:1"), ("proposal", "x"), ("", "")],
)
def test_what_is_not_there_cannot_be_watched(sort: str, key: str) -> None:
    with pytest.raises(Refused):
        watched(illinois_contributor(), sort, key)


def test_who_leaves_watches_nothing() -> None:
    reader = illinois_contributor()
    watched(reader, "place", "17089")
    leave(by=acting(reader), at=AT)
    assert not Interest.objects.exists()


def test_the_pages_of_the_desk_lead_to_watching_and_its_page_lists_and_stops(
    client: Client,
) -> None:
    reader = illinois_contributor()
    number = proposed(acting(reader), corrected())
    sign_in(client, reader)
    suggest = client.get("/secure-communities/desk/suggest/17089/").text
    assert f"{PAGE}?sort=place&amp;key=17089" in suggest
    assert f"{PAGE}?sort=fact&amp;key=activation%3A17089" in suggest
    shown = client.get(f"/secure-communities/desk/proposals/{number}/").text
    assert f"{PAGE}?sort=proposal&amp;key={number}" in shown
    things: list[dict[str, Any]] = [
        {"sort": "place", "key": "17089"},
        {"sort": "fact", "key": "activation:17089"},
        {"sort": "proposal", "key": str(number)},
    ]
    for one in things:
        assert "Watch this" in client.get(PAGE, one).text
        assert client.post(PAGE, {"do": "watch", **one})["Location"] == PAGE
        client.post(PAGE, {"do": "watch", **one})
        assert "You watch this." in client.get(PAGE, one).text
    said = client.get(PAGE).text
    assert said.count('value="stop"') == 3
    assert "Activation: Kane County, Illinois" in said
    client.post(PAGE, {"do": "stop", "interest": str(Interest.objects.all()[0].pk)})
    assert Interest.objects.count() == 2
    assert "Su lista de seguimiento" in client.get(f"/es{PAGE}").text
