"""What a file of bulk reports holds: its places, their files, and the index to them."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from enum import StrEnum
from html import escape
from io import StringIO

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jurisdictions.read.places import places_of
from jurisdictions.read.rows import AsOf, PlaceRow
from jurisdictions.read.statuses import StatusFilter, status_rows
from jurisdictions.record.disarm import disarm
from jurisdictions.render.files.names import file_name
from jurisdictions.render.words.days import date_text, number_text
from jurisdictions.render.words.labels import label
from jurisdictions.status.geoids import NATION


@dataclass(frozen=True, slots=True)
class Entry:
    """A place, its status on the day, and where its report lies in the file; "" for nowhere."""

    place: PlaceRow
    status: StrEnum
    file: str


def entries_of(as_of: AsOf, state: str) -> tuple[Entry, ...]:
    """States by name, each followed by its places by name; of one state when `state` names it."""
    places = places_of(as_of)
    states = (state,) if state else ()
    rows = [
        row
        for level in ("state", "county")
        for row in status_rows(as_of, StatusFilter(level=level, states=states), "name")
    ]
    entries = [
        Entry(place, row.status, f"{place.state}/{place.geoid}-{place.slug}.pdf")
        for row in rows
        for place in (places[row.geoid],)
    ]
    # The sort keeps the order by name within a state.
    return tuple(sorted(entries, key=lambda e: (e.place.state_name, not e.place.is_state)))


def count_of(as_of: AsOf, state: str) -> int:
    """How many reports an order has."""
    return sum(state in ("", place.state) for place in places_of(as_of).values())


def file_stem(as_of: AsOf, state: str) -> str:
    """The name of the file and of the folder in it: program, which places, day, edition."""
    named = file_name(as_of, f"reports-{state or NATION}", "zip", told=as_of.language)
    return named.removesuffix(".zip")


def index_csv(entries: tuple[Entry, ...]) -> bytes:
    """The index for programs: one row for each report, codes as in the other files."""
    into = StringIO()
    writer = csv.writer(into)
    writer.writerow(("geoid", "name", "state", "kind", "status", "file"))
    for entry in entries:
        place = entry.place
        name = disarm(place.name)
        writer.writerow((place.geoid, name, place.state, place.kind, entry.status, entry.file))
    return into.getvalue().encode()


def index_html(as_of: AsOf, state: str, entries: tuple[Entry, ...], address: str) -> bytes:
    """The index for people, in the active language; it stands alone, without any other file."""
    title = index_title(as_of, state, entries)
    published = date_text(as_of.edition.published_at.date())
    edition = _("Edition %(number)s, published %(published)s") % {
        "number": number_text(as_of.edition.number),
        "published": published,
    }
    count = ngettext("%(number)s report", "%(number)s reports", len(entries))
    heads = "".join(f"<th>{escape(head)}</th>" for head in (_("Place"), _("State"), _("Status")))
    rows = "\n".join(_row(entry) for entry in entries)
    free = _("The facts are free for any use (CC0 1.0). Please name the edition.")
    return (
        f'<!doctype html>\n<html lang="{as_of.language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{escape(title)}</title>'
        "<style>body{max-width:60rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 Georgia,serif}"
        "table{border-collapse:collapse;width:100%}"
        "th,td{text-align:left;padding:.2rem .8rem .2rem 0;border-bottom:1px solid #ddd}"
        "</style></head><body>"
        f"<h1>{escape(title)}</h1>"
        f"<p>{escape(count % {'number': number_text(len(entries))})}. {escape(edition)}. "
        f'<a href="{escape(address)}">{escape(address)}</a>. '
        f"{escape(free)}</p>"
        f"<table><thead><tr>{heads}</tr></thead><tbody>\n{rows}\n</tbody></table></body></html>\n"
    ).encode()


def not_made_text(entries: tuple[Entry, ...]) -> bytes:
    """The places whose reports could not be made, in words; empty when all were."""
    missing = [f"{e.place.geoid} {e.place.label}" for e in entries if not e.file]
    if not missing:
        return b""
    told = ngettext(
        "The report of this place could not be made. Its page shows what the report would:",
        "The reports of these places could not be made. Their pages show what the reports would:",
        len(missing),
    )
    return "\n".join([told, "", *missing, ""]).encode()


def index_title(as_of: AsOf, state: str, entries: tuple[Entry, ...]) -> str:
    """What the file is: "Secure Communities in Illinois on August 5, 2011: place reports"."""
    where = next((e.place.state_name for e in entries if state), "")
    said = {"program": as_of.program.name, "state": where, "day": date_text(as_of.on)}
    if where:
        return _("%(program)s in %(state)s on %(day)s: place reports") % said
    return _("%(program)s in the nation on %(day)s: place reports") % said


def _row(entry: Entry) -> str:
    name = escape(entry.place.name)
    link = f'<a href="{escape(entry.file)}">{name}</a>' if entry.file else name
    missing = "" if entry.file else escape(_(" (the report could not be made)"))
    return (
        f"<tr><td>{link}{missing}</td>"
        f"<td>{escape(entry.place.state_name)}</td><td>{escape(label(entry.status))}</td></tr>"
    )
