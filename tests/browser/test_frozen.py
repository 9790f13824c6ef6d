"""The map of a frozen copy plays from a plain file server, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import httpx
import pytest
from django.contrib.staticfiles.finders import get_finders
from playwright.sync_api import Browser, expect

from jurisdictions.freezing.addresses import address_in_copy, file_of
from jurisdictions.freezing.pages import Copy, frozen_page
from jurisdictions.freezing.writing import write_file
from tests.browser.conftest import opening

MAPS = ("/secure-communities/", "/es/secure-communities/")
ANY_DAY = "?date=2011-08-05"


class Silent(SimpleHTTPRequestHandler):
    """A plain file server that says nothing of what it serves."""

    def log_message(self, *_args: Any) -> None:
        """Nothing."""


@pytest.fixture
def files(server: str, tmp_path: Path) -> Iterator[str]:
    """The address of a plain server of the frozen maps and of what they load."""
    copy = Copy({"en": "edition 1", "es": "edición 1"}, "", server, frozenset())
    for path in MAPS:
        answer = httpx.get(f"{server}{path}", timeout=60)
        policy = answer.headers["Content-Security-Policy"]
        page = frozen_page(answer.text, path, copy, policy)
        write_file(tmp_path / file_of(path), page.text.encode())
        loaded = [one for one in page.wanted if one.startswith("/map/") or ".png" in one]
        for question in loaded:
            body = httpx.get(f"{server}{question}", timeout=60).content
            write_file(tmp_path / file_of(address_in_copy(question, question)), body)
    for finder in get_finders():
        for name, storage in finder.list([]):
            if name.startswith(("css/", "js/", "geo/", "fonts/", "leaflet/", "icon")):
                with storage.open(name) as opened:
                    write_file(tmp_path / "static" / name, opened.read())
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=tmp_path)) as served:
        Thread(target=served.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{served.server_port}"
        served.shutdown()


def test_the_slider_of_a_frozen_map_plays_without_a_server_of_ours(
    files: str, browser: Browser
) -> None:
    with contextmanager(opening)(browser, files) as open_one:
        for path, begins, later, word in (
            (MAPS[0], "on August 5, 2011", "on August 4, 2011", "needs no server"),
            (MAPS[1], "el 5 de agosto de 2011", "el 4 de agosto de 2011", "no necesita servidor"),
        ):
            page = open_one(f"{path}{ANY_DAY}")
            expect(page.locator("#map-page.is-live")).to_be_attached(timeout=30_000)
            expect(page.locator("#map canvas").first).to_be_visible(timeout=30_000)
            expect(page.locator(".frozen-word")).to_contain_text(word)
            expect(page.locator("h1")).to_contain_text(begins)
            page.locator("#map-range").press("ArrowLeft")
            expect(page.locator("h1")).to_contain_text(later, timeout=30_000)
