"""Rows of a proposal decided one by one; saved views; who did what in a month."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from jurisdictions.models import Proposal, SavedView, Wish
from jurisdictions.read.keeping.histories import fact_now
from jurisdictions.read.keeping.month import month_of
from jurisdictions.record.own_account import leave
from jurisdictions.record.proposing.proposals import remark, withdraw_proposal
from jurisdictions.record.proposing.reviews import accept_proposal, reject_proposal
from tests.people import acting, make_person, sign_in
from tests.record.wishing import COOK, KANE, LAKE, LETTER, NOON, corrected, proposed, step
from tests.web.writing import words

pytestmark = pytest.mark.usefixtures("shipped")
QUEUE = "/secure-communities/desk/proposals/"


@pytest.mark.postgresql
def test_some_rows_are_accepted_and_of_the_others_the_author_sees_why_not(client: Client) -> None:
    author, reviewer = make_person("contributor"), make_person("reviewer")
    new = step(source="kane-letter")
    number = proposed(acting(author), corrected(COOK), corrected(LAKE), LETTER, new)
    here = f"{QUEUE}{number}/rows/"
    sign_in(client, reviewer)
    assert f'href="{here}"' in client.get(f"{QUEUE}{number}/").text
    position = dict(Wish.objects.values_list("name", "position"))
    lake, request = position[LAKE], position["opt_out:kane-2010:1"]
    assert "Correction, Activation, January 5, 2010 · Lake County, Illinois" in words(
        client.get(here)
    )
    blank = client.post(here, {"revision": "1", "not": [lake, request], f"why:{lake}": "Wrong."})
    assert blank.status_code == 200
    assert "Say why it is not accepted." in words(blank)
    assert 'value="Wrong."' in blank.text
    assert Proposal.objects.get(pk=number).status == "open"
    told = {"revision": "1", "not": [lake, request], f"why:{lake}": "Wrong.", "note": "No page."}
    answer = client.post(here, told)
    assert answer.status_code == 303
    found = Proposal.objects.get(pk=number)
    assert (found.status, found.edited, found.revision) == ("accepted", True, 2)
    cook, lake_now = fact_now(COOK), fact_now(LAKE)
    assert cook
    assert lake_now
    assert cook.cells["activated_on"] == "2010-01-05"
    assert lake_now.cells["activated_on"] != "2010-01-05"
    # The source that only the refused request named is not recorded either.
    assert fact_now("source:kane-letter") is None
    said = words(sign_in(client, author).get(f"{QUEUE}{number}/"))
    assert "3 of 4 were not accepted: the proposal says why of each." in said
    after = said.split("Not accepted")[1]
    assert "Why not Wrong." in after
    assert "Why not No page." in after


def test_rows_that_leave_nothing_or_that_there_are_not_decide_nothing(client: Client) -> None:
    author, reviewer = acting(make_person("contributor")), make_person("reviewer")
    number = proposed(author, corrected(COOK), corrected(LAKE))
    one = proposed(author, corrected(KANE))
    sign_in(client, reviewer)
    here = f"{QUEUE}{number}/rows/"
    all_of_it = client.post(here, {"revision": "1", "not": ["0", "1"], "note": "No."})
    assert "Nothing would be left of it: reject it instead" in words(all_of_it)
    assert "There is no such row." in words(
        client.post(here, {"revision": "1", "not": "7", "note": "No."})
    )
    assert client.post(here, {"revision": "9", "not": "0", "note": "No."}).status_code == 409
    assert Proposal.objects.get(pk=number).status == "open"
    assert client.get(f"{QUEUE}{one}/rows/").status_code == 303


def test_a_view_is_kept_shared_and_deleted_by_its_owner_alone(client: Client) -> None:
    owner, other = make_person("reviewer", name="Rosa"), make_person("contributor")
    to = f"{QUEUE}views/"
    sign_in(client, owner)
    asked = {"in": "of=waiting&kind=activation&order=newest&page=3&x=<b>", "name": " Old  ones "}
    answer = client.post(to, {**asked, "do": "save"})
    assert answer["Location"] == f"{QUEUE}?of=waiting&kind=activation&order=newest"
    kept = SavedView.objects.get()
    assert (kept.name, kept.query) == ("Old ones", "of=waiting&kind=activation&order=newest")
    assert "Old ones" in words(client.get(QUEUE))
    assert "Give it a name" in words(client.get(client.post(to, {"name": " "})["Location"]))
    sign_in(client, other)
    assert "Old ones" not in words(client.get(QUEUE))
    client.post(to, {"do": "delete", "view": kept.pk})
    assert SavedView.objects.count() == 1
    client.post(sign_in(client, owner) and to, {**asked, "do": "save", "shared": "1"})
    assert "Old ones Rosa" in words(sign_in(client, other).get(QUEUE))
    # A list that the reader has not is shown as their first one.
    assert client.get(QUEUE, {"of": "waiting", "kind": "activation"}).status_code == 200
    leave(by=acting(owner), at=NOON)
    assert not SavedView.objects.exists()


@pytest.fixture
def month() -> tuple[datetime, datetime]:
    return datetime(2026, 11, 1, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC)


def test_a_month_counts_what_was_done_in_it_and_how_long_it_took(
    client: Client, month: tuple[datetime, datetime]
) -> None:
    ines = make_person("contributor", "US", name="Ines")
    rosa = make_person("reviewer", "US", name="ana Rosa")
    author, reviewer = acting(ines), acting(rosa)
    before = datetime(2026, 10, 20, 12, tzinfo=UTC)
    old, new, gone, open_ = (
        proposed(author, corrected(name), at=at)
        for name, at in ((KANE, before), (COOK, NOON), (LAKE, NOON), ("activation:48201", NOON))
    )
    accept_proposal(proposal=old, revision=1, by=reviewer, at=NOON)
    two_hours = NOON + timedelta(hours=2)
    reject_proposal(proposal=new, revision=1, by=reviewer, at=two_hours, reason="=No.")
    withdraw_proposal(proposal=gone, by=author, at=two_hours)
    remark(proposal=open_, text="Which page?", by=reviewer, at=NOON)
    found = month_of({"US"}, *month)
    illinois, texas = found.regions
    counts = (illinois.proposed, illinois.accepted, illinois.rejected, illinois.withdrawn)
    assert (illinois.region, *counts, illinois.waiting) == ("17", 2, 1, 1, 1, 0)
    assert illinois.longest == NOON - before
    assert illinois.median == (NOON - before + timedelta(hours=2)) / 2
    assert (texas.region, texas.waiting, texas.median) == ("48", 1, None)
    # By name, whatever anybody did.
    people = [(one.person, one.region, one.proposed, one.accepted) for one in found.people]
    assert people == [
        ("ana Rosa", "17", 0, 1),
        ("ana Rosa", "48", 0, 0),
        ("Ines", "17", 2, 0),
        ("Ines", "48", 1, 0),
    ]
    assert month_of({"17"}, *month).regions == (illinois,)
    assert month_of({"06"}, *month).people == ()
    earlier = month_of({"US"}, datetime(2026, 10, 1, tzinfo=UTC), month[0]).regions
    assert [(one.region, one.proposed, one.waiting) for one in earlier] == [("17", 1, 1)]

    sign_in(client, rosa)
    said = words(client.get(f"{QUEUE}month/", {"month": "2026-11"}))
    assert "Who did what: November 2026" in said
    assert "Illinois Secure Communities 2 1 1 1 0 17 days 34 days" in said
    answer = client.get(f"{QUEUE}month.csv", {"month": "2026-11"})
    assert "no-store" in answer["Cache-Control"]
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert rows[0]["longest_hours"] == "816.0"
    assert [row["person"] for row in rows] == ["", "", "ana Rosa", "ana Rosa", "Ines", "Ines"]
    nonsense = client.get(f"{QUEUE}month/", {"month": "2026-13"})
    assert nonsense.status_code == 200
    assert sign_in(client, ines).get(f"{QUEUE}month.csv").status_code == 403
