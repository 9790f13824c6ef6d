"""287(g) from proposal to public and back, in a real browser: a county, and all that tell of it."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from playwright.sync_api import Page, expect
from pytest_django.plugin import DjangoDbBlocker

from tests.browser.conftest import OpenPage, Seat, Served, started, stop, ushering
from tests.browser.test_uploads import looked_at
from tests.databases import BOTH_PROGRAMS, copied
from tests.record.lists.list_files import WAITING, row, waiting, write_list

WAKE = "37183"
PLACE = f"/places/{WAKE}-wake-county-north-carolina/"
AGENCY = "nc-wake-county-sheriff-office"
DAY = "2026-05-18"
NAME = f"agency_agreement:{AGENCY}:tfm:2026-05-14"


@pytest.fixture(scope="module")
def own_server(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Served]:
    """A tracker with both programs, which may be written to."""
    folder = tmp_path_factory.mktemp("story")
    if connection.vendor == "sqlite":
        with django_db_blocker.unblock():
            copied(BOTH_PROGRAMS, folder / "tracker.sqlite3")
    served = started(folder)
    yield served
    stop(served)


@pytest.fixture(scope="module")
def usher(own_server: Served) -> Iterator[subprocess.Popen[str]]:
    """Seats people there."""
    yield from ushering(own_server)


def reading(open_own: OpenPage) -> Page:
    """Somebody who was not here before: a browser keeps pages for a minute."""
    page = open_own("/about/")
    # Every look comes right after a publication: nothing is kept yet.
    page.context.set_default_timeout(30_000)
    return page


def told(open_own: OpenPage) -> dict[str, str]:
    """What everything that a reader may open tells of Wake County on the day of the last list."""
    found, page = {}, reading(open_own)
    page.goto(f"/287g/?date={DAY}&state=NC&place={WAKE}")
    label = page.locator("[data-card=label]")
    expect(label).not_to_be_empty(timeout=30_000)
    found["map"] = label.inner_text()
    page.goto(f"{PLACE}?program=287g&date={DAY}")
    found["place"] = page.locator("[id='287g'] .standing-status").inner_text()
    page.goto(f"/287g/jurisdictions/?text=Wake+County&state=NC&date={DAY}")
    found["list"] = page.locator("tbody tr").get_by_role("cell").nth(1).inner_text()
    page.goto(f"/agencies/{AGENCY}/?date={DAY}")
    found["agency"] = page.locator(".lead").inner_text()
    page.goto(f"/287g/agreements/?agency={AGENCY}&in_force_on={DAY}")
    found["agreements"] = page.locator(".lead").inner_text().split(".")[0]
    row = asked(page, f"/api/v1/jurisdictions/{WAKE}/?program=287g&date={DAY}")["row"]
    found["API"] = f"{row['status']}, {row['local_agreement']}"
    return found


def asked(page: Page, address: str) -> Any:
    """What the API answers."""
    answer = page.request.get(address)
    assert answer.ok, address
    return answer.json()


def look(page: Page) -> None:
    """The button that shows what would change."""
    with page.expect_navigation():
        page.locator(".acts button[value=preview]").click()
    assert page.locator(".summary").all_inner_texts() == []
    expect(page.get_by_role("heading", name="Before you send it")).to_be_visible()


def accepted(reviewer: Page, proposal: str) -> None:
    """The reviewer decides in its favor."""
    reviewer.goto(proposal)
    reviewer.get_by_role("button", name="Accept and publish").click()
    expect(reviewer.get_by_role("status")).to_contain_text("published as edition")


def reverted(reviewer: Page, proposal: str, why: str, *, all_since: bool = False) -> None:
    """The reviewer takes it back, with what was done upon it."""
    reviewer.goto(proposal)
    reviewer.get_by_role("link", name="Revert this change").click()
    if all_since:
        reviewer.get_by_role("link", name="Look at reverting them all").click()
    reviewer.get_by_label("Why is it reverted?").fill(why)
    reviewer.get_by_role("button", name="Revert it now").click()
    expect(reviewer.get_by_role("status")).to_contain_text("Reverted")


def cite(page: Page, title: str, day: str) -> None:
    """A newspaper that nobody had on record."""
    page.get_by_label("A source that is not on record yet").check()
    page.get_by_label("Title").fill(title)
    page.get_by_label("Publisher").fill("The News & Observer")
    page.get_by_label("When it was published").fill(day)
    page.get_by_label("Web address").fill(f"newsobserver.com/{title.replace(' ', '-')}")


def send(page: Page, why: str) -> str:
    """What was typed goes to the reviewers; the address of the proposal."""
    page.get_by_label("Why should the record change?").fill(why)
    look(page)
    page.get_by_role("button", name="Send to the reviewers").click()
    expect(page.get_by_role("status")).to_contain_text("Sent.")
    return page.url


def propose_an_agreement(author: Page) -> str:
    """From the county's page through the desk's form."""
    author.goto(PLACE)
    author.locator('a[href$="/287g/desk/suggest/37183/"]').first.click()
    author.get_by_role("link", name="287(g) agreement", exact=True).click()
    author.get_by_label("Which agency").select_option(AGENCY)
    author.get_by_label("Task force model", exact=True).check()
    author.locator("#id_f-0-signed_on").fill("May 14, 2026")
    author.get_by_label("A document").check()
    cite(author, "Sheriff signs with ICE", "May 14, 2026")
    return send(author, "It was signed on Thursday.")


def propose_its_end(author: Page) -> str:
    """The same agreement, with the day on which the agency left it."""
    author.goto(f"/287g/desk/facts/{NAME}/correct/")
    author.locator("#id_f-0-ended_on").fill("May 16, 2026")
    author.get_by_label("Ended by the agency").check()
    cite(author, "Sheriff leaves two days later", "May 16, 2026")
    return send(author, "The sheriff took it back.")


def test_an_agreement_is_proposed_accepted_ended_and_reverted_and_everything_tells_it(
    seat: Seat, open_own: OpenPage
) -> None:
    before = told(open_own)
    assert before["map"] == before["place"] == before["list"] == "Agreement ended"
    assert before["API"] == "ended, none"

    author = seat("contributor", "37", "Ana Ruiz", PLACE)
    signing = propose_an_agreement(author)
    assert told(open_own) == before
    reviewer = seat("reviewer", "37", "Rosa Villanueva", "/287g/desk/")
    accepted(reviewer, signing)
    standing = told(open_own)
    assert standing["map"] == standing["place"] == standing["list"] == "Task force"
    assert standing["API"] == "task-force, task-force"
    assert "one agreement" in standing["agency"].lower()
    assert standing["agreements"] == "1 agreement with ICE"
    public = reading(open_own)
    public.goto("/287g/changes/?from=2026-05-14&to=2026-05-14&state=NC")
    expect(public.locator(".happened")).to_contain_text("Wake County Sheriff")

    end = propose_its_end(author)
    assert told(open_own) == standing
    accepted(reviewer, end)
    gone = told(open_own)
    assert gone["map"] == gone["place"] == gone["list"] == "Agreement ended"
    assert gone["API"] == "ended, none"
    assert gone["agreements"] == before["agreements"]
    public = reading(open_own)
    public.goto(f"{PLACE}?program=287g&date=2026-05-15")
    expect(public.locator("[id='287g'] .standing-status")).to_have_text("Task force")
    public.goto(f"/agencies/{AGENCY}/?date={DAY}")
    expect(public.locator("text=May 16, 2026 >> visible=true").first).to_be_visible()

    reverted(reviewer, end, "It was another sheriff.")
    assert told(open_own) == standing
    reverted(reviewer, signing, "It was another sheriff.", all_since=True)
    assert told(open_own) == before
    public = reading(open_own)
    public.goto(f"/287g/history/{NAME}/")
    expect(public.get_by_text("No longer on record.")).to_be_visible()


@pytest.mark.parametrize("prefix", ["", "/es"])
def test_a_list_is_read_asked_about_and_sent_in_a_browser(
    seat: Seat, tmp_path: Path, prefix: str
) -> None:
    page = seat("contributor", "US", f"Lia{prefix}", f"{prefix}/287g/desk/lists/", width=390)
    page.context.set_default_timeout(30_000)
    looked_at(page)
    wake = row("Wake County Sheriff's Office", state="NORTH CAROLINA", county="Wake County")
    nobody = row("Nowhere Police Department", county="", type="Municipality")
    day = "01" if prefix else "02"
    few = write_list(tmp_path / f"participatingAgencies06{day}2026am.xlsx", [wake, nobody])
    page.locator("#id_file").set_input_files(few)
    page.locator("form[enctype] button").click()
    expect(page.locator("fieldset legend")).to_contain_text("Nowhere Police Department")
    looked_at(page)
    page.locator("input[value='place:']").check()
    page.locator("#id_written_0_place").fill("Lake County")
    page.locator("button[value=answer]").click()
    expect(page.locator("fieldset")).to_have_count(0)
    looked_at(page)
    # It would end more than a tenth, and lacks all that was signed since: each is to be confirmed.
    for guard in ("ends-many", "seems-older"):
        expect(page.locator(f"input[name=confirmed][value={guard}]")).to_have_count(1)
    expect(page.locator("input[name=confirmed]:checked")).to_have_count(0)
    page.goto(f"{page.url.partition('/287g/')[0]}/287g/desk/lists/")
    waits = write_list(
        tmp_path / f"pendingAgencies06{day}2026am.xlsx",
        [waiting("Wake County Sheriff's Office", state="NORTH CAROLINA")],
        WAITING,
    )
    page.locator("#id_file").set_input_files(waits)
    page.locator("form[enctype] button").click()
    page.locator("button[value=send]").click()
    expect(page).to_have_url(re.compile("/287g/desk/proposals/\\d+/$"))
