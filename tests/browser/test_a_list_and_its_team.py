"""From ICE's list to a reader and on: two reviewers, a program, evidence, an address that dies."""

from __future__ import annotations

import re
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from playwright.sync_api import Locator, Page, expect
from pytest_django.plugin import DjangoDbBlocker

from tests.a_site import Page as SitePage
from tests.a_site import Site, a_site
from tests.browser.conftest import OpenPage, Seat, Served, started, stop, ushering
from tests.browser.test_pages import violations
from tests.databases import FEW_AGENCIES, copied
from tests.record.evidence_files import letter
from tests.record.lists.list_files import COOK, POLICE, TASK_FORCE, ZION, row, write_list

QUEUE = "/287g/desk/proposals/"
COOKS = "agency_agreement:il-cook-sheriff:jem:2025-03-01"
ORDER = "/287g/sources/order/"
ORDER_AT_DESK = "/287g/desk/sources/order/"
NOWHERE = row("Nowhere Police Department", TASK_FORCE, date(2026, 5, 22), county="")
WATCHED = "/287g/desk/watched/"
EARLIER = "strftime('%Y-%m-%d %H:%M:%f', {0}, '-2 hours')"


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    """What others have on the web."""
    with a_site() as one:
        yield one


@pytest.fixture(scope="module")
def own_server(
    site: Site,
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Served]:
    """A tracker with a few agencies that looks at the site."""
    folder = tmp_path_factory.mktemp("team")
    if connection.vendor == "sqlite":
        with django_db_blocker.unblock():
            copied(FEW_AGENCIES, folder / "tracker.sqlite3")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WATCHING", "1")
        patch.setenv("FETCH_TRIED_ORIGINS", site.origin)
        patch.setenv("FETCH_PAUSE_SECONDS", "0.01")
        patch.setenv("SWEEP_SECONDS", "1")
        served = started(folder)
    yield served
    stop(served)


@pytest.fixture(scope="module")
def usher(own_server: Served) -> Iterator[subprocess.Popen[str]]:
    """Seats people there."""
    yield from ushering(own_server)


def sound(page: Page) -> None:
    """Axe finds nothing, and nothing is wider than the window."""
    assert violations(page) == []
    width = page.viewport_size["width"] if page.viewport_size else 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def seated(seat: Seat, role: str, name: str, path: str, **seen: object) -> Page:
    """Somebody of the whole nation's, signed in."""
    return seat(role, "US", name, path, **seen)


def reading(open_own: OpenPage, path: str, **seen: object) -> Page:
    """Somebody who was not here before: a browser keeps pages for a minute."""
    page = open_own("/about/", **seen)
    page.goto(path)
    return page


def send_a_list(author: Page, path: Path) -> str:
    """Uploaded, its question answered, sent: the address of the proposal."""
    author.goto("/287g/desk/lists/")
    author.locator("#id_file").set_input_files(path)
    author.locator("form[enctype] button").click()
    expect(author.locator("fieldset legend")).to_contain_text("Nowhere Police Department")
    sound(author)
    author.locator("input[value='place:']").check()
    author.locator("#id_written_0_place").fill("Lake County")
    author.locator("button[value=answer]").click()
    expect(author.get_by_role("heading", name="Agencies that are new")).to_be_visible()
    expect(author.locator("fieldset legend")).to_have_count(0)
    author.locator("#id_reason").fill("As ICE posted it.")
    author.locator("button[value=send]").click()
    expect(author).to_have_url(re.compile("/287g/desk/proposals/\\d+/$"))
    return author.url


def accept(page: Page) -> None:
    """Published."""
    page.get_by_role("button", name="Accept and publish").click()
    expect(page.get_by_role("status")).to_contain_text("published as edition")


def make_token(author: Page) -> str:
    """A token, shown once."""
    author.goto("/account/tokens/")
    author.get_by_label("What is it for?").fill("The bot")
    sound(author)
    author.get_by_role("button", name="Make the token").click()
    secret = author.locator("code.secret").inner_text()
    sound(author)
    author.goto("/account/tokens/")
    expect(author.get_by_text("Never used.")).to_be_visible()
    assert secret not in author.content()
    return secret


def send(secret: str, author: Page, wishes: list[object], key: str) -> tuple[int, int]:
    """What a program is answered: the status, and the number of the proposal or 0."""
    answer = author.request.post(
        "/api/v1/proposals/",
        headers={"Authorization": f"Bearer {secret}", "Idempotency-Key": key},
        data={"program": "287g", "title": "The order", "reason": "It was found.", "wishes": wishes},
    )
    return answer.status, int(answer.json().get("proposal", 0))


def resting_on(address: str) -> list[object]:
    """Wishes: a source at the address, and that the sheriff's agreement rests on it."""
    source = {"key": "order", "title": "The sheriff's order", "publisher": "The county"}
    return [
        {"action": "record", "kind": "source", "cells": {**source, "url": address}},
        {"action": "correct", "fact": COOKS, "cells": {"source": "order"}},
    ]


def came(page: Page, told: Locator) -> None:
    """The worker has looked: the page tells it, when it is opened again."""
    for _again in range(200):
        page.reload()
        if told.is_visible():
            return
        page.wait_for_timeout(150)
    pytest.fail(f"{page.url} never told it:\n{page.locator('main').inner_text()}")


def look_now(page: Page, served: Served) -> None:
    """Two hours later: nobody looks twice within a minute, and what is gone is so for an hour."""
    earlier = {name: EARLIER.format(name) for name in ("looked_at", "gone_since")}
    told = ", ".join(f"{name} = {value}" for name, value in earlier.items())
    with closing(sqlite3.connect(served.folder / "tracker.sqlite3", timeout=30)) as database:
        database.execute(f"UPDATE jurisdictions_watch SET {told}")  # noqa: S608 - of this file
        database.commit()
    page.get_by_role("button", name="Look now").click()
    expect(page.get_by_role("status")).to_contain_text("It is looked at now")


def finds_the_file(reader: Page, named: str) -> None:
    """It is linked, and opens."""
    link = reader.get_by_role("link", name=named)
    expect(link).to_be_visible()
    sound(reader)
    opened = reader.request.get(str(link.get_attribute("href")))
    assert opened.body() == letter("The order")


def test_a_list_a_token_evidence_and_a_dead_address_reach_the_reader(
    seat: Seat, open_own: OpenPage, own_server: Served, site: Site, tmp_path: Path
) -> None:
    address = site.says("/order", "<h1>The order</h1><p>It ends in 2027.")
    few = write_list(
        tmp_path / "participatingAgencies06012026am.xlsx", [COOK, POLICE, ZION, NOWHERE]
    )

    # A list is read, asked about, sent; one of two reviewers is on it.
    author = seated(seat, "contributor", "Lia Moreno", "/about/", width=390)
    proposal = send_a_list(author, few)
    rosa = seated(seat, "reviewer", "Rosa Villanueva", proposal)
    rosa.get_by_role("button", name="I am on it").click()
    expect(rosa.get_by_text("You are on it until")).to_be_visible()
    nils = seated(seat, "reviewer", "Nils Aker", QUEUE)
    expect(nils.locator("ol.queue > li").first).to_contain_text("Rosa Villanueva is on it")
    sound(nils)
    accept(rosa)
    nils.goto(QUEUE)
    expect(nils.locator("ol.queue > li")).to_have_count(0)
    reader = reading(open_own, "/agencies/il-zion-police/", width=390)
    expect(reader.get_by_text("May 20, 2026").locator("visible=true").first).to_be_visible()
    sound(reader)

    # A program proposes with a token, which is shown once and revoked.
    secret = make_token(author)
    status, number = send(secret, author, resting_on(address), "order-1")
    assert status == 201
    author.goto("/account/tokens/")
    expect(author.get_by_text("Last used")).to_be_visible()
    author.get_by_role("button", name="Revoke The bot").click()
    expect(author.get_by_text("nothing can be sent with it any more")).to_be_visible()
    assert send(secret, author, resting_on(address), "order-2") == (401, 0)
    nils.goto(f"{QUEUE}{number}/")
    accept(nils)

    # A file is attached, shown to everybody, and found in Spanish.
    (tmp_path / "order.pdf").write_bytes(letter("The order"))
    ada = seated(seat, "editor", "Ada Lindqvist", ORDER_AT_DESK)
    ada.locator("#id_file").set_input_files(tmp_path / "order.pdf")
    ada.get_by_role("checkbox", name="Everybody may open it").check()
    ada.get_by_role("button", name="Attach it").click()
    expect(ada.get_by_role("status")).to_contain_text("Attached.")
    sound(ada)
    before = reading(open_own, ORDER)
    expect(before.get_by_role("heading", level=1)).to_have_text("The sheriff's order")
    expect(before.get_by_role("link", name="order.pdf")).to_have_count(0)
    nils.goto(ORDER_AT_DESK)
    nils.get_by_role("button", name="Show it to everybody").click()
    expect(nils.get_by_role("status")).to_contain_text("Everybody can open the file now.")
    reader = reading(open_own, f"/es{ORDER}", width=390, locale="es-US")
    finds_the_file(reader, "order.pdf")
    reader.goto("/es/agencies/il-cook-sheriff/")
    finds_the_file(reader, "Archivo de The sheriff's order")

    # Its address is watched: what changes there is shown side by side.
    ada.goto(WATCHED)
    ada.locator("#id_address").fill(address)
    ada.get_by_role("button", name="Watch it").click()
    expect(ada.get_by_role("heading", level=1)).to_have_text("The sheriff's order")
    looks = ada.locator("ol.lines")
    came(ada, looks.get_by_role("link", name="First copy"))
    site.says("/order", "<h1>The order</h1><p>It ends in 2028.")
    look_now(ada, own_server)
    came(ada, looks.get_by_role("link", name="Changed"))
    sound(ada)
    watch = ada.url
    looks.get_by_role("link", name="Changed").click()
    expect(ada.locator("table.passages del")).to_have_text("2027.")
    expect(ada.locator("table.passages ins")).to_have_text("2028.")
    sound(ada)

    # It dies: that is on record once a later look finds the same, and flagged.
    site.pages["/order"] = SitePage(b"nothing here", 404)
    ada.goto(watch)
    look_now(ada, own_server)
    came(ada, ada.get_by_text("Nothing there since"))
    expect(looks).not_to_contain_text("Vanished")
    look_now(ada, own_server)
    came(ada, looks.get_by_text("Vanished"))
    dead = reading(open_own, ORDER)
    expect(dead.get_by_text("Nothing is found there any more since")).to_be_visible()
    dead.goto("/287g/flags/source-vanished/")
    expect(dead.get_by_text("“The sheriff's order”: nothing is at its address")).to_be_visible()
    sound(dead)
    ada.goto("/287g/desk/lacks/US/?what=dead-address")
    expect(ada.get_by_role("table")).to_contain_text("Jail enforcement model")
    sound(ada)
    finds_the_file(reading(open_own, f"/es{ORDER}", width=390, locale="es-US"), "order.pdf")
