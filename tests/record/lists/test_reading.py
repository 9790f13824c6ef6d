"""Lists read into the record: what they tell, what they are refused for, and in which order."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from jurisdictions.models import (
    Agency,
    AgencyAgreement,
    Application,
    CapturedList,
    Change,
    Citation,
    Edition,
    Proposal,
)
from jurisdictions.record.lists import confirm_gone, programs_with_lists, recording_of
from jurisdictions.record.lists.programs.section_287g.keeping import kept_list
from jurisdictions.record.people.permissions import Actor
from jurisdictions.record.proposing.proposals import withdraw_proposal
from jurisdictions.record.proposing.reviews import accept_proposal
from tests.people import acting, national_reviewer
from tests.record.lists.list_files import (
    COOK,
    JAIL,
    POLICE,
    TASK_FORCE,
    WAITING,
    ZION,
    Row,
    row,
    waiting,
    write_list,
)
from tests.record.uploading import counts, uploaded
from tests.web.taking import body, rows

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("few_agencies")]
NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)
LAKE = row("Lake County Sheriff's Office", JAIL, date(2026, 5, 21), county="Lake County")
STANDING = [COOK, POLICE]
"""What stands on the last list in hand, of May 18, 2026."""
Reads = Callable[..., Any]


@pytest.fixture
def reads(tmp_path: Path) -> Reads:
    """Reads a list of a day into the record, and answers what became of it."""
    recording = recording_of("287g")

    def read(day: str, rows: list[Row], *, kind: str = "participating", **options: Any) -> Any:
        headings = {"headings": WAITING} if kind == "pending" else {}
        month, dom, year = day[5:7], day[8:], day[:4]
        path = write_list(tmp_path / f"{kind}Agencies{month}{dom}{year}am.xlsx", rows, **headings)
        asked = recording.Asked("Ana", NOON, **{"record": True, **options})
        return recording.read_lists([path], asked)[0]

    return read


def agreement(key: str) -> AgencyAgreement:
    return AgencyAgreement.objects.current().get(agreement=key)


def listed(day: str) -> set[str]:
    """The agreements that the list of a day shows, as the pages have it."""
    from jurisdictions.record.lists.programs.section_287g.on_record import agreements_on_record

    program = CapturedList.objects.current().first().fact.program  # type: ignore[union-attr]
    on = date.fromisoformat(day)
    return {one.key for one in agreements_on_record(program) if one.listing.on(on)}  # type: ignore[arg-type]


COOK_KEY, POLICE_KEY = "il-cook-sheriff:jem:2025-03-01", "il-state-police:tfm:2025-05-01"
STANDS = {"in_force_on": "2026-06-09"}
ZION_KEY = "il-zion-police:tfm:2026-05-20"


def test_one_program_reads_lists() -> None:
    assert programs_with_lists() == ("287g",)


def test_what_appears_is_recorded_with_the_list_and_its_row_and_published(reads: Reads) -> None:
    editions = Edition.objects.count()
    outcome = reads("2026-06-01", [*STANDING, ZION, ZION])
    assert outcome.plan.numbers() == {
        "file": "participatingAgencies06012026am.xlsx",
        "list": "participating",
        "listed_on": "2026-06-01",
        "rows": 4,
        "agreements": 3,
        "appeared": 1,
        "changed": 1,
        "gone": 0,
        "renewed": 0,
        "relabelled": 0,
        "asked": 0,
    }
    one = agreement(ZION_KEY)
    assert (str(one.signed_on), str(one.listed_from)) == ("2026-05-20", "2026-06-01")
    cited = Citation.objects.current().get(fact=one.fact)
    assert (cited.source.key, cited.locator) == ("ice-participating-2026-06-01", "row 4")
    assert Edition.objects.count() == editions + 1
    kept = CapturedList.objects.current().get(list="participating-2026-06-01")
    assert kept_list(kept.checksum).is_file()
    assert listed("2026-06-01") == {COOK_KEY, POLICE_KEY, ZION_KEY}


def test_the_same_list_twice_changes_nothing(reads: Reads) -> None:
    reads("2026-06-01", [*STANDING, ZION])
    before = Change.objects.count()
    outcome = reads("2026-06-01", [*STANDING, ZION])
    assert outcome.plan.known == "participating-2026-06-01"
    assert [outcome.plan.numbers()[name] for name in ("appeared", "changed", "gone")] == [0, 0, 0]
    assert Change.objects.count() == before


def test_the_same_file_for_a_later_day_is_a_list_of_that_day(reads: Reads, tmp_path: Path) -> None:
    reads("2026-06-01", [*STANDING, ZION])
    for day in ("2026-06-08", "2026-06-09"):
        reads(day, STANDING, confirmed=True)
    first = tmp_path / "participatingAgencies06012026am.xlsx"
    recording = recording_of("287g")
    copies = ("participatingAgencies06102026am.xlsx", "participatingAgencies06102026am copy.xlsx")
    plans = []
    for name in copies:
        (tmp_path / name).write_bytes(first.read_bytes())
        asked = recording.Asked("Ana", NOON, record=True)
        plans.append(recording.read_lists([tmp_path / name], asked)[0].plan)
    assert [plan.known for plan in plans] == ["", "participating-2026-06-10"]
    assert (plans[0].brought_back, agreement(ZION_KEY).absent) == (1, "2026-06-08/2026-06-10")
    kept = CapturedList.objects.current().filter(checksum=plans[0].checksum)
    assert sorted(kept.values_list("list", flat=True)) == [
        *("participating-2026-06-01", "participating-2026-06-10"),
    ]


def test_a_dry_run_tells_and_writes_nothing(reads: Reads) -> None:
    before = Change.objects.count()
    outcome = reads("2026-06-02", [*STANDING, ZION, row("Zion Police", JAIL)], dry_run=True)
    assert outcome.plan.counts["appeared"] == 2
    assert Change.objects.count() == before
    assert not kept_list(outcome.plan.checksum).exists()


def test_what_one_list_lacks_still_stands_and_a_second_list_ends_it(reads: Reads) -> None:
    reads("2026-06-01", [*STANDING, ZION])
    outcome = reads("2026-06-08", STANDING, confirmed=True)
    assert outcome.plan.counts["gone"] == 1
    one = agreement(ZION_KEY)
    assert (one.absent, one.listed_until, one.missing_from) == ("2026-06-08/", None, None)
    reads("2026-06-09", STANDING)
    one = agreement(ZION_KEY)
    assert (str(one.listed_until), str(one.missing_from)) == ("2026-06-01", "2026-06-08")
    assert (one.ending, one.absent) == ("not-listed", "")
    assert [listed(day) & {ZION_KEY} for day in ("2026-06-01", "2026-06-08")] == [{ZION_KEY}, set()]


def test_a_later_list_brings_it_back(reads: Reads) -> None:
    reads("2026-06-01", [*STANDING, ZION])
    for day in ("2026-06-08", "2026-06-09"):
        reads(day, STANDING, confirmed=True)
    outcome = reads("2026-06-10", [*STANDING, ZION])
    assert (outcome.plan.counts["appeared"], outcome.plan.brought_back) == (1, 1)
    one = agreement(ZION_KEY)
    assert (one.listed_until, one.missing_from, one.ending) == (None, None, "")
    assert one.absent == "2026-06-08/2026-06-10"
    assert [ZION_KEY in listed(f"2026-06-{day}") for day in ("01", "08", "09", "10")] == [
        *(True, False, False, True),
    ]


def test_a_later_signing_renews_and_a_near_one_puts_the_day_right(reads: Reads) -> None:
    again = row("Cook County Sheriff", JAIL, date(2026, 5, 22))
    outcome = reads("2026-06-01", [again, POLICE])
    assert (outcome.plan.counts["renewed"], outcome.plan.counts["gone"]) == (1, 0)
    old = agreement(COOK_KEY)
    assert (old.ending, str(old.ended_on)) == ("renewed", "2026-05-22")
    assert old.superseded_by == "il-cook-sheriff:jem:2026-05-22"
    near = row("Cook County Sheriff", JAIL, date(2026, 5, 21), link="https://ice.gov/a.pdf")
    outcome = reads("2026-06-02", [near, POLICE])
    assert outcome.plan.counts == {
        "appeared": 0,
        "changed": 1,
        "gone": 0,
        "renewed": 0,
        "relabelled": 0,
    }
    new = agreement("il-cook-sheriff:jem:2026-05-22")
    assert (str(new.signed_on), new.moa_url) == ("2026-05-21", "https://ice.gov/a.pdf")


def test_the_same_signing_under_another_name_is_one_agreement(reads: Reads) -> None:
    other = row("Zion Police", JAIL, date(2025, 3, 1))
    outcome = reads("2026-06-01", [other, POLICE])
    numbers = outcome.plan.counts
    assert (numbers["relabelled"], numbers["appeared"], numbers["gone"]) == (1, 0, 0)
    assert agreement(COOK_KEY).ending == "relabelled"
    assert agreement(COOK_KEY).superseded_by == "il-zion-police:jem:2025-03-01"


def test_an_impossible_year_is_read_in_the_year_of_the_list(reads: Reads) -> None:
    reads("2026-06-01", [*STANDING, row("Zion Police", TASK_FORCE, date(2016, 5, 20))])
    assert str(agreement(ZION_KEY).signed_on) == "2026-05-20"
    outcome = reads("2026-06-02", [*STANDING, row("Zion Police", TASK_FORCE, date(2016, 5, 20))])
    assert set(outcome.plan.counts.values()) == {0}


def test_a_new_agency_is_recorded_with_the_place_it_serves(reads: Reads) -> None:
    outcome = reads("2026-06-01", [*STANDING, LAKE])
    assert (outcome.plan.asked, outcome.plan.counts["appeared"]) == (0, 1)
    made = Agency.objects.current().get(agency="il-lake-county-sheriff-office")
    assert (made.geoids, made.level, made.kind, made.reach) == (
        *("17097", "county", "sheriff", "whole-county"),
    )
    assert made.matched == "name-and-list"


def test_a_slip_in_a_name_is_another_spelling_and_what_fits_nothing_is_asked(
    reads: Reads,
) -> None:
    slip = row("Cook Couny Sherif's Office", JAIL, date(2025, 3, 1))
    nobody = row("Nowhere Police Department", county="", type="Municipality")
    outcome = reads("2026-06-01", [slip, POLICE, nobody])
    assert [(one.name, one.rows) for one in outcome.plan.questions] == [
        ("Nowhere Police Department", [4])
    ]
    assert (outcome.plan.asked, outcome.plan.counts["relabelled"]) == (1, 0)
    assert "Cook Couny Sherif's Office" in Agency.objects.current().get(
        agency="il-cook-sheriff"
    ).aliases.split("|")
    assert not AgencyAgreement.objects.current().filter(agency__contains="nowhere").exists()


@pytest.mark.parametrize("confirmed", [True, False])
def test_an_older_list_takes_its_place_in_time_once_that_is_confirmed(
    reads: Reads, confirmed: bool
) -> None:
    reads("2026-06-10", [*STANDING, ZION])
    before = Change.objects.count()
    outcome = reads("2026-06-01", [COOK, POLICE, ZION, LAKE], confirmed=confirmed)
    if not confirmed:
        assert "older" in outcome.faults[0].reason
        assert Change.objects.count() == before
        return
    assert str(agreement(ZION_KEY).listed_from) == "2026-06-01"
    lake = "il-lake-county-sheriff-office:jem:2026-05-21"
    assert listed("2026-06-01") == {COOK_KEY, POLICE_KEY, ZION_KEY, lake}
    assert listed("2026-06-10") == {COOK_KEY, POLICE_KEY, ZION_KEY}


def refused(outcome: Any) -> str:
    assert outcome.plan is None
    return str(outcome.faults[0])


def test_what_speaks_against_a_list_is_said_and_nothing_is_written(
    reads: Reads, tmp_path: Path
) -> None:
    before = Change.objects.count()
    assert "more than a tenth" in refused(reads("2026-06-01", [COOK]))
    swapped = reads("2026-06-01", [waiting("Cook County Sheriff")], kind="pending")
    assert not swapped.faults
    written = Change.objects.count()
    recording = recording_of("287g")
    asked = recording.Asked("Ana", NOON, record=True)
    as_other = write_list(
        tmp_path / "participatingAgencies06022026am.xlsx", [waiting("Zion Police")], WAITING
    )
    assert "SIGNED" in refused(recording.read_lists([as_other], asked)[0])
    pending = write_list(tmp_path / "pendingAgencies06022026am.xlsx", STANDING)
    assert "days of signing" in refused(recording.read_lists([pending], asked)[0])
    nameless = write_list(tmp_path / "list.xlsx", STANDING)
    assert "say the day" in refused(recording.read_lists([nameless], asked)[0])
    assert (before + 1, Change.objects.count()) == (written, written)
    assert kept_list(swapped.plan.checksum).is_file()


def test_a_list_of_the_waiting_begins_and_ends_applications(reads: Reads) -> None:
    reads("2026-06-01", [waiting("Zion Police"), waiting("Nobody Polise")], kind="pending")
    one = Application.objects.current().get(agency="il-zion-police", pending_from="2026-06-01")
    assert (one.pending_until, one.model) == (None, "task-force")
    unseen = Application.objects.current().get(application="nm-nobody:tfm:2025-06-01")
    assert str(unseen.pending_until) == "2025-06-01"
    nobody = Application.objects.current().get(name="Nobody Polise", geoid="17")
    assert (nobody.agency, nobody.geoid) == ("", "17")
    outcome = reads("2026-06-02", [waiting("Nobody Polise")], kind="pending")
    assert outcome.plan.counts["gone"] == 1
    one.refresh_from_db()
    ended = Application.objects.current().get(agency="il-zion-police", pending_from="2026-06-01")
    assert str(ended.pending_until) == "2026-06-01"


def test_without_record_each_list_is_one_proposal(reads: Reads) -> None:
    before = Change.objects.count()
    outcome = reads("2026-06-01", [*STANDING, ZION], record=False)
    proposal = Proposal.objects.get(pk=outcome.proposal)
    assert {wish.name for wish in proposal.wishes.all()} == {
        "source:ice-participating-2026-06-01",
        "list:participating-2026-06-01",
        f"agency_agreement:{ZION_KEY}",
        "agency_agreement:il-cook-sheriff:jem:2020-06-09",
    }
    assert Change.objects.count() == before


def test_the_command_reads_files_in_the_order_of_their_days(tmp_path: Path) -> None:
    later = write_list(tmp_path / "participatingAgencies06102026am.xlsx", [*STANDING, ZION])
    first = write_list(tmp_path / "participatingAgencies06012026am.xlsx", STANDING)
    told = StringIO()
    call_command("read_list", later, first, "--record", "--json", stdout=told)
    lines = [json.loads(line) for line in told.getvalue().splitlines()]
    assert [(one["listed_on"], one["appeared"]) for one in lines] == [
        ("2026-06-01", 0),
        ("2026-06-10", 1),
    ]
    assert all(
        list(one)
        == [
            *("file", "list", "listed_on", "rows", "agreements", "appeared", "changed", "gone"),
            *("renewed", "relabelled", "asked"),
        ]
        for one in lines
    )
    (tmp_path / "participatingAgencies06112026am.xlsx").write_text("<h1>Error</h1>")
    with pytest.raises(CommandError, match="refused"):
        call_command("read_list", tmp_path / "participatingAgencies06112026am.xlsx", "--record")


def test_what_a_list_lacks_is_said_on_the_page_at_once(reads: Reads, client: Client) -> None:
    reads("2026-06-01", [*STANDING, ZION])
    reads("2026-06-08", STANDING, confirmed=True)
    page = client.get("/agencies/il-zion-police/?date=2026-06-08").content.decode()
    assert "ICE&#x27;s list of June 8, 2026 lacks it: it stands until another list" in page
    reads("2026-06-09", [*STANDING, ZION])
    page = client.get("/agencies/il-zion-police/?date=2026-06-09").content.decode()
    assert "It was missing from the lists from June 8, 2026 until June 9, 2026." in page


def test_what_a_list_lacks_is_told_in_files_and_in_the_api(reads: Reads, client: Client) -> None:
    reads("2026-06-01", [*STANDING, ZION])
    reads("2026-06-08", STANDING, confirmed=True)
    for again, told in ((False, "2026-06-08/"), (True, "2026-06-08/2026-06-09")):
        if again:
            reads("2026-06-09", [*STANDING, ZION])
        answers = client.get("/api/v1/agreements/", {"program": "287g", **STANDS}).json()
        for table in (answers["results"], rows(client.get("/287g/agreements.csv", STANDS))):
            lacking = {one["agreement"]: one["absent"] for one in table if one["absent"]}
            assert lacking == {ZION_KEY: told}
    for known, told in (("2026-06-02", ""), ("2026-06-08", "2026-06-08/")):
        asked = {"program": "287g", "known": known, **STANDS}
        answers = client.get("/api/v1/agreements/", asked).json()["results"]
        assert [one["absent"] for one in answers if one["agreement"] == ZION_KEY] == [told]


def test_lists_of_agreements_that_lacked_some_change_nothing_when_uploaded(
    reads: Reads, client: Client
) -> None:
    reads("2026-06-01", [*STANDING, ZION])
    reads("2026-06-08", STANDING, confirmed=True)
    upload = uploaded(
        body(client.get("/287g/agreements.csv", STANDS)),
        "agency_agreement",
        "a.csv",
        program="287g",
    )
    assert counts(upload)[2] == 3
    assert upload.faults == []
    assert counts(upload)[:2] == (0, 0)


def test_time_alone_confirms_what_a_list_lacked(reads: Reads) -> None:
    reads("2026-06-01", [*STANDING, ZION])
    reads("2026-06-08", STANDING, confirmed=True)
    before = Change.objects.count()
    assert confirm_gone(datetime(2026, 6, 21, 12, tzinfo=UTC)) == []
    (made,) = confirm_gone(datetime(2026, 6, 22, 12, tzinfo=UTC))
    proposal = Proposal.objects.get(pk=made)
    assert (proposal.title, Change.objects.count()) == (
        "1 agreement gone from ICE's lists for 14 days",
        before,
    )
    assert proposal.made_by.account is None
    assert confirm_gone(datetime(2026, 6, 23, 12, tzinfo=UTC)) == []
    accept_proposal(proposal=made, revision=1, by=acting(national_reviewer()), at=NOON)
    one = agreement(ZION_KEY)
    told = [str(day) for day in (one.listed_until, one.missing_from)]
    assert (told, one.absent, one.ending) == (["2026-06-01", "2026-06-08"], "", "not-listed")
    assert confirm_gone(NOON) == []


def test_a_list_that_waits_for_a_reviewer_is_not_proposed_again(
    reads: Reads, tmp_path: Path
) -> None:
    first = reads("2026-06-01", [*STANDING, ZION], record=False)
    path, told = tmp_path / "participatingAgencies06012026am.xlsx", StringIO()
    recording = recording_of("287g")
    (again,) = recording.read_lists([path], recording.Asked("Ines", NOON))
    assert (again.plan.proposed, again.proposal) == (first.proposal, 0)
    call_command("read_list", path, stdout=told)
    assert f"waits for a reviewer already, as proposal {first.proposal}" in told.getvalue()
    assert Proposal.objects.count() == 1
    withdraw_proposal(proposal=first.proposal, by=first_author(), at=NOON)
    (after,) = recording.read_lists([path], recording.Asked("Ines", NOON))
    assert after.proposal


def first_author() -> Actor:
    """Who proposed first: the operator, who has no account."""
    author = Proposal.objects.earliest("pk").made_by
    return Actor(author.pk, author.name, frozenset({("contributor", "US")}))


def test_each_file_is_told_as_it_is_done(tmp_path: Path) -> None:
    recording = recording_of("287g")
    (tmp_path / "participatingAgencies06112026am.xlsx").write_text("<h1>Error</h1>")
    paths = [
        write_list(tmp_path / "participatingAgencies06102026am.xlsx", [*STANDING, ZION]),
        write_list(tmp_path / "participatingAgencies06012026am.xlsx", STANDING),
        tmp_path / "participatingAgencies06112026am.xlsx",
    ]
    told: list[tuple[str, int]] = []
    asked = recording.Asked("Ana", NOON, record=True)
    recording.read_lists(paths, asked, lambda one: told.append((one.file[21:29], lists_read())))
    assert told == [("06112026", 0), ("06012026", 1), ("06102026", 2)]


def lists_read() -> int:
    """How many lists of June are on record."""
    return CapturedList.objects.current().filter(list__contains="-2026-06-").count()
