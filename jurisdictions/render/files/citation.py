"""What every file says of itself: what it holds, as of when, how to cite it, its licence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from jurisdictions.read.reach import reach_of
from jurisdictions.read.rows import AsOf, EditionRow, ProgramRow
from jurisdictions.render.files.tables import Column, Table
from jurisdictions.render.words.days import date_text
from jurisdictions.render.words.reach import list_reach_text

LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/"


@dataclass(frozen=True, slots=True)
class Everything:
    """What tells of all programs: the site, the edition of each in words, the day of the newest."""

    site: str
    editions: str
    published: date


@dataclass(frozen=True, slots=True)
class FileCitation:
    """A file's title, the address under which it stays as it is, and how to cite it.

    `of_all` is there for a page that tells of all programs: no one edition fixes it.
    """

    title: str
    address: str
    text: str
    of_all: Everything | None = None


def site_of(as_of: AsOf) -> str:
    """The site's name, in the active language."""
    return _("%(program)s, day by day") % {"program": as_of.program.name}


@dataclass(frozen=True, slots=True)
class Said:
    """One line of the citation sheet."""

    item: str
    value: str


CITATION = Table(
    "citation",
    noop("How to cite"),
    (
        Column("item", noop("Item"), noop("What is said.")),
        Column("value", noop("Value"), noop("What it is.")),
    ),
)


def file_citation(as_of: AsOf, title: str, address: str) -> FileCitation:
    """How to cite what stands under an address that names its edition, in the active language."""
    published = date_text(as_of.edition.published_at.date())
    text = _("%(site)s. “%(title)s.” %(edition)s. %(address)s") % {
        "site": site_of(as_of),
        "title": title,
        "edition": _("Edition %(number)s, published %(published)s")
        % {"number": as_of.edition.number, "published": published},
        "address": address,
    }
    return FileCitation(title, address, text)


def citation_of_all(
    programs: Sequence[tuple[ProgramRow, EditionRow]], title: str, address: str
) -> FileCitation:
    """How to cite a page that tells of all programs, each by its newest edition."""
    editions = "; ".join(
        _("%(program)s: edition %(number)s, published %(published)s")
        % {
            "program": program.name,
            "number": edition.number,
            "published": date_text(edition.published_at.date()),
        }
        for program, edition in programs
    )
    newest = max(edition.published_at.date() for _program, edition in programs)
    of_all = Everything(_("Jurisdiction tracker"), editions, newest)
    text = _("%(site)s. “%(title)s.” %(edition)s. %(address)s") % {
        "site": of_all.site,
        "title": title,
        "edition": editions,
        "address": address,
    }
    return FileCitation(title, address, text, of_all)


def citation_rows(as_of: AsOf, cited: FileCitation) -> list[Said]:
    """The lines of the citation sheet."""
    said = [
        (_("Title"), cited.title),
        (_("Site"), site_of(as_of)),
        (_("Program"), as_of.program.name),
        (_("Day"), as_of.on.isoformat()),
        (_("As known on"), as_of.known_on.isoformat() if as_of.known_on else ""),
        (_("Edition"), str(as_of.edition.number)),
        (_("Edition published on"), as_of.edition.published_at.date().isoformat()),
        (_("Permanent address"), cited.address),
        (_("Cite as"), cited.text),
        (_("License"), f"CC0 1.0, {LICENCE}"),
        (_("How far the record reaches"), list_reach_text(as_of)),
    ]
    return [Said(item, value) for item, value in said if value]


def citation_line(as_of: AsOf, cited: FileCitation) -> str:
    """How to cite it, of which day it tells, as known when, and its licence, in one line."""
    known = as_of.known_on.isoformat() if as_of.known_on else ""
    day, known_on, licence = _("Day"), _("As known on"), _("License")
    parts = [
        cited.text,
        f"{day}: {as_of.on.isoformat()}.",
        f"{known_on}: {known}." if known else "",
        f"{licence}: CC0 1.0, {LICENCE}",
    ]
    return " ".join(filter(None, parts))


def citation_text(as_of: AsOf, cited: FileCitation) -> str:
    """The same as a text beside a file: how to cite it, then each thing in a line of its own."""
    lines = [f"{one.item}: {one.value}" for one in citation_rows(as_of, cited)]
    return "\n".join([cited.text, "", *lines, ""])


def citation_members(as_of: AsOf, cited: FileCitation) -> dict[str, object]:
    """The same as the first members of a JSON file."""
    return {
        "title": cited.title,
        "program": as_of.program.slug,
        "date": as_of.on,
        "known": as_of.known_on,
        "edition": as_of.edition.number,
        "published_on": as_of.edition.published_at.date(),
        "language": as_of.language,
        "cite_as": cited.address,
        "citation": cited.text,
        "license": LICENCE,
        "site": site_of(as_of),
        **_reach_members(as_of),
    }


def _reach_members(as_of: AsOf) -> dict[str, object]:
    """How far a record that follows lists reaches; {} for another."""
    reach = reach_of(as_of)
    if not reach.by_list or reach.until is None:
        return {}
    return {
        "record_until": reach.until,
        "complete": as_of.on <= reach.until,
        "reach": list_reach_text(as_of),
    }
