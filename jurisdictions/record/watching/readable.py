"""The text of a page as its readers see it: lines, without scripts, styles and addresses of them.

Nothing of a page is ever shown but this text, which templates escape.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from jurisdictions.record.ingest.encodings import decoded
from jurisdictions.record.ingest.tables import Unreadable

UNSEEN = frozenset({"script", "style", "template", "noscript", "svg", "iframe", "object", "canvas"})
"""What holds no words for readers. A tag without an end hides the rest: then nothing is told."""
BLOCKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "br", "caption", "dd", "div", "dl", "dt"),
        *("fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5"),
        *("h6", "header", "hr", "label", "legend", "li", "main", "nav", "ol", "option", "p"),
        *("pre", "section", "summary", "table", "td", "th", "title", "tr", "ul"),
    }
)
MOST_LINES, LONGEST_LINE = 4_000, 2_000
TEXTS = ("text/", "application/json", "application/xml", "application/xhtml")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def lines_of(content: bytes, media_type: str, charset: str = "") -> list[str] | None:
    """The lines that a reader sees; None where these bytes are no text (a PDF, a workbook)."""
    if not media_type.startswith(TEXTS) and content.lstrip()[:1] != b"<":
        return None
    text = _text(content, charset)
    if text is None:
        return None
    if text.lstrip("\ufeff \t\r\n").startswith("<"):
        reader = _Reader()
        # Never closed: what a page leaves unfinished is dropped, as browsers do. Read to its end it
        # would be read anew from each "<" of it, which takes hours.
        reader.feed(f"{text}\n")
        text = "".join(reader.parts)
    return list(_tidy(text))[:MOST_LINES]


def _text(content: bytes, charset: str) -> str | None:
    if charset:
        try:
            return content.decode(charset)
        except (LookupError, UnicodeError):
            pass
    try:
        return decoded(content)[0]
    except Unreadable:
        return None


def _tidy(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if tidy := " ".join(_CONTROL.sub("", line).split()):
            yield tidy[:LONGEST_LINE]


class _Reader(HTMLParser):
    """Collects the words between tags, a line for each block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag in UNSEEN:
            self._unseen += 1
        elif tag in BLOCKS:
            self.parts.append("\n")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag in BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in UNSEEN:
            self._unseen = max(self._unseen - 1, 0)
        elif tag in BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            # Line ends within a block are blanks to a reader.
            self.parts.append(" ".join(data.split("\n")))
