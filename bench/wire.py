"""Bytes over the wire of a first visit to the map and to the story, as Chromium counts them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import httpx
from playwright.sync_api import Page

from bench.browser import open_map, opened
from bench.table import PROGRAMS, Budget, Row, held

BUDGETS = {
    "visit": Budget(250, "kB"),
    "secure-communities": Budget(25, "kB as brotli"),
    "287g": Budget(40, "kB as brotli"),
}


def measure(address: str) -> list[Row]:
    """What was measured, the figure, the budget: one row for each."""
    maps = [row for program in PROGRAMS for row in visited(address, program)]
    return [*maps, story(address)]


def story(address: str) -> Row:
    """The row of the story beside its map, to the moment when that is drawn."""

    def open_story(page: Page) -> None:
        page.goto(f"{address}/story/")
        page.wait_for_selector(".is-staged", state="attached")

    sizes = first_visit(open_story)
    total = sum(sizes.values()) / 1000
    named = f"story: first visit, {len(sizes)} files over the wire"
    return held(named, f"{total:.0f} kB", total, BUDGETS["visit"])


def visited(address: str, program: str) -> list[Row]:
    """The rows of one program's map."""
    sizes = first_visit(lambda page: open_map(page, address, program))
    total = sum(sizes.values()) / 1000
    heaviest = sorted(sizes.items(), key=lambda item: -item[1])[:4]
    named = ", ".join(f"{path.rpartition('/')[2]} {size / 1000:.0f}" for path, size in heaviest)
    first, packed = (
        f"{program}: first visit, {len(sizes)} files over the wire",
        span_file(address, sizes),
    )
    told = f"{packed['br']:.1f} / {packed['gzip']:.1f} kB"
    return [
        held(first, f"{total:.0f} kB", total, BUDGETS["visit"]),
        Row("  heaviest (kB)", named),
        held("  span file, brotli / gzip", told, packed["br"], BUDGETS[program]),
    ]


def first_visit(show: Callable[[Page], object]) -> dict[str, float]:
    """Bytes received for each path, headers included, with an empty cache."""
    paths: dict[str, str] = {}
    sizes: dict[str, float] = defaultdict(float)

    def on_request(event: dict[str, Any]) -> None:
        paths[event["requestId"]] = urlsplit(event["request"]["url"]).path

    def on_end(event: dict[str, Any]) -> None:
        sizes[paths.get(event["requestId"], "?")] += event["encodedDataLength"]

    with opened() as (page, session):
        session.on("Network.requestWillBeSent", on_request)
        session.on("Network.loadingFinished", on_end)
        session.send("Network.enable")
        show(page)
    return sizes


def span_file(address: str, sizes: dict[str, float]) -> dict[str, float]:
    """The compressed sizes in kB of the file that the slider plays."""
    path = next(path for path in sizes if path.startswith("/map/") and path.endswith(".json"))
    found: dict[str, float] = {}
    for encoding in ("br", "gzip"):
        with httpx.stream("GET", f"{address}{path}", headers={"Accept-Encoding": encoding}) as got:
            assert got.headers["Content-Encoding"] == encoding
            found[encoding] = sum(map(len, got.iter_raw())) / 1000
    return found
