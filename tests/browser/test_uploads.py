"""A file of facts in a real browser: uploaded, asked about, followed, mended, sent."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Seat
from tests.browser.test_pages import violations
from tests.faulty_file import FAULTS, faulty_csv

HEADER = "request,seq,county,state,on,step,by,source\n"


def upload(page: Page, folder: Path, name: str, content: bytes, kind: str = "opt_out") -> None:
    """Choose a file and send it."""
    (folder / name).write_bytes(content)
    page.locator("#id_kind").select_option(kind)
    page.locator("#id_file").set_input_files(folder / name)
    page.locator("form[enctype] button").click()


def looked_at(page: Page) -> None:
    """Nothing is wrong with the page at any width, in light or dark."""
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert violations(page, dark=scheme == "dark") == []
    for width in (320, 390, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("prefix", ["", "/es"])
def test_a_file_with_twenty_faults_is_explained_and_the_rest_of_it_sent(
    seat: Seat, tmp_path: Path, prefix: str
) -> None:
    name = f"Fern Contreras{prefix}"
    page = seat("contributor", "17", name, f"{prefix}/secure-communities/desk/uploads/", width=390)
    # In each language letters of their own: what waits for a decision is not proposed again.
    letters = faulty_csv().replace(b"row-", f"letter{prefix.strip('/')}-".encode())
    upload(page, tmp_path, "letters.csv", letters)
    # The page follows the check by itself, and shows what was found when it is done.
    expect(page.locator(".count-rejected dd")).to_have_text("20", timeout=60_000)
    expect(page.locator(".fault-list li")).to_have_count(len(FAULTS))
    looked_at(page)
    found = page.url
    page.goto(f"{found}?step=columns")
    looked_at(page)
    page.set_viewport_size({"width": 320, "height": 800})
    for choice in page.locator(".headings select").all():
        box = choice.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
    page.goto(found)
    page.locator("fieldset", has_text="Cooke").locator("input[value='17031']").check()
    page.locator("form.asked .acts button").last.click()
    expect(page.locator(".count-rejected dd")).to_have_text("19", timeout=60_000)
    # The table is folded while questions stand; whoever asks for its rows finds it open.
    page.goto(f"{found}?show=faulty")
    # A row is mended in its table: it is saved as one leaves the cell, and comes back right.
    cell = page.locator("#cell-66-on")
    cell.fill("2010-08-13")
    cell.press("Enter")
    expect(page.locator("#row-66")).to_have_class("row-new", timeout=20_000)
    expect(page.locator(".count-rejected dd")).to_have_text("18")
    page.locator("#id_reason").fill("The letters say so.")
    looked_at(page)
    page.locator("button[value=send]").click()
    # The rows that are not right stay: the page follows their check.
    expect(page.locator(".count-rejected dd")).to_have_text("18", timeout=60_000)
    sent = page.locator("section[aria-labelledby=sent-heading] a")
    expect(sent).to_have_attribute(
        "href", re.compile(f"{prefix}/secure-communities/desk/proposals/\\d+/$")
    )
    looked_at(page)


def test_the_steps_of_a_file_are_gone_through_and_back(seat: Seat, tmp_path: Path) -> None:
    page = seat(
        "contributor", "US", "Nuria Vega", "/es/secure-communities/desk/uploads/", width=390
    )
    rows = "35013;8/5/2011;Doña Ana’s\n35001;5/8/2011;x\n"
    content = f"Lugar;Cuando;Nota\n{rows}".encode("cp1252")
    upload(page, tmp_path, "b.csv", content, "activation")
    expect(page).to_have_url(re.compile(r"/uploads/\d+/$"))
    file = page.url
    page.goto(f"{file}?step=table")
    looked_at(page)
    # What is chosen is shown at once, and stays where it was.
    page.locator("#id_encoding").select_option("mac_roman")
    expect(page.locator(".head-rows")).to_contain_text("DoÒa Ana")
    page.locator("#id_encoding").select_option("cp1252")
    expect(page.locator(".head-rows")).to_contain_text("Doña Ana")
    expect(page.locator("#id_encoding")).to_be_focused()
    page.locator("button[value=on]").click()
    expect(page).to_have_url(f"{file}?step=columns")
    for at, column in enumerate(("geoid", "activated_on", "note")):
        page.locator(f"select[name=column-{at}]").select_option(column)
    page.locator(".acts button.strong").click()
    looked_at(page)
    page.locator("input[name=order-0][value=mdy]").check()
    page.locator(".acts button.strong").click()
    looked_at(page)
    expect(page.locator(".wizard [aria-current=step]")).to_have_text("Fuente")
    page.locator(".acts a.cancel").click()
    expect(page.locator("input[name=order-0][value=mdy]")).to_be_checked()
    page.locator(".acts button.strong").click()
    page.locator("#id_whole").fill("nilc")
    page.locator(".acts button.strong").click()
    expect(page.locator(".count-rejected dd")).to_have_text("0", timeout=60_000)
    # The next file of the same headings is read as this one was.
    page.goto("/es/secure-communities/desk/uploads/")
    page.locator("#id_pasted").focus()
    page.evaluate("document.activeElement.blur()")
    page.evaluate(
        """text => {
          const data = new DataTransfer();
          data.setData("text/plain", text);
          document.body.dispatchEvent(
            new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
          );
        }""",
        "Lugar\tCuando\tNota\n35013\t2011-08-05\tx\n",
    )
    expect(page.locator("[data-pasted]")).to_contain_text("1 fila")
    looked_at(page)
    page.locator("#id_kind").select_option("activation")
    page.locator("form[enctype] button").click()
    expect(page.locator(".wizard [aria-current=step]")).to_have_text("Fuente")
    page.locator(".wizard a", has_text="Columnas").click()
    expect(page.get_by_text("b.csv")).to_be_visible()
    looked_at(page)


def test_headings_that_are_not_known_are_asked_about_without_any_script(
    seat: Seat, tmp_path: Path
) -> None:
    page = seat(
        "contributor", "17", "Fern Contreras", "/secure-communities/desk/uploads/", javascript=False
    )
    header = HEADER.replace("step", "qwerty")
    row = "cook-2010,1,Cook,IL,July 2010,requested,Board,nilc\n"
    upload(page, tmp_path, "one.csv", (header + row).encode())
    expect(page.get_by_text("1 heading of this file is not known.")).to_be_visible()
    page.get_by_label("qwerty").select_option("step")
    page.get_by_role("button", name="Next", exact=True).click()
    # The page loads itself anew until the check is done.
    button = page.get_by_role("button", name="Send 1 fact as one proposal")
    expect(button).to_be_visible(timeout=60_000)
    page.get_by_role("button", name="Delete this file").click()
    expect(page.get_by_text("The upload and its file were deleted.")).to_be_visible()


def test_the_list_of_files_is_accessible_also_when_a_file_is_refused(
    seat: Seat, tmp_path: Path
) -> None:
    allowed = ("status of 400",)
    page = seat(
        "contributor", "17", "Fern Contreras", "/secure-communities/desk/uploads/", allowed=allowed
    )
    looked_at(page)
    upload(page, tmp_path, "empty.csv", b"\n")
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_role("link", name="empty.csv is empty.")).to_be_visible()
    looked_at(page)


def test_what_the_public_sent_is_accessible_at_the_desk(seat: Seat) -> None:
    page = seat("reviewer", "48", "Rosa Villanueva", "/secure-communities/desk/tips/")
    looked_at(page)
    for path in (
        "/secure-communities/desk/tips/?of=replies",
        "/es/secure-communities/desk/tips/?status=answered",
    ):
        page.goto(path)
        looked_at(page)
    for path in ("/secure-communities/desk/tips/", "/secure-communities/desk/tips/?of=replies"):
        page.goto(path)
        if page.locator(".lines a").count():
            page.locator(".lines a").first.click()
            looked_at(page)
