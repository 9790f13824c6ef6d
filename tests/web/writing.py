"""What the tests of the desk's forms share: filling a form in, and sending what it shows."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

from django.http import HttpResponse
from django.test import Client

HARRIS = "48201"
ASK = f"/secure-communities/desk/suggest/{HARRIS}/opt_out/"
LETTER = {
    "s-0-key": "new",
    "s-0-title": "Commissioners ask to leave",
    "s-0-publisher": "Houston Chronicle",
    "s-0-published_on": "July 14, 2010",
    "s-0-url": "www.chron.com/letter",
}
REASON = {"reason": "The request is missing."}


def step(number: int, kind: str, on: str, **more: str) -> dict[str, str]:
    """What is typed into one step."""
    texts = {"step": kind, "on": on, **more}
    return {f"f-{number}-{name}": text for name, text in texts.items()}


def request(**more: str) -> dict[str, str]:
    """A request that was refused, with its new source."""
    return {
        **step(0, "requested", "7/13/2010", by="Commissioners Court", to="ICE"),
        **step(1, "refused", "Sept 2010", by="ICE"),
        **LETTER,
        **REASON,
        **more,
    }


class Fields(HTMLParser):
    """Names and values of what a page's form would send."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self._area = self._select = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        name = said.get("name", "")
        if tag == "select":
            self._select = name
            self.found.setdefault(name, "")
        elif tag == "option" and "selected" in said:
            self.found[self._select] = said.get("value", "")
        elif tag == "textarea":
            self._area = name
            self.found[name] = ""
        elif tag == "input" and name and name != "csrfmiddlewaretoken" and _is_sent(said):
            self.found[name] = said.get("value", "")

    def handle_data(self, data: str) -> None:
        if self._area:
            # The line end that begins an area belongs to the markup.
            self.found[self._area] += data if self.found[self._area] else data.removeprefix("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._area = ""


def _is_sent(said: dict[str, str]) -> bool:
    return said.get("type") not in {"radio", "checkbox"} or "checked" in said


def fields(response: HttpResponse) -> dict[str, str]:
    """What the form of a page holds."""
    main = response.text.split('<main id="main"', 1)[1]
    return Fields(main).found


def faults(response: HttpResponse) -> list[str]:
    """The faults in the summary on top."""
    box = re.search(r'<div class="summary".*?</div>', response.text, re.DOTALL)
    return [strip(item) for item in re.findall(r"<li>(.*?)</li>", box[0])] if box else []


def strip(html: str) -> str:
    """The text of some markup."""
    return unescape(re.sub(r"<[^>]+>", "", html)).strip()


def words(response: HttpResponse) -> str:
    """The text of a page's main part, blanks made one."""
    main = response.text.split('<main id="main"', 1)[1].split("</main>")[0]
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", main)))


def sent(client: Client, address: str, typed: dict[str, str], do: str = "send") -> HttpResponse:
    """The answer to a button."""
    return client.post(address, {**typed, "do": do})


def proposal_number(response: HttpResponse) -> int:
    """The number of the proposal that a form led to."""
    assert response.status_code == 303, faults(response)
    return int(response["Location"].rstrip("/").rpartition("/")[2])
