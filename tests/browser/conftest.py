"""A real Chromium against a real server; a page that logs an error fails its test."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from fcntl import LOCK_EX, flock
from pathlib import Path
from tempfile import mkdtemp
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.db import connection
from django.test.testcases import LiveServerThread
from playwright.sync_api import Browser, Page, Request, expect, sync_playwright
from pytest_django.plugin import DjangoDbBlocker

from tests.databases import ONE_PROGRAM, ORIGINALS, copied
from tests.management.test_runlocal import Served, free_port, start, stop

WHERE_CHROMIUM_IS = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
CHROMIUM_ARGUMENTS = ["--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]
PREPARED = ("locale", "map", "static")
"""What a tracker makes of its files and of an edition before it is ready: 5 s of a processor."""
PATIENCE = 60_000
"""Milliseconds until a page or what is expected on it counts as not coming; no speed."""
LOCAL_SCHEMES = {"data", "blob", "about"}

OpenPage = Callable[..., Page]
Seat = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test in this folder is a browser test."""
    here = f"{Path(__file__).parent}{os.sep}"
    for item in items:
        if str(item.path).startswith(here):
            item.add_marker(pytest.mark.browser)
            # pytest-django makes no test database for a run in which no test asks for one.
            item.add_marker(pytest.mark.django_db)


def chromium() -> str:
    """Chromium's path; without one the test is skipped, or fails where CI is set."""
    for name in (os.environ.get("CHROMIUM"), *WHERE_CHROMIUM_IS):
        if name and (found := shutil.which(name)):
            return found
    message = "Chromium is missing; script/test says how to install it."
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    path = chromium()
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=CHROMIUM_ARGUMENTS, chromium_sandbox=os.geteuid() != 0
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def server(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """The address of a server on the published facts, without a slash at its end.

    For reading only: what a page writes stays for the tests after it.
    """
    thread = LiveServerThread("127.0.0.1", lambda application: application)
    thread.daemon = True
    with django_db_blocker.unblock():
        thread.start()
        thread.is_ready.wait()
        if thread.error:
            raise thread.error
    yield f"http://127.0.0.1:{thread.port}"
    thread.terminate()


@pytest.fixture
def server_may_read(server: str, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """The server's address, while its connections are let through."""
    with django_db_blocker.unblock():
        yield server


@pytest.fixture
def open_page(browser: Browser, server_may_read: str) -> Iterator[OpenPage]:
    """`open_page("/path", width=390, locale="es-US", dark=True, javascript=False)` -> Page.

    Further keywords go to the browser context. Any console error, uncaught error, blocked
    content or request to another host fails the test when it ends, but for messages that contain
    one of `allowed`.
    """
    yield from opening(browser, server_may_read)


@pytest.fixture(scope="session")
def own_server(django_db_setup: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A tracker with a database and a worker of its own: what pages write there stays there."""
    folder = tmp_path_factory.mktemp("own")
    if connection.vendor == "sqlite":
        copied(ONE_PROGRAM, folder / "tracker.sqlite3")
    served = started(folder)
    yield served
    stop(served)


def started(folder: Path) -> Served:
    """A tracker in the folder; what the first of a run packed and built, the others copy."""
    prepared = ORIGINALS / "prepared"
    with (ORIGINALS / "prepared.lock").open("w") as lock:
        flock(lock, LOCK_EX)
        if not prepared.exists():
            served = start(folder, free_port())
            made = Path(mkdtemp(dir=ORIGINALS))
            for name in PREPARED:
                shutil.copytree(folder / name, made / name)
            shutil.copy2(folder / "static-stamp", made)
            made.rename(prepared)
            return served
    shutil.copytree(prepared, folder, dirs_exist_ok=True)
    return start(folder, free_port())


@pytest.fixture
def open_own(browser: Browser, own_server: Served) -> Iterator[OpenPage]:
    """As `open_page`, on the server that may be written to."""
    yield from opening(browser, own_server.address)


@pytest.fixture(scope="session")
def usher(own_server: Served) -> Iterator[subprocess.Popen[str]]:
    """Another process, which seats people at the tracker: a line for each, see seat.py."""
    yield from ushering(own_server)


def ushering(served: Served) -> Iterator[subprocess.Popen[str]]:
    """The same at a tracker of a module's own."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.browser.seat"],
        cwd=settings.BASE_DIR,
        env=os.environ
        | {
            "DJANGO_SETTINGS_MODULE": "tracker.settings",
            "DATA_DIR": str(served.folder),
            "DATABASE_URL": "",
        },
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as other:
        yield other


@pytest.fixture
def seat(open_own: OpenPage, own_server: Served, usher: subprocess.Popen[str]) -> Seat:
    """`seat("reviewer", "48", "Rosa", path, width=390)` -> a page of who is signed in.

    `proposes`: of how many facts each of the corrections is that they propose first.
    """

    def seated(
        role: str,
        region: str,
        name: str,
        path: str,
        proposes: Sequence[int] = (),
        **options: object,
    ) -> Page:
        assert usher.stdin
        assert usher.stdout
        usher.stdin.write(f"{json.dumps([role, region, name, proposes])}\n")
        usher.stdin.flush()
        key = usher.stdout.readline().strip()
        assert key, "nobody was seated"
        page = open_own("/about/", **options)  # type: ignore[arg-type]
        page.context.add_cookies([{"name": "sessionid", "value": key, "url": own_server.address}])
        page.goto(path)
        return page

    return seated


def opening(browser: Browser, address: str) -> Iterator[OpenPage]:
    """Opens pages of a server, watches them, and complains when they did."""
    watchers: list[Watcher] = []

    def open_one(
        path: str = "/secure-communities/",
        *,
        width: int = 1280,
        height: int = 800,
        locale: str = "en-US",
        dark: bool = False,
        javascript: bool = True,
        allowed: tuple[str, ...] = (),
        **context_options: Any,
    ) -> Page:
        context = browser.new_context(
            base_url=address,
            viewport={"width": width, "height": height},
            locale=locale,
            color_scheme="dark" if dark else "light",
            java_script_enabled=javascript,
            **context_options,
        )
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        watchers.append(Watcher(page, address, allowed))
        page.goto(path)
        return page

    yield open_one
    faults = [fault for watcher in watchers for fault in watcher.faults()]
    for watcher in watchers:
        watcher.page.context.close()
    assert not faults, "The browser complained:\n" + "\n".join(faults)


class Watcher:
    """Collects what a page's browser complains of."""

    def __init__(self, page: Page, server: str, allowed: tuple[str, ...]) -> None:
        self.page = page
        self._host = urlsplit(server).netloc
        self._allowed = allowed
        self._heard: list[str] = []
        page.on("console", self._on_console)
        page.on("pageerror", lambda error: self._heard.append(f"uncaught: {error}"))
        page.on("request", self._on_request)

    def faults(self) -> list[str]:
        """What was heard and is not allowed."""
        return [
            text for text in self._heard if not any(allowed in text for allowed in self._allowed)
        ]

    def _on_console(self, message: Any) -> None:
        if message.type in {"error", "warning"}:
            self._heard.append(f"{message.type}: {message.text}")

    def _on_request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in LOCAL_SCHEMES and address.netloc != self._host:
            self._heard.append(f"request to another host: {request.url}")
