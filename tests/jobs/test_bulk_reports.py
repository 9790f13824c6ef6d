"""Every report of a state in one file: asked for once, shared, resumed, cancelled, kept."""

from __future__ import annotations

import csv
import re
from datetime import timedelta
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from pytest_django import Settings as SettingsWrapper

from jurisdictions import tasks
from jurisdictions.models import Job
from jurisdictions.record.jobs import queue as jobs
from jurisdictions.record.jobs import turns
from jurisdictions.record.jobs.reports import ReportsJob, reports_job
from jurisdictions.render.reports.bulk import make, progress, typesetters
from jurisdictions.render.reports.bulk.failures import failed_in
from jurisdictions.render.reports.bulk.folders import finished, workbench
from jurisdictions.shelf.sealed import write_sealed

pytestmark = pytest.mark.usefixtures("shipped", "unsent", "own_folder")

DELAWARE = {"state": "DE", "date": "2011-08-05", "language": "en"}
OF_DELAWARE = ["10", "10001", "10003", "10005"]


@pytest.fixture
def unsent(monkeypatch: pytest.MonkeyPatch) -> None:
    """No broker: the tests run jobs themselves, on this database and in this process."""
    monkeypatch.setattr(jobs, "_send", lambda _: None)
    monkeypatch.setattr(settings, "REPORT_PROCESSES", 0)
    monkeypatch.setattr(tasks.Keeper, "start", lambda _: None)
    monkeypatch.setattr(tasks.Keeper, "join", lambda _: None)


@pytest.fixture
def own_folder(settings: SettingsWrapper, tmp_path: Path) -> None:
    """Finished files of one test must not answer another."""
    settings.DATA_DIR = tmp_path


@pytest.fixture
def typeset(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Reports that say only whose they are; the list of those made."""
    made: list[str] = []

    def place_report_pdf(_: object, geoid: str, site_url: str) -> bytes:
        made.append(geoid)
        return f"%PDF of {geoid} at {site_url}".encode()

    monkeypatch.setattr(make, "place_report_pdf", place_report_pdf)
    return made


def ask(client: Client, **changed: str) -> HttpResponse:
    """Ask for the reports of Delaware, or of what is changed."""
    return client.post("/secure-communities/reports/", {**DELAWARE, **changed})


def asked(client: Client, **changed: str) -> int:
    """The number of the job that serves an order."""
    found = re.match(r"/secure-communities/reports/(\d+)/", ask(client, **changed)["Location"])
    assert found
    return int(found[1])


def job(job_id: int) -> ReportsJob:
    """The job as it stands."""
    found = reports_job(job_id)
    assert found
    return found


def file_of(client: Client, job_id: int) -> ZipFile:
    """The finished file."""
    answer = client.get(f"/secure-communities/reports/{job_id}.zip")
    assert answer["Content-Type"] == "application/zip"
    return ZipFile(BytesIO(b"".join(answer.streaming_content)))


def test_the_file_holds_every_report_of_the_state_and_an_index(
    client: Client, typeset: list[str]
) -> None:
    job_id = asked(client)
    tasks.run_job(job_id)
    file = file_of(client, job_id)
    names = {name.partition("/")[2]: name for name in file.namelist()}
    rows = list(csv.DictReader(StringIO(file.read(names["index.csv"]).decode())))
    assert [row["geoid"] for row in rows] == OF_DELAWARE
    assert sorted(typeset) == OF_DELAWARE
    for row in rows:
        assert file.read(names[row["file"]]).startswith(b"%PDF of " + row["geoid"].encode())
        assert f'href="{row["file"]}"' in file.read(names["index.html"]).decode()


def test_a_real_report_lies_in_the_file(client: Client) -> None:
    job_id = asked(client, state="DC")
    tasks.run_job(job_id)
    reports = [name for name in file_of(client, job_id).namelist() if name.endswith(".pdf")]
    assert len(reports) == 2
    assert file_of(client, job_id).read(reports[0]).startswith(b"%PDF-")


def test_two_who_ask_for_the_same_share_one_job(client: Client, typeset: list[str]) -> None:
    first = asked(client)
    assert asked(client) == first
    tasks.run_job(first)
    assert asked(client) == first
    assert len(typeset) == len(OF_DELAWARE)


@pytest.mark.parametrize(
    "changed", [{"state": "DC"}, {"date": "2011-08-06"}, {"language": "es"}, {"state": "US"}]
)
def test_another_state_day_or_language_is_another_job(
    client: Client, changed: dict[str, str]
) -> None:
    assert asked(client) != asked(client, **changed)


def test_a_file_that_made_room_is_made_again(client: Client, typeset: list[str]) -> None:
    first = asked(client)
    tasks.run_job(first)
    finished().path(f"{job(first).order.key}.zip").unlink()
    assert "has made room" in client.get(f"/secure-communities/reports/{first}/").text
    assert (
        client.get(f"/secure-communities/reports/{first}.zip")["Location"]
        == f"/secure-communities/reports/{first}/"
    )
    assert asked(client) != first


def test_finished_files_stay_within_their_quota(
    client: Client, typeset: list[str], settings: SettingsWrapper
) -> None:
    settings.REPORTS_QUOTA = 1
    for day in ("2011-08-05", "2011-08-06"):
        tasks.run_job(asked(client, date=day))
    assert len(list(finished().folder.iterdir())) == 1


def test_what_a_dead_worker_made_is_not_made_again(client: Client, typeset: list[str]) -> None:
    job_id = asked(client)
    bench = workbench(job(job_id).order.key)
    bench.mkdir(parents=True)
    write_sealed(make.report_file(bench, "10001"), b"%PDF of an earlier attempt")
    make.report_file(bench, "10003").write_bytes(b"%PD")
    tasks.run_job(job_id)
    assert typeset == ["10", "10003", "10005"]
    file = file_of(client, job_id)
    kent = next(name for name in file.namelist() if "kent" in name)
    assert file.read(kent) == b"%PDF of an earlier attempt"
    assert not bench.exists()


def test_a_report_that_fails_keeps_the_others_for_the_next_attempt(
    client: Client, typeset: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    job_id = asked(client)
    good = make.place_report_pdf

    def fails_once(as_of: object, geoid: str, site_url: str) -> bytes:
        if geoid == "10005":
            raise OSError("no room")
        return good(as_of, geoid, site_url)  # type: ignore[arg-type]

    monkeypatch.setattr(make, "place_report_pdf", fails_once)
    tasks.run_job(job_id)
    assert job(job_id).status == "queued"
    monkeypatch.setattr(make, "place_report_pdf", good)
    tasks.run_job(job_id)
    assert job(job_id).status == "done"
    assert typeset == OF_DELAWARE


def test_the_asker_can_cancel_and_what_was_made_is_thrown_away(
    client: Client, typeset: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = ask(client)["Location"]
    job_id = int(page.split("/")[3])
    token = re.search(r'name="token" value="([^"]+)"', client.get(page).text)
    assert token

    def tell(keeper: tasks.Keeper, _: float) -> None:
        assert (
            client.post(f"/secure-communities/reports/{job_id}/", {"token": token[1]}).status_code
            == 303
        )
        raise tasks.StopAsked

    monkeypatch.setattr(tasks.Keeper, "tell", tell)
    tasks.run_job(job_id)
    assert job(job_id).status == "cancelled"
    assert "was canceled" in client.get(page).text
    assert not workbench(job(job_id).order.key).exists()


def test_only_the_asker_can_cancel(client: Client) -> None:
    job_id = asked(client)
    assert "Cancel" not in client.get(f"/secure-communities/reports/{job_id}/").text
    for token in ("", "forged"):
        assert (
            client.post(f"/secure-communities/reports/{job_id}/", {"token": token}).status_code
            == 403
        )
    assert job(job_id).status == "queued"


def test_what_others_wait_for_is_not_cancelled(client: Client) -> None:
    page = ask(client)["Location"]
    token = re.search(r'name="token" value="([^"]+)"', client.get(page).text)
    assert token
    job_id = asked(client)
    answer = client.post(f"/secure-communities/reports/{job_id}/", {"token": token[1]})
    assert answer.status_code == 409
    assert "Somebody else waits" in answer.text
    assert job(job_id).status == "queued"


def test_the_askers_token_is_in_no_address_to_share(client: Client) -> None:
    page = ask(client)["Location"]
    assert "token=" in page
    told = [line for line in client.get(page).text.splitlines() if "token=" in line]
    # The same page in the other language, and the same page at rest.
    assert all("hreflang=" in line or "still=1" in line for line in told)


def ask_from(client: Client, network: str, **changed: str) -> HttpResponse:
    """Ask from another network."""
    return client.post("/secure-communities/reports/", {**DELAWARE, **changed}, REMOTE_ADDR=network)


@pytest.mark.parametrize("empty", [{}, {"state": ""}, {"state": "  ", "date": "2011-08-05"}])
def test_an_empty_form_asks_and_starts_nothing(client: Client, empty: dict[str, str]) -> None:
    answer = client.post("/secure-communities/reports/", empty)
    assert answer.status_code == 400
    assert "Choose a state, or the whole nation." in answer.text
    assert 'aria-invalid="true"' in answer.text
    assert "Asked for lately" not in client.get("/secure-communities/reports/").text


def test_the_nation_is_asked_for_by_its_name(client: Client) -> None:
    assert job(asked(client, state="US")).order.state == ""


def test_one_network_may_have_two_files_made_one_of_them_of_the_nation(client: Client) -> None:
    assert ask(client, state="US").status_code == 303
    again = ask(client, state="US", date="2011-08-06")
    assert again.status_code == 429
    assert "As many files as one network may ask for" in again.text
    assert int(again["Retry-After"]) > 0
    assert ask(client).status_code == 303
    assert ask(client, state="DC").status_code == 429
    assert ask(client).status_code == 303, "what is being made already is shared"
    assert ask_from(client, "192.0.2.7", state="DC").status_code == 303


def test_files_of_the_nation_keep_no_state_from_being_made(
    client: Client, settings: SettingsWrapper
) -> None:
    settings.REPORTS_OPEN_MOST = 2
    for number in range(2):
        day = f"2011-08-0{number + 1}"
        answer = ask_from(client, f"192.0.2.{number}", state="US", date=day)
        assert answer.status_code == 303
    refused = ask_from(client, "192.0.2.9", state="US", date="2012-01-01")
    assert refused.status_code == 429
    assert "As many files as are allowed" in refused.text
    assert ask_from(client, "192.0.2.9").status_code == 303


def test_no_network_is_kept_with_a_job(client: Client, typeset: list[str]) -> None:
    ask_from(client, "192.0.2.77")
    (told,) = Job.objects.values_list("arguments", flat=True)
    assert "192.0.2" not in str(told)
    tasks.run_job(Job.objects.get().pk)
    assert "asker" not in Job.objects.get().arguments


def test_a_small_file_goes_before_a_large_one(client: Client, typeset: list[str]) -> None:
    nation = asked(client, state="US")
    delaware = int(ask_from(client, "192.0.2.7")["Location"].split("/")[3])
    assert job(nation).ahead == 1
    assert job(delaware).ahead == 0
    tasks.run_job(nation)
    assert job(nation).status == "queued", "it is not its turn"
    assert typeset == []
    tasks.run_job(delaware)
    assert job(delaware).status == "done"


def test_a_large_file_gives_way_after_its_turn_and_goes_on_where_it_stood(
    client: Client, typeset: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    illinois = asked(client, state="IL")
    told = tasks.Keeper.tell

    def turn_ends(keeper: tasks.Keeper, progress: float) -> None:
        if len(typeset) == 5:
            # Somebody else asks meanwhile, and the minute is over.
            ask_from(client, "192.0.2.7", state="DE")
            keeper.ends_at = 0.0
            keeper._renew()
        told(keeper, progress)

    monkeypatch.setattr(tasks.Keeper, "tell", turn_ends)
    tasks.run_job(illinois)
    waits = job(illinois)
    assert waits.status == "queued"
    assert jobs.job_state(illinois).attempts == 0, "a turn is no attempt"
    assert waits.ahead == 1
    monkeypatch.setattr(tasks.Keeper, "tell", told)
    tasks.run_job(illinois)
    assert job(illinois).status == "queued"
    delaware = Job.objects.exclude(pk=illinois).get().pk
    tasks.run_job(delaware)
    tasks.run_job(illinois)
    assert {job(delaware).status, job(illinois).status} == {"done"}
    assert len(typeset) == len(set(typeset)), "nothing was made twice"


def test_what_waited_long_goes_before_what_is_small(client: Client, typeset: list[str]) -> None:
    illinois = asked(client, state="IL")
    delaware = int(ask_from(client, "192.0.2.7")["Location"].split("/")[3])
    asked_at = timezone.now() - turns.LONG
    Job.objects.filter(pk=illinois).update(asked_at=asked_at)
    assert turns.next_in_turn("reports", timezone.now()) == illinois
    Job.objects.filter(pk=illinois).update(asked_at=timezone.now())
    assert turns.next_in_turn("reports", timezone.now()) == delaware


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": "ZZ"},
        {"date": "yesterday"},
        {"edition": "9"},
        {"language": "fr"},
        {"program": "x"},
    ],
)
def test_an_order_that_means_nothing_is_refused_and_leaves_no_job(
    client: Client, wrong: dict[str, str]
) -> None:
    assert ask(client, **wrong).status_code == 400
    assert "Asked for lately" not in client.get("/secure-communities/reports/").text


@pytest.mark.parametrize(
    "headers",
    [{"origin": "https://elsewhere.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}],
)
def test_a_form_of_another_site_is_turned_away(client: Client, headers: dict[str, str]) -> None:
    assert client.post("/secure-communities/reports/", DELAWARE, headers=headers).status_code == 403
    own = {"origin": "http://testserver", "sec-fetch-site": "same-origin"}
    assert client.post("/secure-communities/reports/", DELAWARE, headers=own).status_code == 303


def test_asking_leaves_no_cookie(client: Client) -> None:
    answer = ask(client)
    assert not answer.cookies
    assert not client.get(answer["Location"]).cookies


@pytest.mark.parametrize("number", ["0", "999999", "99999999999999999999999"])
@pytest.mark.parametrize("ending", ["/", ".json", ".zip"])
def test_a_job_that_is_none_is_not_found(client: Client, number: str, ending: str) -> None:
    assert client.get(f"/secure-communities/reports/{number}{ending}").status_code == 404


def test_a_job_of_another_kind_is_not_shown(client: Client) -> None:
    other = jobs.ask_job(
        kind="publish", arguments={}, by="Ada", at=timezone.now(), lease=timedelta(seconds=30)
    )
    assert client.get(f"/secure-communities/reports/{other}/").status_code == 404


def test_the_page_says_the_limits_and_what_was_made(client: Client, typeset: list[str]) -> None:
    said = client.get("/secure-communities/reports/").text
    for limit in ("3,290 reports", "small ones first", "2 files", "4 GB", "made once"):
        assert limit in said
    tasks.run_job(asked(client))
    assert (
        "Delaware, August 5, 2011, edition 1, English"
        in client.get("/secure-communities/reports/").text
    )


def test_the_page_of_a_job_follows_it_without_a_script_until_told_to_be_still(
    client: Client,
) -> None:
    page = f"/secure-communities/reports/{asked(client)}/"
    assert '<noscript><meta http-equiv="refresh"' in client.get(page).text
    assert "refresh" not in client.get(page, {"still": "1"}).text
    assert client.get(page)["Cache-Control"] == "no-store"


def test_the_script_is_told_how_far_a_job_is(client: Client) -> None:
    job_id = asked(client)
    taken = jobs.take_job(
        job_id=job_id, at=timezone.now() - timedelta(seconds=60), lease=timedelta(seconds=30)
    )
    assert taken
    half = progress.share(3, 4)
    jobs.keep_job(job=taken, progress=half, at=timezone.now(), lease=timedelta(seconds=30))
    told = client.get(f"/secure-communities/reports/{job_id}.json").json()
    assert told["open"] is True
    assert told["progress"] == pytest.approx(half, abs=1e-3)
    assert told["said"] == "3 of 4 reports made. Less than a minute left."


def test_the_time_left_follows_the_pace_of_this_attempt_alone() -> None:
    began = timezone.now()
    after = began + timedelta(seconds=10)
    assert progress.remaining_seconds(60, 100, 50, began, after) == pytest.approx(40.8)
    assert progress.remaining_seconds(51, 100, 50, began, after) is None


def test_reports_are_made_for_one_order_at_a_time(client: Client, typeset: list[str]) -> None:
    first, second = asked(client), asked(client, state="DC")
    now = timezone.now()
    assert jobs.take_job(job_id=first, at=now, lease=timedelta(seconds=30))
    tasks.run_job(second)
    assert job(second).status == "queued"
    assert jobs.job_state(second).attempts == 0
    assert typeset == []


def test_a_place_whose_report_cannot_be_made_is_named_and_the_others_are_made(
    client: Client, typeset: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    good = make.place_report_pdf

    def fails(as_of: object, geoid: str, site_url: str) -> bytes:
        if geoid == "10003":
            raise ValueError("no such sign")
        return good(as_of, geoid, site_url)  # type: ignore[arg-type]

    monkeypatch.setattr(make, "place_report_pdf", fails)
    job_id = asked(client)
    tasks.run_job(job_id)
    assert job(job_id).status == "done"
    file = file_of(client, job_id)
    names = {name.partition("/")[2]: name for name in file.namelist()}
    rows = list(csv.DictReader(StringIO(file.read(names["index.csv"]).decode())))
    assert [row["geoid"] for row in rows if not row["file"]] == ["10003"]
    assert "10003 New Castle County, Delaware" in file.read(names["not-made.txt"]).decode()
    index = file.read(names["index.html"]).decode()
    assert "New Castle County (the report could not be made)" in index
    page = re.sub(r"\s+", " ", client.get(f"/secure-communities/reports/{job_id}/").text)
    assert "3 reports and an index are ready." in page
    assert "1 report could not be made" in page


def test_an_order_of_which_nothing_can_be_made_fails(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(as_of: object, geoid: str, site_url: str) -> bytes:
        raise ValueError("no such font")

    monkeypatch.setattr(make, "place_report_pdf", fails)
    job_id = asked(client)
    for _attempt in range(3):
        tasks.run_job(job_id)
    assert job(job_id).status == "failed"


class Mortal:
    """A process that dies at some places."""

    over = False
    fatal: frozenset[str] = frozenset()

    def __init__(self, order: object, into: Path) -> None:
        self.into = into

    def __enter__(self) -> Mortal:
        return self

    def __exit__(self, *wrong: object) -> None:
        self.over = True

    def start(self) -> None:
        """Another one."""

    end = start

    def make(self, geoid: str) -> None:
        if geoid in self.fatal:
            raise typesetters.TypesettingFailed(f"{geoid}: killed")


@pytest.mark.parametrize("fatal", [{"2"}, {"2", "3"}, {"2", "4", "5"}])
def test_a_place_at_which_the_process_dies_is_passed_over(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, fatal: set[str]
) -> None:
    monkeypatch.setattr(typesetters, "Typesetter", Mortal)
    monkeypatch.setattr(Mortal, "fatal", frozenset(fatal))
    order: Any = None
    *_, made = typesetters.typeset(order, ["1", "2", "3", "4", "5"], tmp_path, 1)
    assert made == 5
    assert set(failed_in(tmp_path)) == fatal


def test_processes_that_die_one_after_another_end_the_work(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(typesetters, "Typesetter", Mortal)
    monkeypatch.setattr(Mortal, "fatal", frozenset("12345"))
    order: Any = None
    with pytest.raises(typesetters.TypesettingFailed):
        list(typesetters.typeset(order, ["1", "2", "3", "4", "5"], tmp_path, 1))
