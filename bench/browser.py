"""Chromium for the map's measurements: a window of 1280 x 800, a trace, a slowed processor."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import CDPSession, Page, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
READY = ("#map-page.is-live", ".map-picture")


def chromium() -> str:
    """The browser's path: CHROMIUM, or the first one found."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if not found:
        raise SystemExit("No Chromium found: install it, or name it in CHROMIUM.")
    return found


@contextmanager
def opened(slowed: int = 1, **window: Any) -> Iterator[tuple[Page, CDPSession]]:
    """A new window with an empty cache, the processor slowed that many times."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 800}, **window)
        session = page.context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": slowed})
        try:
            yield page, session
        finally:
            browser.close()


def open_map(page: Page, address: str, program: str, query: str = "") -> None:
    """Go to the map of a program and wait until it is drawn."""
    page.goto(f"{address}/{program}/{query}")
    # Not wait_for_function: the page's Content-Security-Policy forbids eval.
    for selector in READY:
        page.wait_for_selector(selector, state="attached")
    page.wait_for_timeout(800)


@contextmanager
def traced(session: CDPSession, categories: str) -> Iterator[list[dict[str, Any]]]:
    """The trace events of what happens inside."""
    events: list[dict[str, Any]] = []
    done: list[bool] = []

    def collect(part: dict[str, Any]) -> None:
        events.extend(part["value"])

    def finish(_: object) -> None:
        done.append(True)

    session.on("Tracing.dataCollected", collect)
    session.on("Tracing.tracingComplete", finish)
    session.send("Tracing.start", {"categories": categories, "transferMode": "ReportEvents"})
    yield events
    session.send("Tracing.end")
    while not done:
        session.send("Runtime.evaluate", {"expression": "0"})
    session.remove_listener("Tracing.dataCollected", collect)
    session.remove_listener("Tracing.tracingComplete", finish)


def share(values: list[float], part: float) -> float:
    """The value that this part of the values does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]
