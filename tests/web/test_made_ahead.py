"""The main pages and files are made before any reader asks, and served without the database."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from jurisdictions.read.newest import Newest
from jurisdictions.shelf.shelf import Shelf
from jurisdictions.web.ahead import make, wanted
from jurisdictions.web.site.kept import middleware
from jurisdictions.web.site.kept.answers import OPENERS, KeptAnswer, asked_lately, put_answer
from jurisdictions.web.site.kept.watch import Known

pytestmark = pytest.mark.usefixtures("shipped")
HOST = "127.0.0.1:8000"
COOK = "/places/17031-cook-county-illinois/"
LANGUAGES = ("", "/es")
PAGES = (
    *(
        "/secure-communities/",
        "/secure-communities/jurisdictions/",
        "/secure-communities/policy/",
        "/secure-communities/sources/",
        "/secure-communities/data/",
        "/secure-communities/methodology/",
        "/secure-communities/glossary/",
    ),
    *(
        "/about/",
        "/secure-communities/requests/",
        "/secure-communities/briefing/",
        "/places/17-illinois/",
        "/secure-communities/map.svg",
    ),
    *(
        "/secure-communities/jurisdictions.csv",
        "/secure-communities/jurisdictions.json",
        "/secure-communities/jurisdictions.xlsx",
        "/secure-communities/policy.csv",
    ),
)
OTHERS = (
    *("/places/11-district-of-columbia/", "/es/places/11-distrito-de-columbia/"),
    *("/api/v1/status/", "/api/v1/summary/", "/sitemap.xml", "/robots.txt"),
)


class Turning:
    """A watch under which something changes after so many looks."""

    away = silent = False

    def __init__(self, looks: int) -> None:
        self.looks = looks

    def known(self) -> Known:
        self.looks -= 1
        return Known(Newest("one" if self.looks >= 0 else "two", {"secure-communities": 1}))


@pytest.fixture(autouse=True)
def one_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    """The test's own connection stays open between requests."""
    monkeypatch.setattr(
        "django.db.backends.base.base.BaseDatabaseWrapper.close_if_unusable_or_obsolete",
        lambda _self: None,
    )


@pytest.fixture(autouse=True)
def own_shelf(settings: Any, tmp_path: Path) -> None:
    settings.ANSWERS_QUOTA = 500_000_000
    settings.DATA_DIR = tmp_path
    settings.MAIL_SITE_URL = f"http://{HOST}"
    settings.ALLOWED_HOSTS = ["127.0.0.1", "localhost"]


def under(monkeypatch: pytest.MonkeyPatch, looks: int) -> Turning:
    watch = Turning(looks)
    for module in (make, middleware):
        monkeypatch.setattr(module, "watch", lambda: watch)
    return watch


def test_the_main_pages_are_served_without_the_database_to_who_comes_first(
    client: Client,
    monkeypatch: pytest.MonkeyPatch,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    watch = under(monkeypatch, 1_000_000)
    monkeypatch.setattr(wanted, "is_state", {"11", "17"}.__contains__)
    # What is typeset for seconds is another test's.
    monkeypatch.setattr(wanted, "_slow", lambda _slug: iter(()))
    assert make.make_ahead() > 60
    watch.away = watch.silent = True
    with django_assert_num_queries(0):
        check_that_all_are_served(client)
    assert client.get(COOK, headers={"Host": HOST}).status_code == 503


def check_that_all_are_served(client: Client) -> None:
    for host in (HOST, "localhost:8000"):
        for coding in ("", "gzip", "gzip, deflate, br"):
            asked = {"Host": host, "Accept-Encoding": coding}
            for path in [*(f"{way}{page}" for way in LANGUAGES for page in PAGES), *OTHERS]:
                assert client.get(path, headers=asked).status_code == 200, (path, asked)
            check_that_the_search_box_is_served(client, asked)
            page = client.get("/secure-communities/", headers=asked)
            said = opened(page)
            config = said.split(b'id="map-config"')[1].split(b">", 1)[1].split(b"</script>")[0]
            for layer in json.loads(config)["addresses"]["layers"].values():
                assert client.get(layer, headers=asked).status_code == 200, (layer, asked)


def opened(answer: Any) -> bytes:
    coding = answer.get("Content-Encoding")
    return OPENERS[coding](answer.content) if coding else bytes(answer.content)


def check_that_the_search_box_is_served(client: Client, asked: dict[str, str]) -> None:
    answer = client.get("/map/names.json", headers=asked)
    assert answer.status_code == 200, asked
    packed = "Content-Encoding" in answer
    assert packed == ("gzip" in asked["Accept-Encoding"]), "packed for all who take it"
    told = json.loads(opened(answer))
    parts = [address for _start, address in (*told["cities"], *told["zips"])]
    assert len(parts) > 10
    for address in (told["places"], *parts):
        assert client.get(address, headers=asked).status_code == 200, (address, asked)


def test_it_ends_when_something_changes_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    under(monkeypatch, 12)
    assert 0 < make.make_ahead() < 12


def test_pages_that_readers_asked_for_before_are_made_again(
    client: Client, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    watch = under(monkeypatch, 1_000_000)
    client.get(COOK, headers={"Host": HOST})
    client.get(f"{COOK}?date=2010-01-01", headers={"Host": HOST})
    client.get(f"{COOK[:-1]}.csv", headers={"Host": HOST})
    assert list(asked_lately(tmp_path / "answers", 10)) == [COOK]
    # The pages and files of a program are another test's.
    monkeypatch.setattr(wanted, "_of_program", lambda _as_of, _read: iter(()))
    monkeypatch.setattr(wanted, "is_state", lambda _geoid: False)
    monkeypatch.setattr(wanted, "_slow", lambda _slug: iter(()))
    watch.looks = 0  # from now on something else stands
    make.make_ahead()
    watch.away = watch.silent = True
    assert client.get(COOK, headers={"Host": HOST}).status_code == 200


def test_the_latest_pages_come_first_and_damaged_files_count_for_nothing(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "answers", 1_000_000)
    page = KeptAnswer(200, (("Content-Type", "text/html"),), b"said")
    for number in range(4):
        put_answer(shelf, f"n{number}", page, f"/page/{number}/")
    (tmp_path / "answers" / "damaged").write_bytes(b'{"a": 1}\n')
    (tmp_path / "answers" / "nudged").touch()
    found = list(asked_lately(tmp_path / "answers", 3))
    assert len(found) == 3
    assert set(found) < {f"/page/{number}/" for number in range(4)}
    assert list(asked_lately(tmp_path / "nowhere", 3)) == []
