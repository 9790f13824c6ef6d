"""An error has a number, on its page, in its header and in the log; the log names no reader."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from io import StringIO
from typing import Any

import pytest
from django.test import Client
from django.urls import URLResolver, get_resolver

from jurisdictions import tasks
from jurisdictions.models import Job
from jurisdictions.operating.logs.lines import JsonLines, Numbered, PlainLines
from jurisdictions.operating.logs.number import new_number, number_now, numbered
from jurisdictions.operating.logs.paths import path_for_log
from jurisdictions.record.jobs.queue import ask_job

NUMBER = re.compile(r"\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}\b")
BROKEN = "tests.operating.broken_urls"


@pytest.fixture
def log() -> Iterator[StringIO]:
    """What the log says, as JSON."""
    said = StringIO()
    handler = logging.StreamHandler(said)
    handler.setFormatter(JsonLines())
    handler.addFilter(Numbered())
    root = logging.getLogger()
    root.addHandler(handler)
    yield said
    root.removeHandler(handler)


def lines(log: StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in log.getvalue().splitlines()]


@pytest.fixture
def reader(settings: Any) -> Client:
    settings.ROOT_URLCONF = BROKEN
    return Client(raise_request_exception=False, REMOTE_ADDR="198.51.100.7")


def test_the_page_of_an_error_has_the_number_that_the_log_has(
    reader: Client, log: StringIO
) -> None:
    answer = reader.get("/broken/?text=Ana+López")
    assert answer.status_code == 500
    number = answer["X-Request-Id"]
    assert NUMBER.fullmatch(number)
    assert f"Number of this error: <code>{number}</code>" in answer.text
    assert f"Número de este error: <code>{number}</code>" in answer.text
    (line,) = [one for one in lines(log) if "error" in one]
    assert line["number"] == number
    assert "RuntimeError: unthought of" in line["error"]
    assert "López" not in log.getvalue()
    assert "198.51.100.7" not in log.getvalue()


@pytest.mark.parametrize(
    ("path", "words"), [("/away/", "Number of this error"), ("/es/away/", "Número de este error")]
)
def test_a_database_that_is_away_has_a_number_in_both_languages(
    reader: Client, log: StringIO, path: str, words: str
) -> None:
    answer = reader.get(path)
    assert answer.status_code == 503
    assert f"{words}: <code>{answer['X-Request-Id']}</code>" in answer.text
    assert {one["number"] for one in lines(log)} == {answer["X-Request-Id"]}


@pytest.mark.usefixtures("shipped")
def test_a_form_that_is_refused_has_a_number(log: StringIO) -> None:
    client = Client(enforce_csrf_checks=True)
    answer = client.post("/account/login/", {"login": "ana@example.org", "password": "x"})
    assert answer.status_code == 403
    assert answer["X-Request-Id"] in answer.text
    assert answer["X-Request-Id"] in {one.get("number") for one in lines(log)}


def test_two_requests_have_two_numbers_and_outside_there_is_none(reader: Client) -> None:
    numbers = {reader.get("/broken/")["X-Request-Id"] for _ in range(3)}
    assert len(numbers) == 3
    assert number_now() == ""


def test_secrets_of_addresses_are_left_out_of_the_log(reader: Client, log: StringIO) -> None:
    reader.get("/invitation/the-secret-of-ana/broken")
    reader.get("/invitation/the-secret-of-ana/nothing/here")
    assert "/invitation/…/broken" in log.getvalue()
    assert "the-secret-of-ana" not in log.getvalue()


PUBLIC = {"places/", "lists/", "desk/sources/", "desk/flags/", "claims/", "sources/"}


def patterns(resolver: Any, before: str = "") -> Iterator[str]:
    for one in resolver.url_patterns:
        path = before + str(one.pattern).removeprefix("^")
        if isinstance(one, URLResolver):
            yield from patterns(one, path)
        else:
            yield path


def test_every_address_with_a_secret_in_it_is_known() -> None:
    secret = re.compile(r"<str:(?:token|secret)>|\(\?P<uidb36>.*|\(\?P<key>.*")
    found = []
    for path in patterns(get_resolver()):
        tail = path.removeprefix("secure-communities/").removeprefix("^")
        if secret.search(path) and not any(tail.startswith(one) for one in PUBLIC):
            found.append("/" + secret.sub("S3CRET", path).rstrip("$"))
    assert len(found) >= 5
    assert not [path for path in found if "S3CRET" in path_for_log(path)]


def test_a_line_for_each_request_only_where_it_is_asked_for(
    settings: Any, reader: Client, log: StringIO
) -> None:
    reader.get("/robots.txt?text=Ana")
    assert not lines(log)
    settings.LOG_REQUESTS = True
    answer = reader.get("/robots.txt?text=Ana", HTTP_USER_AGENT="Mozilla/5.0")
    (line,) = lines(log)
    assert line.pop("at").endswith("+00:00")
    assert line.pop("ms") >= 0
    assert line.pop("message").startswith("GET /robots.txt 200 ")
    assert line == {
        "level": "INFO",
        "logger": "tracker.requests",
        "number": answer["X-Request-Id"],
        "method": "GET",
        "path": "/robots.txt",
        "view": "robots",
        "status": 200,
    }


def test_the_plain_form_ends_with_the_number() -> None:
    record = logging.LogRecord("a.logger", logging.WARNING, "", 1, "It is %s.", ("so",), None)
    with numbered(new_number()) as number:
        Numbered().filter(record)
        assert PlainLines().format(record).endswith(f" WARNING a.logger: It is so. [{number}]")
    Numbered().filter(record)
    assert PlainLines().format(record).endswith(" WARNING a.logger: It is so.")


@pytest.mark.django_db
@pytest.mark.usefixtures("migrated")
def test_the_error_of_a_job_has_the_number_that_the_log_has(
    log: StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(arguments: dict[str, Any], tell: tasks.Tell) -> None:
        raise RuntimeError("unthought of")

    monkeypatch.setitem(tasks.KINDS, "breaks", breaks)
    monkeypatch.setattr(tasks.Keeper, "start", lambda keeper: None)
    monkeypatch.setattr(tasks.Keeper, "join", lambda keeper: None)
    at = datetime.now(UTC)
    job = ask_job(kind="breaks", arguments={}, by="the tests", at=at, lease=tasks.job_lease())
    tasks.run_job(job)
    (line,) = [one for one in lines(log) if "error" in one]
    error = Job.objects.get(pk=job).error
    assert error.startswith(f"Number of this error: {line['number']}\n")
    assert error.endswith("RuntimeError: unthought of\n")
