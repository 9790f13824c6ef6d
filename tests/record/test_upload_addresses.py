"""A spreadsheet that lies at an address: where its rows lie, and what comes of fetching them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings as SettingsWrapper

from jurisdictions import tasks
from jurisdictions.models import Job, Upload
from jurisdictions.record.faults import Refused
from jurisdictions.record.fetching.limits import Fetched
from jurisdictions.record.fetching.unfetched import Unfetched, Why
from jurisdictions.record.jobs.queue import finish_job, take_job
from jurisdictions.record.uploads import fetching
from jurisdictions.record.uploads.fetching import begin_address, fetch_again, fetch_upload, name_of
from jurisdictions.record.uploads.web_addresses import file_address
from tests.a_site import Page, a_site
from tests.people import acting, make_person, sign_in
from tests.record.uploading import NOW, checked, counts
from tests.web.writing import words

SHEETS = "https://docs.google.com/spreadsheets"
ID, PUBLISHED = "1aBcD_efGHijkLmnop-QRstu", "2PACX-1vQabcdefghijk"
TEXT = b"geoid,activated_on,source\n17143,2011-08-16,ice_activated_list\n"
CAME = Fetched(
    address="https://example.org/a",
    final_address="https://example.org/a",
    content=TEXT,
    media_type="text/csv",
    charset="",
    file_name="list",
    etag="",
    last_modified="",
    fetched_at=NOW,
)


@pytest.mark.parametrize(
    ("address", "file"),
    [
        (f"{SHEETS}/d/{ID}/edit#gid=12", f"{SHEETS}/d/{ID}/export?format=csv&gid=12"),
        (f"{SHEETS}/d/{ID}/edit?gid=3#gid=3", f"{SHEETS}/d/{ID}/export?format=csv&gid=3"),
        (f"{SHEETS}/d/{ID}/edit?usp=sharing", f"{SHEETS}/d/{ID}/export?format=csv"),
        (f"docs.google.com/spreadsheets/d/{ID}", f"{SHEETS}/d/{ID}/export?format=csv"),
        (f"{SHEETS}/u/1/d/{ID}/htmlview", f"{SHEETS}/u/1/d/{ID}/export?format=csv"),
        (f"{SHEETS}/d/{ID}/export?format=xlsx", f"{SHEETS}/d/{ID}/export?format=xlsx"),
        (f"{SHEETS}/d/{ID}/export?format=pdf", f"{SHEETS}/d/{ID}/export?format=csv"),
        (f"{SHEETS}/d/e/{PUBLISHED}/pubhtml", f"{SHEETS}/d/e/{PUBLISHED}/pub?output=csv"),
        (
            f"{SHEETS}/d/e/{PUBLISHED}/pubhtml?gid=7&single=true",
            f"{SHEETS}/d/e/{PUBLISHED}/pub?gid=7&single=true&output=csv",
        ),
        (
            f"{SHEETS}/d/e/{PUBLISHED}/pub?output=tsv",
            f"{SHEETS}/d/e/{PUBLISHED}/pub?output=tsv",
        ),
        (f"{SHEETS}/d/{ID}/edit#gid=x&q=1", f"{SHEETS}/d/{ID}/export?format=csv"),
        (
            "https://github.com/a/b/blob/main/c/d.csv",
            "https://raw.githubusercontent.com/a/b/main/c/d.csv",
        ),
        ("https://www.dropbox.com/s/x/a.csv?dl=0", "https://www.dropbox.com/s/x/a.csv?dl=1"),
        (" https://example.org/a.csv ", "https://example.org/a.csv"),
        ("https://[x", "https://[x"),
    ],
)
def test_an_address_for_people_becomes_that_of_the_rows(address: str, file: str) -> None:
    assert file_address(address) == file


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ({}, "list.csv"),
        ({"file_name": "a.tsv"}, "a.tsv"),
        ({"file_name": "", "media_type": "application/octet-stream"}, "file.csv"),
        ({"media_type": "application/octet-stream", "content": b"PK\x03\x04.."}, "list.xlsx"),
    ],
)
def test_what_came_is_read_by_its_name_or_its_type(told: dict[str, Any], name: str) -> None:
    assert name_of(replace(CAME, **told)) == name


@pytest.fixture
def upload(shipped: None, settings: Any, tmp_path: Any) -> Upload:
    settings.UPLOADS_ROOT = tmp_path / "uploads"
    person = make_person("contributor", "US")
    told = {"program": "secure-communities", "kind": "activation", "language": "en", "at": NOW}
    number = begin_address(**told, address="https://example.org/a", by=acting(person))
    return Upload.objects.get(pk=number)


def fetched(upload: Upload, monkeypatch: pytest.MonkeyPatch, answer: Any) -> Upload:
    """The upload once the worker has been there."""

    def fetch(address: str, **_more: Any) -> Fetched:
        assert address == upload.shape["address"]
        if isinstance(answer, Exception):
            raise answer
        return replace(CAME, **answer)

    monkeypatch.setattr(fetching, "fetch", fetch)
    fetch_upload(upload=upload.pk, account=upload.made_by.account_id, at=NOW)
    return Upload.objects.get(pk=upload.pk)


def test_a_file_is_fetched_by_the_worker_and_then_read_like_any_other(
    upload: Upload, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert Job.objects.get(pk=upload.job_id).kind == "upload-fetch"
    assert (upload.shape["step"], upload.file) == ("fetch", "")
    found = fetched(upload, monkeypatch, {})
    assert (found.file_name, found.shape["step"]) == ("list.csv", "rows")
    assert found.job is not None
    assert found.job.kind == "upload"
    assert counts(checked(found))[3] == 0


@pytest.mark.usefixtures("shipped")
def test_an_address_that_is_typed_is_fetched_from_its_server_and_its_rows_are_read(
    client: Client, settings: SettingsWrapper, tmp_path: Path
) -> None:
    settings.UPLOADS_ROOT = tmp_path / "uploads"
    person = make_person("contributor", "US")
    sign_in(client, person)
    with a_site() as site:
        settings.FETCH_TRIED_ORIGINS = [site.origin]
        site.pages["/pub"] = Page(status=302, headers={"Location": "/list.csv"})
        page = _sent(client, f"{site.origin}/pub")
        assert "js/bulk/job.js" in client.get(page).content.decode()
        _work()
        # The way leads to nothing yet: it is said, and can be tried again.
        assert "There is nothing at this address" in words(client.get(page))
        site.pages["/list.csv"] = Page(TEXT, headers={"Content-Type": "text/csv"})
        assert client.post(page, {"act": "fetch"}).status_code == 303
        _work()
    said = words(client.get(page))
    assert "list.csv" in said
    assert Upload.objects.get().findings["counts"]["rejected"] == 0
    assert "Send" in said


def _sent(client: Client, address: str) -> str:
    """The page of an upload that an address was given for."""
    told = {"kind": "activation", "address": address}
    answer = client.post("/secure-communities/desk/uploads/", told)
    assert answer.status_code == 303, words(answer)
    return str(answer["Location"])


def _work() -> None:
    """Carry out what waits for the worker, and what that asks for."""
    for kind in ("upload-fetch", "upload"):
        for number in Job.objects.filter(kind=kind, status="queued").values_list("pk", flat=True):
            job = take_job(job_id=number, at=timezone.now(), lease=timedelta(minutes=1))
            assert job is not None
            tasks.KINDS[kind](job.arguments, lambda done: None)
            finish_job(job=job, at=timezone.now())


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Unfetched(Why.GONE, 404), "There is nothing at this address any more (status 404)."),
        ({"content": b"<!doctype html><p>"}, "list.csv is a web page, not a table"),
        ({"content": b"GIF89a\x00\x00"}, "list.csv holds NUL bytes"),
        ({"final_address": "https://accounts.google.com/x"}, "is not open to everybody"),
    ],
)
def test_why_nothing_came_is_told_and_it_can_be_tried_again(
    upload: Upload, monkeypatch: pytest.MonkeyPatch, answer: Any, said: str
) -> None:
    found = fetched(upload, monkeypatch, answer)
    assert said in found.shape["failed"]
    assert found.file == ""
    fetch_again(upload=upload.pk, by=acting(upload.made_by), at=NOW)
    assert fetched(upload, monkeypatch, {}).shape["step"] == "rows"


@pytest.mark.parametrize("address", ["http://example.org/a.csv", "ftp://x", "a b", "https://"])
def test_what_is_no_public_address_is_refused_at_once(shipped: None, address: str) -> None:
    person = make_person("contributor", "US")
    told = {"program": "secure-communities", "kind": "activation", "language": "en", "at": NOW}
    with pytest.raises(Refused):
        begin_address(**told, address=address, by=acting(person))
