"""A document is typeset in a process that ends: with limits, and few at a time."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import Future
from dataclasses import dataclass
from threading import BoundedSemaphore, Event
from typing import Any

import pytest
from django.test import Client

from jurisdictions.render.reports.pdf import place_report_pdf
from jurisdictions.render.reports.typst import press
from jurisdictions.render.reports.typst.press import PressBusy, PressFailed, press_pdf, press_png
from tests.packages import NOON, asked

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="2"/>'


@pytest.fixture(autouse=True)
def nothing_in_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """What another test left waiting is no longer known."""
    monkeypatch.setattr(press, "_held", {})
    monkeypatch.setattr(press, "_here_below", 0)


@dataclass(frozen=True)
class Report:
    """Parts that fit no template."""

    title: str


@pytest.mark.usefixtures("shipped")
def test_it_gives_the_bytes_that_the_compiler_gives() -> None:
    site = "https://tracker.example.org"
    here = place_report_pdf(asked(), "06075", site)
    assert here.startswith(b"%PDF")
    assert place_report_pdf(asked(), "06075", site, press_pdf) == here


@pytest.mark.usefixtures("shipped")
def test_a_process_that_ends_with_its_work_makes_what_is_small_itself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun: list[int] = []

    def begin(said: bytes) -> bytes:
        begun.append(len(said))
        return b"%PDF of another process"

    monkeypatch.setattr(press, "_made", begin)
    site = "https://tracker.example.org"
    press.press_small_here()
    small = place_report_pdf(asked(), "06075", site, press_pdf)
    assert (begun, small) == ([], place_report_pdf(asked(), "06075", site))
    long = Report("x" * press.SMALL_BYTES)
    assert press_pdf("place", long, NOON) == b"%PDF of another process"
    assert [one > press.SMALL_BYTES for one in begun] == [True]
    with pytest.raises(PressFailed, match="TypstError"):
        press_pdf("place", Report("nothing of a place"), NOON)


def test_it_paints_a_picture() -> None:
    assert press_png(SVG, 9, 9).startswith(b"\x89PNG")


def test_a_document_that_cannot_be_made_says_why() -> None:
    with pytest.raises(PressFailed, match="TypstError"):
        press_pdf("place", Report("nothing of a place"), NOON)


def test_a_document_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(press, "SECONDS", 0.01)
    with pytest.raises(PressFailed, match="not done within"):
        press_png(SVG, 9, 9)


def test_a_document_may_not_take_all_memory() -> None:
    limit = "press.MOST_BYTES = 300_000_000; press.main()"
    told = f"from jurisdictions.render.reports.typst import press; {limit}"
    order = b'{"svg": "<svg/>", "width": 60000, "height": 60000}'
    command = [sys.executable, "-c", told]
    done = subprocess.run(command, input=order, capture_output=True, cwd=press.CODE, check=False)
    assert done.returncode != 0


def test_what_takes_longer_than_a_reader_waits_is_made_for_who_asks_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: list[bytes] = []
    going_on = Event()

    def slowly(said: bytes) -> bytes:
        made.append(said)
        going_on.wait(30)
        return b"done"

    monkeypatch.setattr(press, "_made", slowly)
    monkeypatch.setattr(press, "PATIENCE_SECONDS", 0.01)
    for _reader in range(3):
        with pytest.raises(PressBusy):
            press_png(SVG, 7, 7)
    going_on.set()
    monkeypatch.setattr(press, "PATIENCE_SECONDS", 30.0)
    assert press_png(SVG, 7, 7) == b"done"
    assert len(made) == 1
    assert press._held == {}


def test_what_nobody_fetches_is_forgotten_for_what_is_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(press, "MOST_HELD", 2)
    for key in ("a", "b"):
        press._held[key] = Future()
        press._held[key].set_result(b"unfetched")
    monkeypatch.setattr(press, "_made", lambda said: b"new")
    assert press_png(SVG, 6, 6) == b"new"
    assert list(press._held) == ["b"]
    press._held["c"] = Future()
    press._held["b"] = Future()
    with pytest.raises(PressBusy):
        press_png(SVG, 5, 5)


@pytest.mark.usefixtures("shipped")
def test_when_too_many_are_in_work_the_reader_is_told_when_to_come_back(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    none_left = BoundedSemaphore(1)
    none_left.acquire()
    monkeypatch.setattr(press, "_turns", none_left)
    monkeypatch.setattr(press, "PATIENCE_SECONDS", 0.01)
    with pytest.raises(PressBusy):
        press_png(SVG, 9, 9)
    answer: Any = client.get("/secure-communities/places/06075.pdf")
    assert answer.status_code == 503
    assert int(answer["Retry-After"]) > 0
