"""A mail in parts, written once: as text that can be read aloud, and as plain HTML."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.translation import get_language

WIDTH = 76


@dataclass(frozen=True, slots=True)
class Link:
    """Where something leads, and what is said of that."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Item:
    """One thing: a line, what is to be said of it, where it leads."""

    text: str
    more: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A heading ("" for none), paragraphs, a list, and links below it."""

    heading: str = ""
    lines: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()
    links: tuple[Link, ...] = ()


def as_text(parts: Sequence[Part], foot: Part) -> str:
    """Lines that every mail program can show; a link stands on a line of its own, whole."""
    body = "\n\n".join("\n".join(_part(part)).strip() for part in parts)
    # With its blank, mail programs know the signature by it.
    return f"{body}\n\n-- \n" + "\n".join(_part(foot)).strip() + "\n"


def as_html(parts: Sequence[Part], foot: Part, title: str) -> str:
    """The same as a page that loads nothing and follows nobody."""
    told = {"parts": parts, "foot": foot, "title": title, "language": get_language() or "en"}
    return render_to_string("mails/following.html", told)


def _part(part: Part) -> Iterator[str]:
    if part.heading:
        yield from (part.heading, "")
    for line in part.lines:
        yield from (_wrapped(line), "")
    for item in part.items:
        yield _wrapped(item.text, "- ", "  ")
        for line in item.more:
            yield _wrapped(line, "  ", "  ")
        yield from _links(item.links, "  ")
        yield ""
    for link in part.links:
        yield from (*_links((link,), ""), "")


def _links(links: Sequence[Link], begin: str) -> Iterator[str]:
    for link in links:
        if link.label:
            yield _wrapped(f"{link.label}:", begin, begin)
        yield f"{begin}{link.url}"


def _wrapped(text: str, first: str = "", others: str = "") -> str:
    return textwrap.fill(
        " ".join(text.split()),
        WIDTH,
        initial_indent=first,
        subsequent_indent=others,
        break_long_words=False,
        break_on_hyphens=False,
    )
