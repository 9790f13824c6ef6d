"""What is published is given from kept bytes, to the right readers, and without the database."""

from __future__ import annotations

import gzip
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client
from django.utils.timezone import localdate
from pytest_django import DjangoAssertNumQueries

from jurisdictions.read.newest import Newest
from jurisdictions.web.site.kept import middleware, question
from jurisdictions.web.site.kept.answers import OPENERS
from jurisdictions.web.site.kept.watch import Known

pytestmark = pytest.mark.usefixtures("shipped")
COOK = "/places/17031-cook-county-illinois/"
PUBLISHED = [
    "/secure-communities/",
    "/es/secure-communities/",
    COOK,
    f"/es{COOK}?date=2011-08-05",
    "/secure-communities/jurisdictions/?state=IL",
    "/places/17031/",
    "/secure-communities/policy/",
    "/secure-communities/sources/",
    "/secure-communities/methodology/",
    "/secure-communities/jurisdictions.csv?state=DE",
    "/secure-communities/jurisdictions.json?state=DE",
    "/secure-communities/jurisdictions.geojson?state=DE",
    "/secure-communities/jurisdictions.xlsx?state=DE",
    "/secure-communities/history.csv?state=DE",
    "/secure-communities/places/10001.pdf",
    "/secure-communities/map.svg",
    "/secure-communities/map.png",
    "/map/secure-communities/1/status.json",
    "/places/search.json",
    "/map/names.json",
    "/sitemap.xml",
    "/cite.bib?page=/secure-communities/policy/",
    "/api/v1/status/?state=DE",
    "/api/v1/places/10001/?lang=es",
    "/secure-communities/data/secure-communities-edition-1/",
]
NOT_KEPT = [
    f"/secure-communities{COOK}wrong/",
    f"/secure-communities{COOK}reply/",
    "/secure-communities/reports/",
    "/account/login/",
    "/healthz",
    f"/secure-communities{COOK}history/",
    "/places/99999/",
    "/secure-communities/jurisdictions/?level=city",
    "/api/v1/status/?level=city",
]


@dataclass
class StillWatch:
    """A watch that says what a test wants."""

    word: str = "one"
    earlier: tuple[str, ...] = ()
    away: bool = False
    silent: bool = False

    def known(self) -> Known:
        ends = (0.0,) * len(self.earlier)
        return Known(Newest(self.word, {"secure-communities": 1}), self.earlier, ends)


@pytest.fixture(autouse=True)
def watch(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StillWatch:
    settings.ANSWERS_QUOTA = 50_000_000
    settings.DATA_DIR = tmp_path
    still = StillWatch()
    monkeypatch.setattr(middleware, "watch", lambda: still)
    return still


@pytest.fixture
def cut_off(shipped: None) -> Iterator[Callable[[], None]]:
    """Ends the database: from then on whoever asks it anything is refused."""
    del shipped

    def refuse(*_given: Any, **_told: Any) -> None:
        raise OperationalError("connection refused")

    with pytest.MonkeyPatch.context() as patch:
        yield lambda: patch.setattr("django.db.backends.utils.CursorWrapper.execute", refuse)


@pytest.fixture
def no_database(cut_off: Callable[[], None]) -> None:
    cut_off()


def content(answer: Any) -> bytes:
    said = b"".join(answer.streaming_content) if answer.streaming else bytes(answer.content)
    return opened(said, answer.get("Content-Encoding", ""))


def opened(said: bytes, coding: str) -> bytes:
    return OPENERS[coding](said) if coding else said


def headers(answer: Any) -> dict[str, str]:
    """Those that are the same for every reader."""
    own = ("Content-Length", "RateLimit-Remaining", "RateLimit-Reset", "X-Request-Id")
    return {name: value for name, value in answer.items() if name not in own}


def kept(tmp_path: Path) -> list[str]:
    folder = tmp_path / "answers"
    return sorted(file.name for file in folder.iterdir()) if folder.is_dir() else []


def test_an_address_of_mail_that_is_typed_into_a_search_is_kept_nowhere(
    client: Client, tmp_path: Path
) -> None:
    for typed in ("ines@example.org", "ines%40example.org"):
        assert client.get(f"/secure-communities/jurisdictions/?q={typed}").status_code == 200
    assert kept(tmp_path) == []
    assert client.get("/secure-communities/jurisdictions/?q=kane").status_code == 200
    (name,) = kept(tmp_path)
    noted = (tmp_path / "answers" / name).read_bytes().partition(b"\n")[0]
    assert b"kane" not in noted


@pytest.mark.parametrize("address", PUBLISHED)
def test_what_was_read_once_is_given_without_the_database(
    client: Client, address: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    first: Any = client.get(address)
    said = content(first)
    with django_assert_num_queries(0):
        again: Any = client.get(address)
    assert content(again) == said
    assert again.status_code == first.status_code
    assert headers(again) == headers(first)


@pytest.mark.parametrize("address", NOT_KEPT)
def test_what_may_change_at_any_moment_is_not_kept(
    client: Client, address: str, tmp_path: Path
) -> None:
    client.get(address)
    assert kept(tmp_path) == []


def test_each_question_has_an_answer_of_its_own(client: Client, tmp_path: Path) -> None:
    questions: list[tuple[str, dict[str, str]]] = [
        ("/secure-communities/policy/", {}),
        ("/es/secure-communities/policy/", {}),
        ("/secure-communities/policy/?date=2011-08-05", {}),
        ("/secure-communities/policy/?known=2011-08-05", {}),
        ("/secure-communities/policy/?edition=1", {}),
        ("/secure-communities/policy/?unknown=x", {}),
        ("/secure-communities/policy/?unknown=y", {}),
        ("/secure-communities/policy/?unknown=", {}),
        ("/secure-communities/policy/", {"Host": "127.0.0.1"}),
        ("/secure-communities/policy/", {"Host": "localhost:8000"}),
        ("/secure-communities/policy/", {"Accept-Encoding": "gzip"}),
    ]
    for number, (address, headers) in enumerate(questions, 1):
        client.get(address, headers=headers)
        assert len(kept(tmp_path)) == number, address
    assert "unknown=x" not in client.get("/secure-communities/policy/?unknown=y").text
    assert (
        "localhost:8000"
        not in client.get("/secure-communities/policy/", headers={"Host": "127.0.0.1"}).text
    )


def test_the_same_question_in_another_order_is_the_same(client: Client, tmp_path: Path) -> None:
    client.get("/secure-communities/policy/?date=2011-08-05&edition=1")
    client.get("/secure-communities/policy/?edition=1&date=2011-08-05")
    assert len(kept(tmp_path)) == 1


def test_a_host_that_is_not_ours_is_refused_and_keeps_nothing(
    client: Client, tmp_path: Path
) -> None:
    client.get("/secure-communities/policy/")
    assert (
        client.get("/secure-communities/policy/", headers={"Host": "evil.example"}).status_code
        == 400
    )
    assert len(kept(tmp_path)) == 1


def test_a_packed_answer_goes_only_to_who_can_open_it(client: Client) -> None:
    packed = client.get("/secure-communities/policy/", headers={"Accept-Encoding": "gzip, br"})
    assert packed["Content-Encoding"] == "br"
    for accepted in ("gzip", "gzip, br;q=0", "deflate, gzip;q=0.5"):
        other = client.get("/secure-communities/policy/", headers={"Accept-Encoding": accepted})
        assert other["Content-Encoding"] == "gzip", accepted
        assert gzip.decompress(other.content) == content(packed)
        assert other["ETag"] == packed["ETag"]
        assert other["Content-Length"] == str(len(other.content))
    for accepted in ("", "identity", "gzip;q=0", "br;q=0, gzip;q=0.0"):
        plain = client.get("/secure-communities/policy/", headers={"Accept-Encoding": accepted})
        assert "Content-Encoding" not in plain
        assert b"<html" in plain.content


@pytest.mark.parametrize("address", PUBLISHED)
def test_each_reader_opens_what_another_asked_for_first(client: Client, address: str) -> None:
    accepted = ("", "br", "gzip", "gzip, deflate, br, zstd")
    first = content(client.get(address))
    for asked in (*accepted, *reversed(accepted)):
        answer: Any = client.get(address, headers={"Accept-Encoding": asked})
        assert answer.get("Content-Encoding", "") in {"", *asked.split(", ")}
        assert content(answer) == first, asked


def test_a_page_is_kept_once_as_brotli_and_once_more_for_who_takes_gzip_alone(
    client: Client, tmp_path: Path, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.get(COOK, headers={"Accept-Encoding": "gzip, br"})
    assert len(kept(tmp_path)) == 1
    with django_assert_num_queries(0):
        client.get(COOK)
        assert len(kept(tmp_path)) == 1
        for _ in range(2):
            packed = client.get(COOK, headers={"Accept-Encoding": "gzip"})
            assert packed["Content-Encoding"] == "gzip"
            assert len(kept(tmp_path)) == 2


def test_somebodys_gzip_does_not_make_a_page_heavier_for_the_others(
    client: Client, watch: StillWatch
) -> None:
    client.get(COOK, headers={"Accept-Encoding": "gzip"})
    watch.away = True
    asked = {"Accept-Encoding": "gzip, br"}
    assert client.get(COOK, headers=asked)["Content-Encoding"] == "gzip"
    watch.away = False
    assert client.get(COOK, headers=asked)["Content-Encoding"] == "br"
    # Django adds up to 100 random bytes to gzip: what is saved is ten times that.
    light, heavy = (
        client.get(COOK, headers={"Accept-Encoding": coding}).content
        for coding in ("gzip, br", "gzip")
    )
    assert len(light) < 0.95 * len(heavy)


def test_who_has_a_session_is_given_gzip_with_its_random_length(client: Client) -> None:
    client.cookies["sessionid"] = "a session"
    for address in (COOK, "/account/login/"):
        answer = client.get(address, headers={"Accept-Encoding": "gzip, br"})
        assert answer["Content-Encoding"] == "gzip"


def test_a_form_with_a_token_is_not_packed_with_brotli(client: Client) -> None:
    answer = client.get("/account/login/", headers={"Accept-Encoding": "gzip, br"})
    assert answer["Content-Encoding"] == "gzip"
    assert b"csrfmiddlewaretoken" in content(answer)


def test_a_reader_who_has_it_gets_nothing_and_a_head_no_content(client: Client) -> None:
    first = client.get("/secure-communities/policy/")
    again = client.get("/secure-communities/policy/", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again["Cache-Control"] == first["Cache-Control"]
    assert again["Vary"] == first["Vary"]
    head = client.head("/secure-communities/policy/")
    assert head.content == b""
    assert head["Content-Length"] == str(len(first.content))


def test_what_stands_now_is_read_anew(client: Client, watch: StillWatch, tmp_path: Path) -> None:
    client.get("/secure-communities/policy/")
    watch.word = "two"
    client.get("/secure-communities/policy/")
    assert len(kept(tmp_path)) == 2


@pytest.mark.parametrize(
    "address",
    [
        "/secure-communities/history.csv?state=DE",
        "/secure-communities/jurisdictions.geojson?state=DE",
    ],
)
def test_a_stream_is_kept_when_all_of_it_was_sent(
    client: Client, address: str, tmp_path: Path
) -> None:
    broken: Any = client.get(address)
    next(iter(broken.streaming_content))
    # As a server does whose reader has left. Left open, it would give back its program's addresses
    # whenever it is collected: in the middle of another test.
    broken._iterator.close()
    assert kept(tmp_path) == []
    said = content(client.get(address))
    assert len(kept(tmp_path)) == 1
    assert content(client.get(address)) == said


def test_who_is_signed_in_gets_pages_made_for_them_and_the_same_files(
    client: Client, tmp_path: Path
) -> None:
    client.get("/secure-communities/policy/")
    client.get("/secure-communities/policy.csv")
    client.cookies["sessionid"] = "a session"
    page = client.get("/secure-communities/policy/")
    file = client.get("/secure-communities/policy.csv")
    assert page["Cache-Control"] == file["Cache-Control"] == "private, no-cache"
    assert client.get("/secure-communities/sources/")["Cache-Control"] == "private, no-cache"
    assert len(kept(tmp_path)) == 2


def test_a_damaged_answer_is_made_anew(client: Client, tmp_path: Path) -> None:
    said = client.get("/secure-communities/policy/").content
    for file in (tmp_path / "answers").iterdir():
        os.truncate(file, 30)
    assert client.get("/secure-communities/policy/").content == said


def test_an_answer_that_cannot_be_kept_is_given_all_the_same(
    client: Client, tmp_path: Path
) -> None:
    (tmp_path / "answers").write_text("no folder")
    assert client.get("/secure-communities/policy/").status_code == 200
    assert client.get("/secure-communities/policy/").status_code == 200


def test_kept_answers_of_the_api_count_as_requests(client: Client, settings: Any) -> None:
    settings.API_REQUESTS = 3
    answers = [client.get("/api/v1/summary/") for _ in range(5)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429, 429]
    assert [answer["RateLimit-Remaining"] for answer in answers] == ["2", "1", "0", "0", "0"]
    tag = {"If-None-Match": answers[0]["ETag"]}
    assert client.get("/api/v1/summary/", headers=tag).status_code == 304


def test_a_write_gives_its_sign_to_the_other_processes(client: Client, tmp_path: Path) -> None:
    client.get("/secure-communities/policy/")
    sign = tmp_path / "answers" / "nudged"
    assert not sign.exists()
    client.post("/account/login/", {"login": "a@example.org", "password": "x"})
    assert sign.exists()


@pytest.mark.parametrize(
    "path",
    [
        "/secure-communities/",
        "/es/secure-communities/",
        COOK,
        "/secure-communities/policy/",
        "/secure-communities/jurisdictions/?state=IL",
    ],
)
def test_no_cache_on_the_way_gives_a_page_of_the_public_to_who_is_signed_in(
    client: Client, path: str
) -> None:
    for _ in ("made", "kept"):
        answer = client.get(path)
        assert answer["Cache-Control"].startswith("public")
        assert "Cookie" in answer["Vary"]
    client.cookies["sessionid"] = "a session"
    assert "Cookie" in client.get(path)["Vary"]


def test_what_is_kept_packed_is_unpacked_for_who_opens_nothing(client: Client) -> None:
    packed = client.get("/secure-communities/policy/", headers={"Accept-Encoding": "gzip"})
    plain = client.get("/secure-communities/policy/")
    assert gzip.decompress(packed.content) == plain.content
    assert "Content-Encoding" not in plain
    assert plain["Content-Length"] == str(len(plain.content))
    assert packed["ETag"] == f"W/{plain['ETag']}"
    assert (
        client.get(
            "/secure-communities/policy/", headers={"If-None-Match": plain["ETag"]}
        ).status_code
        == 304
    )


@pytest.mark.parametrize("accepted", ["*/*", "", "text/html, */*;q=0.8"])
def test_who_takes_anything_from_the_api_gets_the_same(
    client: Client, tmp_path: Path, accepted: str
) -> None:
    client.get("/api/v1/summary/", headers={"Accept": "*/*"})
    client.get("/api/v1/summary/", headers={"Accept": accepted} if accepted else {})
    assert len(kept(tmp_path)) == 1


def test_answers_of_yesterday_serve_while_the_database_is_away(
    client: Client, watch: StillWatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = client.get("/secure-communities/policy/").content
    monkeypatch.setattr(question, "localdate", lambda: localdate() + timedelta(days=1))
    watch.silent = watch.away = True
    assert client.get("/secure-communities/policy/").content == said
    monkeypatch.setattr(question, "localdate", lambda: localdate() + timedelta(days=9))
    assert client.get("/secure-communities/policy/").status_code == 503


def test_answers_at_the_trackers_own_address_serve_other_names_of_it_while_it_is_away(
    client: Client, watch: StillWatch, settings: Any
) -> None:
    settings.MAIL_SITE_URL = "http://127.0.0.1:8000"
    said = client.get("/secure-communities/policy/", headers={"Host": "127.0.0.1:8000"}).content
    assert (
        client.get("/secure-communities/policy/", headers={"Host": "localhost:8000"}).content
        != said
    )
    client.get("/secure-communities/sources/", headers={"Host": "localhost:8000"})
    watch.silent = watch.away = True
    assert client.get("/secure-communities/policy/", headers={"Host": "testserver"}).content == said
    assert (
        client.get("/secure-communities/sources/", headers={"Host": "testserver"}).status_code
        == 503
    )


@pytest.mark.usefixtures("no_database")
@pytest.mark.parametrize(
    ("address", "kind", "said"),
    [
        ("/secure-communities/policy/", "text/html", "cannot be reached"),
        ("/es/secure-communities/policy/", "text/html", "No se puede"),
        (f"{COOK}?date=2011-08-05", "text/html", "cannot be reached"),
        ("/secure-communities/desk/", "text/html", "cannot be reached"),
        ("/secure-communities/jurisdictions.csv", "text/plain", "cannot be reached"),
        ("/es/secure-communities/places/17031.pdf", "text/plain", "No se puede"),
        ("/api/v1/status/", "application/problem+json", "cannot be reached"),
        ("/api/v1/status/?lang=es", "application/problem+json", "no se puede"),
        (
            "/secure-communities/data/secure-communities-edition-1.zip",
            "text/plain",
            "cannot be reached",
        ),
    ],
)
def test_what_needs_the_database_says_so_in_the_form_asked_for(
    client: Client, address: str, kind: str, said: str
) -> None:
    client.cookies["sessionid"] = "a session"
    answer = client.get(address)
    assert answer.status_code == 503, answer.content
    assert int(answer["Retry-After"]) > 0
    assert answer["Content-Type"].startswith(kind)
    assert said in answer.text
    assert "no-store" in answer["Cache-Control"]


def test_what_was_read_is_given_while_the_database_is_away(
    client: Client, cut_off: Callable[[], None]
) -> None:
    said = client.get("/secure-communities/policy/").content
    cut_off()
    assert client.get("/secure-communities/policy/").content == said
    client.cookies["sessionid"] = "a session"
    answer = client.get("/secure-communities/policy/")
    assert (answer.status_code, answer.content) == (200, said)
    assert answer["Cache-Control"] == "private, no-cache"
    assert client.get("/secure-communities/sources/").status_code == 503


def test_an_earlier_edition_serves_when_the_newer_cannot_be_read(
    client: Client, watch: StillWatch
) -> None:
    said = client.get("/secure-communities/policy/").content
    watch.word, watch.earlier, watch.away = "two", ("one",), True
    assert client.get("/secure-communities/policy/").content == said


@pytest.mark.postgresql
def test_nobody_waits_for_a_database_that_does_not_answer(
    client: Client, watch: StillWatch, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.get("/secure-communities/policy/")
    watch.silent = watch.away = True
    with django_assert_num_queries(0):
        assert client.get("/secure-communities/policy/").status_code == 200
        assert client.get("/secure-communities/sources/").status_code == 503
        assert client.get("/healthz").status_code in {200, 503}


@pytest.mark.usefixtures("no_database")
def test_what_was_typed_comes_back_from_a_database_that_is_away(client: Client) -> None:
    answer = client.post(
        f"/secure-communities{COOK}wrong/", {"text": "The day is <wrong>.", "evidence": ""}
    )
    assert answer.status_code == 503
    assert "The day is &lt;wrong&gt;." in answer.text
    assert f'action="/secure-communities{COOK}wrong/"' in answer.text


@pytest.mark.usefixtures("no_database")
def test_a_form_of_the_public_comes_back_ready_to_be_sent_again_and_sets_no_cookie(
    client: Client,
) -> None:
    typed = {"text": "The day is wrong.", "evidence": "", "token": "1wXyZ:sealed"}
    answer = client.post(f"/secure-communities{COOK}wrong/", typed)
    assert answer.status_code == 503
    assert "Send it again" in answer.text
    assert "has to be given anew" not in answer.text
    for name, text in typed.items():
        assert f'name="{name}" value="{text}"' in answer.text
    assert "<blockquote" in answer.text
    assert answer.text.count("1wXyZ") == 1
    assert not answer.cookies
