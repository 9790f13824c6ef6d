"""Who comes while a process makes answers reads what was kept before a change, not for long."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from threading import Thread
from time import sleep
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from jurisdictions.read.newest import Newest
from jurisdictions.shelf.marked import mark
from jurisdictions.web.site.kept import meanwhile, middleware, question
from jurisdictions.web.site.kept.watch import Known

NOON = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)


class Site:
    """A process that says what stands when it answers; `during` happens while it makes one."""

    away = silent = False

    def __init__(self) -> None:
        self.now, self.made = NOON, 0
        self.word = "one"
        self.earlier: tuple[str, ...] = ()
        self.ends: tuple[float, ...] = ()
        self.keeps = True
        self.during: Callable[[], object] | None = None
        self.middleware = middleware.KeptAnswersMiddleware(self._make)

    def known(self) -> Known:
        return Known(Newest(self.word, {}), self.earlier, self.ends)

    def publish(self) -> None:
        self.earlier = (self.word, *self.earlier)
        self.ends = (self.now.timestamp(), *self.ends)
        self.word = f"{self.word}+"

    def ask(self, path: str, **cookies: str) -> str:
        request = RequestFactory().get(path)
        request.COOKIES.update(cookies)
        answer = self.middleware(request)
        assert isinstance(answer, HttpResponse)
        return answer.text

    def ask_while_busy(self, path: str, **cookies: str) -> str:
        """What who asks gets while two pages that nobody asked for before are being made."""
        said: list[str] = []

        def while_two() -> None:
            self.during = lambda: said.append(self.ask(path, **cookies))
            self.ask(f"/another-never-asked-{self.made}/")

        self.during = while_two
        self.ask(f"/never-asked-{self.made}/")
        return said[0]

    def _make(self, request: HttpRequest) -> HttpResponse:
        during, self.during = self.during, None
        if during:
            during()
        self.made += 1
        response = HttpResponse(f"{request.path} under {self.word} at {self.now:%H:%M}")
        response["Cache-Control"] = "public, max-age=60"
        if self.keeps:
            mark(response)
        return response


class Second:
    """Somebody who asks while another's answer is made, which goes on once they are in line."""

    def __init__(self, site: Site, path: str) -> None:
        self.site, self.got = site, list[str]()
        self.thread = Thread(target=lambda: self.got.append(site.ask(path)))

    def __call__(self) -> None:
        self.thread.start()
        while self.site.middleware.at_work.number < 2:
            sleep(0.01)

    def said(self) -> str:
        self.thread.join(10)
        return self.got[0]


@pytest.fixture
def site(settings: Any, tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> Site:
    settings.ANSWERS_QUOTA, settings.DATA_DIR = 1_000_000, tmp_path
    settings.ALLOWED_HOSTS, settings.OLDER_ANSWERS_SECONDS = ["testserver"], 600
    found = Site()
    monkeypatch.setattr(middleware, "watch", lambda: found)
    monkeypatch.setattr(meanwhile, "localtime", lambda: found.now)
    monkeypatch.setattr(question, "localdate", lambda: found.now.date())
    return found


def test_on_a_quiet_site_the_first_reader_after_a_change_gets_what_stands(site: Site) -> None:
    site.ask("/policy/")
    site.publish()
    assert site.ask("/policy/") == "/policy/ under one+ at 12:00"


def test_who_comes_while_another_answer_is_made_gets_what_was_kept_before(site: Site) -> None:
    before = site.ask("/policy/")
    site.publish()
    assert site.ask_while_busy("/policy/") == before
    assert site.ask("/policy/") == "/policy/ under one+ at 12:00"


def test_one_other_answer_in_the_making_makes_nobody_busy(site: Site) -> None:
    site.ask("/policy/")
    site.publish()
    said: list[str] = []
    site.during = lambda: said.append(site.ask("/policy/"))
    site.ask("/never-asked/")
    assert said == ["/policy/ under one+ at 12:00"]


def test_who_writes_is_work_as_well_and_need_not_wait_for_readers_pages(site: Site) -> None:
    before = site.ask("/policy/")
    site.publish()
    said: list[str] = []

    def while_written() -> None:
        site.during = lambda: said.append(site.ask("/policy/"))
        site.ask("/never-asked/")

    site.during = while_written
    site.middleware(RequestFactory().post("/desk/"))
    assert said == [before]


def test_who_runs_the_site_may_have_none_of_it(site: Site, settings: Any) -> None:
    settings.OLDER_ANSWERS_SECONDS = 0
    before = site.ask("/policy/")
    site.publish()
    assert site.ask_while_busy("/policy/") != before


def test_it_may_be_two_changes_back_if_it_was_not_made_between_them(site: Site) -> None:
    before = site.ask("/policy/")
    site.publish()
    site.publish()
    assert site.ask_while_busy("/policy/") == before


@pytest.mark.parametrize(("minutes", "is_old"), [(0, True), (9, True), (10, False), (-5, False)])
def test_it_is_given_for_ten_minutes_and_not_once_the_clock_was_set_back(
    site: Site, minutes: int, is_old: bool
) -> None:
    before = site.ask("/policy/")
    site.publish()
    site.now += timedelta(minutes=minutes)
    assert (site.ask_while_busy("/policy/") == before) is is_old


def test_what_held_until_an_hour_ago_is_not_given_because_something_changed_just_now(
    site: Site,
) -> None:
    before = site.ask("/policy/")
    site.publish()
    site.now += timedelta(hours=1)
    site.publish()
    assert site.ask_while_busy("/policy/") != before


def test_who_is_signed_in_gets_what_stands_however_busy(site: Site) -> None:
    site.ask("/policy/")
    site.publish()
    assert " under one+ " in site.ask_while_busy("/policy/", sessionid="a session")


def test_what_was_never_kept_is_made_however_busy(site: Site) -> None:
    site.publish()
    assert site.ask_while_busy("/policy/") == "/policy/ under one+ at 12:00"


@pytest.mark.parametrize(("minutes", "is_old"), [(1, True), (9, True), (11, False)])
def test_after_midnight_yesterdays_answer_serves_meanwhile(
    site: Site, minutes: int, is_old: bool
) -> None:
    site.now = NOON.replace(hour=23, minute=59)
    before = site.ask("/287g/")
    site.now += timedelta(minutes=1 + minutes)
    assert (site.ask_while_busy("/287g/") == before) is is_old


def test_a_change_of_long_ago_is_not_lately_because_a_process_began(site: Site) -> None:
    before = site.ask("/policy/")
    site.publish()
    site.ends = (0.0,)
    assert site.ask_while_busy("/policy/") != before


def test_two_who_ask_for_the_same_at_once_have_it_made_once(site: Site) -> None:
    site.during = second = Second(site, "/policy/")
    first = site.ask("/policy/")
    assert second.said() == first
    assert site.made == 1


def test_who_waited_for_an_answer_that_is_not_kept_has_it_made(site: Site) -> None:
    site.keeps = False
    site.during = second = Second(site, "/account/")
    site.ask("/account/")
    assert second.said() == "/account/ under one at 12:00"
    assert site.made == 2
