"""The frame of a report: title, edition, where it is found again, how it is cited."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

import segno
from django.utils.translation import gettext as _

from jurisdictions.read.rows import AsOf
from jurisdictions.render.files.citation import file_citation, site_of
from jurisdictions.render.reports.colours import textures_of
from jurisdictions.render.reports.parts import Frame, Picture
from jurisdictions.render.words.days import date_text, number_text
from jurisdictions.render.words.reach import reach_text

QUIET = 1
"""Light modules around the code, beside the margin that the page gives it."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What a report is called: the line above its title, the title, what it is about."""

    kicker: str
    title: str
    document_title: str
    description: str


def permalink(
    as_of: AsOf, site_url: str, path: str, query: Mapping[str, object] | None = None
) -> str:
    """The full address that shows the same again: its day is named, and its edition.

    With `known_on` the day of knowledge is named instead: the two exclude each other.
    """
    pinned = {**(query or {}), "date": as_of.on.isoformat()}
    if as_of.known_on:
        pinned["known"] = as_of.known_on.isoformat()
    else:
        pinned["edition"] = str(as_of.edition.number)
    return f"{site_url}{path}?{urlencode(pinned, doseq=True)}"


def frame_of(as_of: AsOf, heading: Heading, address: str, words: dict[str, str]) -> Frame:
    """The frame in the language that is active; `address` is the permalink."""
    site = site_of(as_of)
    published = as_of.edition.published_at.date()
    edition = _("Edition %(number)s, published %(published)s") % {
        "number": number_text(as_of.edition.number),
        "published": date_text(published),
    }
    return Frame(
        language=as_of.language,
        program=as_of.program.name,
        site=site,
        kicker=heading.kicker,
        title=heading.title,
        document_title=heading.document_title,
        description=heading.description,
        running=f"{heading.document_title} · {edition}",
        page_of=_("Page %(page)s of %(pages)s") % {"page": "{page}", "pages": "{pages}"},
        issued=(published.year, published.month, published.day),
        edition=edition,
        known=_known(as_of),
        permalink=address,
        cite=file_citation(as_of, heading.document_title, address).text,
        licence=_("The facts are free for any use (CC0 1.0). Please name the edition."),
        qr=Picture(qr_svg(address), _("QR code that leads to the permanent address.")),
        words={**common_words(), **words},
        textures=textures_of(as_of.program.slug),
    )


def _known(as_of: AsOf) -> str:
    """What the reader has to know of the day, and of the day of knowledge."""
    told = [reach_text(as_of)]
    if as_of.known_on:
        known = date_text(as_of.known_on)
        told.append(_("As known on %(known)s: what came out later is left out.") % {"known": known})
    return " ".join(text for text in told if text)


def qr_svg(text: str) -> str:
    """The text as a QR code of error correction M: one path, dark modules only."""
    rows = [list(row) for row in segno.make(text, error="m", micro=False).matrix]
    size = len(rows) + 2 * QUIET
    dark = "".join(
        f"M{x + QUIET} {y + QUIET}h1v1h-1z"
        for y, row in enumerate(rows)
        for x, module in enumerate(row)
        if module
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" width="{size}" '
        f'height="{size}"><path d="{dark}" fill="#000000" shape-rendering="crispEdges"/></svg>'
    )


def common_words() -> dict[str, str]:
    """The headings that several reports share."""
    return {
        "sources": _("Sources"),
        "cite_heading": _("How to cite this report"),
        "cite": _("Cite as"),
        "permalink": _("Permanent address"),
        "edition": _("Edition"),
        "licence": _("Use"),
        "no_address": _("No address found."),
        "otherwise": _("Another source says otherwise."),
        "replies": _("The jurisdiction replies."),
        "notes_help": _(
            "Raised numbers lead to these sources. A number in italics marks a source that "
            "contradicts the record."
        ),
    }
